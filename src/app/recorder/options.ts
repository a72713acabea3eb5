import { homedir } from 'node:os';
import { FaultlineError } from '../../core/error.ts';
import { storePlace } from '../../store/place.ts';
import type { Host, OperationInput, OptionSpec } from '../operation.ts';
import { redactOption, shareOption } from '../redaction-options.ts';

/** Where incidents are kept; every operation that touches the store takes it. */
export const storeOption = {
  store: {
    type: 'string',
    value: 'DIR',
    about: 'the folder of the incidents (FAULTLINE_STORE says it too; a folder of your own profile unless said)',
  },
} as const satisfies Record<string, OptionSpec>;

/** What every recording takes. */
export const recordingOptions = {
  upstream: {
    type: 'string',
    value: 'URL',
    about: 'where the calls go, such as a gateway',
  },
  ...storeOption,
  ...shareOption,
  ...redactOption,
  'no-bodies': { type: 'boolean', about: 'keep no bodies of requests and answers, only their shape' },
  port: { type: 'string', value: 'PORT', about: 'the port to listen on (a free one unless said)' },
} as const satisfies Record<string, OptionSpec>;

/** The folder of the store. */
export function storeFolder(input: OperationInput, { env, cwd }: Host): string {
  const named = input.value('store');
  return storePlace({
    env,
    cwd,
    home: homedir(),
    system: process.platform,
    ...(named === undefined ? {} : { named }),
  });
}

/** The port that was asked for; 0 is a free one. */
export function portOf(input: OperationInput): number {
  const written = input.value('port') ?? '0';
  if (/^\d{1,5}$/.test(written) && Number(written) < 65_536) return Number(written);
  throw new FaultlineError('option-invalid', `--port ${written} is no port.`, 'Write a number from 0 to 65535.');
}
