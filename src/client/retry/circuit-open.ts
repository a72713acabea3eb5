import { durationText } from '../../causes/retry.ts';
import { FaultlineError } from '../../core/error.ts';

/** What a call that is held back fails with; nothing was sent. Its code is `circuit-open`. */
export class CircuitOpenError extends FaultlineError {
  /** The cause that the attempts before failed with. */
  readonly failedWith: string;
  /** Until the next attempt is let through. */
  readonly waitMs: number;

  constructor(failedWith: string, waitMs: number) {
    super(
      'circuit-open',
      `The call was not sent: the ones before it failed (${failedWith}), and calls are held back for ${durationText(waitMs)}.`,
      'Answer without Claude for so long, or queue the call; one attempt is let through after that, and decides.',
    );
    this.failedWith = failedWith;
    this.waitMs = waitMs;
  }
}
