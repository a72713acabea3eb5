import { FaultlineError } from '../../core/error.ts';
import type { Target } from '../../core/probe.ts';
import { present } from '../../core/present.ts';
import { isAnthropicSurface } from '../../probes/call.ts';
import { targetOf } from '../doctor/target.ts';
import type { Host, OperationInput } from '../operation.ts';

/** Where a ramp sends, and who said so. */
export interface RampTarget {
  readonly target: Target;
  readonly from: string;
}

/** The address that is named, or the one that programs on this machine would call; and the key that they would send. */
export function rampTarget(input: OperationInput, host: Host): RampTarget {
  const baseUrl = input.value('base-url');
  const target = targetOf(present({ baseUrl }), host.env, host.now());
  if (!isAnthropicSurface(target.platform))
    throw new FaultlineError(
      'platform-unsupported',
      `Calls of ${target.platform} are signed in a form of their own, and a ramp cannot send them.`,
      'Ramp up inside your program with `ramp()` of `faultline/client`, or name a gateway with --base-url.',
    );
  const variable = target.platform === 'aws' ? 'ANTHROPIC_AWS_BASE_URL' : 'ANTHROPIC_BASE_URL';
  const isSet = (host.env[variable] ?? '') !== '';
  return { target, from: baseUrl !== undefined ? '--base-url' : isSet ? variable : 'the usual address' };
}

/** A ramp without a key would only collect refusals. */
export function needKey({ target }: RampTarget): void {
  if (target.credential || target.platform === 'gateway') return;
  throw new FaultlineError(
    'key-missing',
    'There is no key to send the calls with.',
    'Set ANTHROPIC_API_KEY; it is read from the environment alone. `--dry-run` works without one.',
  );
}
