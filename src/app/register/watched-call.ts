import type { Exchange, ExchangeEnding, ExchangeResponse } from '../../capture/exchange/exchange.ts';
import { present } from '../../core/present.ts';
import { lossOf, nextStep, type Course, type CourseEvent } from '../../proxy/course.ts';
import { answerLimits, requestLimits, Tap } from '../../proxy/tap.ts';
import type { OpenedRequest } from './claude-call.ts';

/** What is told of the calls of a program. */
export interface CallWatch {
  /** A call begins that is to be watched unless this is false. */
  readonly onCall: (call: OpenedRequest) => boolean;
  readonly onExchange: (exchange: Exchange) => void;
}

/** A call under way, told of all that happens to it. What ends it gives its exchange, once. */
export interface WatchedCall {
  readonly onUsedConnection: () => void;
  readonly sent: (piece: Uint8Array) => void;
  readonly allSent: () => void;
  readonly answered: (head: Omit<ExchangeResponse, 'body'>) => void;
  readonly received: (piece: Uint8Array) => void;
  readonly ended: () => Exchange | undefined;
  readonly failed: (error: unknown) => Exchange | undefined;
  readonly stopped: () => Exchange | undefined;
}

/** Keeps what passes of one call. */
export function watchedCall({
  method,
  origin,
  path,
  headers,
}: OpenedRequest & { readonly method: string }): WatchedCall {
  const at = Date.now();
  const began = performance.now();
  const passed = (): number => performance.now() - began;
  const sent = new Tap(requestLimits);
  const received = new Tap(answerLimits);
  let course: Course = 'asking';
  let isConnectionReused = false;
  let head: Omit<ExchangeResponse, 'body'> | undefined;
  let sentMs: number | undefined;
  let firstByteMs: number | undefined;
  let lastByteMs: number | undefined;
  let longestSilenceMs = 0;

  const exchange = (ending: ExchangeEnding): Exchange => ({
    at,
    method,
    path,
    upstream: origin,
    headers,
    body: sent.kept(),
    ...(head ? { response: { ...head, body: received.kept() } } : {}),
    ending,
    timing: {
      isConnectionReused,
      ...present({ sentMs, firstByteMs, lastByteMs }),
      ...(head ? { longestSilenceMs } : {}),
      endMs: passed(),
    },
  });
  const on = (event: CourseEvent): Exchange | undefined => {
    const [next, commands] = nextStep(course, event);
    course = next;
    const told = commands.find((command) => command.kind === 'record');
    return told && exchange(told.ending);
  };

  return {
    onUsedConnection() {
      isConnectionReused = true;
    },
    // A copy, as the program may use the memory again.
    sent: (piece) => sent.add(Uint8Array.from(piece)),
    allSent() {
      sentMs = passed();
    },
    answered(answer) {
      head = answer;
      firstByteMs = lastByteMs = passed();
      on({ kind: 'answer-began' });
    },
    received(piece) {
      const now = passed();
      longestSilenceMs = Math.max(longestSilenceMs, now - (lastByteMs ?? now));
      lastByteMs = now;
      received.add(piece);
    },
    ended: () => on({ kind: 'answer-ended' }),
    failed: (error) => on(eventOf(error)),
    stopped: () => on({ kind: 'recorder-stopped' }),
  };
}

/**
 * What an error says: that the program changed its mind, or that the connection was lost. A program may abort with any
 * reason of its own; what comes from the network has a code.
 */
function eventOf(error: unknown): CourseEvent {
  if (!(error instanceof Error)) return { kind: 'caller-gone' };
  const loss = lossOf(error);
  const hasRunOut = error.name === 'TimeoutError';
  if (loss.code === 'UND_ERR_ABORTED' || (loss.code === undefined && !hasRunOut)) return { kind: 'caller-gone' };
  // The other side ended the connection in good order, and too early.
  const isClosed = loss.code === 'UND_ERR_SOCKET' && /closed/.test(error.message);
  return { kind: 'upstream-lost', isGivenUp: false, ...loss, ...(isClosed ? { how: 'closed' as const } : {}) };
}
