import type { ExchangeEnding } from '../capture/exchange/exchange.ts';

/** How far a call has come. */
export type Course = 'asking' | 'answering' | 'over';

/** How a connection ended before its time: `reset` with an error, `closed` in good order. */
export type Loss = { readonly how: 'reset' | 'closed'; readonly code?: string; readonly message: string };

/** What happens to a call. */
export type CourseEvent =
  | { readonly kind: 'answer-began' }
  | { readonly kind: 'answer-ended' }
  /** `isGivenUp`: after it was told that the caller has ended its side of the connection. */
  | ({ readonly kind: 'upstream-lost'; readonly isGivenUp: boolean } & Loss)
  /** What comes is no answer that can be read; it is passed on as it is. */
  | ({ readonly kind: 'unreadable' } & Loss)
  | { readonly kind: 'caller-gone' }
  | { readonly kind: 'recorder-stopped' };

/** What is to be done about it. */
export type CourseCommand =
  | { readonly kind: 'end-answer' }
  | { readonly kind: 'break-off'; readonly how: 'reset' | 'closed' }
  | { readonly kind: 'drop-upstream' }
  | { readonly kind: 'record'; readonly ending: ExchangeEnding };

/** Decides what an event means for a call; what comes after its end means nothing. */
export function nextStep(course: Course, event: CourseEvent): readonly [Course, readonly CourseCommand[]] {
  if (course === 'over') return [course, []];
  switch (event.kind) {
    case 'answer-began':
      return ['answering', []];
    case 'answer-ended':
      return ['over', [{ kind: 'end-answer' }, { kind: 'record', ending: { kind: 'complete' } }]];
    case 'caller-gone':
      return ['over', [{ kind: 'drop-upstream' }, { kind: 'record', ending: { kind: 'abandoned' } }]];
    case 'recorder-stopped':
      return ['over', [{ kind: 'drop-upstream' }, { kind: 'record', ending: { kind: 'stopped' } }]];
    case 'unreadable':
      return ['over', [{ kind: 'record', ending: lossEnding(course, event) }]];
    case 'upstream-lost': {
      const ending = event.isGivenUp ? ({ kind: 'abandoned' } as const) : lossEnding(course, event);
      const { how } = event;
      return ['over', [{ kind: 'break-off', how }, { kind: 'drop-upstream' }, { kind: 'record', ending }]];
    }
  }
}

function lossEnding(course: Course, { how, code, message }: Loss): ExchangeEnding {
  return course === 'answering'
    ? { kind: 'broken', how, message }
    : { kind: 'unanswered', how, message, ...(code === undefined ? {} : { code }) };
}

/** What an error of the HTTP client says of the connection; without an answer, what was never opened is like a reset. */
export function lossOf(error: Error): Loss {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  // Node gives its own ECONNRESET to a connection that ended in good order but too early; that has no system call.
  const isClosed = code === 'ECONNRESET' && !('syscall' in error);
  return { how: isClosed ? 'closed' : 'reset', message: error.message, ...(code === undefined ? {} : { code }) };
}
