import type { Problem } from '../core/problem.ts';
import { FaultlineError } from '../core/error.ts';

/** What a guard throws in place of sending a request that the API would refuse; its code is `request-refused`. */
export class RequestRefusedError extends FaultlineError {
  /** Errors before warnings, in the order in which the API would report them. */
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const errors = problems.filter(({ severity }) => severity === 'error');
    const [first] = errors;
    const told = first === undefined ? '' : `${first.path === '' ? '' : `${first.path}: `}${first.message}`;
    const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
    super(
      'request-refused',
      `The request was not sent, because the API would refuse it: ${told}${more}`,
      first?.fix?.does ?? first?.why ?? 'See `problems`.',
    );
    this.problems = problems;
  }
}
