import type { ToldFailure } from '../../core/recording.ts';
import { failureAgainText, failureText } from '../../report/recording-text.ts';
import type { TextStyle } from '../../report/verdict-text.ts';

/**
 * Tells a failure whole the first time, and in a line when it comes again; so too why failures are not kept. `store` is
 * the folder of incidents where the command line alone names it.
 */
export function failureTeller(style: TextStyle, store?: string): (failure: ToldFailure) => string {
  const times = new Map<string, number>();
  let reason: string | undefined;
  return (failure) => {
    const count = (times.get(failure.group) ?? 0) + 1;
    times.set(failure.group, count);
    const isNews = failure.notKept !== reason;
    reason = failure.notKept;
    if (count === 1) return failureText(failure, style, store);
    return failureAgainText(failure, count, style, isNews ? reason : undefined);
  };
}
