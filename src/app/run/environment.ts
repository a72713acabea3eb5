import { baseUrlVariables, usualBaseUrl } from '../../facts/base-url-variables.ts';
import { recorderVariable } from '../recorder/variable.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the program would have gone by itself. */
export function ownUpstream(env: Environment): string {
  const set = baseUrlVariables.map(({ name }) => env[name]).find((value) => value !== undefined && value !== '');
  return set ?? usualBaseUrl;
}

/** The environment of a program whose calls are to go through the recorder. */
export function recordedEnvironment(env: Environment, url: string): Environment {
  return {
    ...env,
    ...Object.fromEntries(baseUrlVariables.map(({ name }) => [name, url])),
    [recorderVariable]: url,
    // A proxy of the user is for the way out; the way to the recorder does not lead through it.
    NO_PROXY: withLoopback(env['NO_PROXY'] ?? env['no_proxy']),
    no_proxy: withLoopback(env['no_proxy'] ?? env['NO_PROXY']),
  };
}

function withLoopback(list: string | undefined): string {
  return [...(list === undefined || list === '' ? [] : [list]), '127.0.0.1', 'localhost'].join(',');
}
