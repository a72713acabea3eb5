import type { ToldFailure } from '../../core/recording.ts';
import { failureAgainText, failureText } from '../../report/recording-text.ts';
import type { TextStyle } from '../../report/verdict-text.ts';

/** Tells a failure whole the first time, and in a line when it comes again. */
export function failureTeller(style: TextStyle): (failure: ToldFailure) => string {
  const times = new Map<string, number>();
  return (failure) => {
    const count = (times.get(failure.group) ?? 0) + 1;
    times.set(failure.group, count);
    return count === 1 ? failureText(failure, style) : failureAgainText(failure, count, style);
  };
}
