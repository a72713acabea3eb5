import { isWithin } from '../../../core/version.ts';
import { nodeEnvProxySince } from '../../../facts/environment.ts';
import { valueOf, type Variables } from './variables.ts';

/** Whether this Node can be told to read the proxy variables. */
export function canReadProxies(nodeVersion: string): boolean {
  const { current, maintained } = nodeEnvProxySince;
  return isWithin(nodeVersion, { from: current }) === true || isWithin(nodeVersion, maintained) === true;
}

/** Whether Node's own `fetch` takes the proxy variables into account. */
export function nodeReadsProxies(variables: Variables, nodeVersion: string): boolean {
  const isAsked =
    valueOf(variables, 'NODE_USE_ENV_PROXY')?.trim() === '1' ||
    /(?:^|\s)--use-env-proxy(?:\s|$)/.test(variables['NODE_OPTIONS'] ?? '');
  return canReadProxies(nodeVersion) && isAsked;
}
