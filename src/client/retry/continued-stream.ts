import { brokenAnswer, isLeft, type Attempt } from '../attempt/attempt.ts';
import { readerOf, type BodyReader } from '../attempt/body-reader.ts';
import { scanEvents } from '../attempt/event-scan.ts';
import type { FailedAttempt } from '../attempt/failed-attempt.ts';
import { cutRemark, isCut, watchStream } from '../attempt/watch-answer.ts';
import { withBody } from '../attempt/watched-body.ts';
import type { HeldStream } from './hold.ts';
import type { RetrySession } from './session.ts';

/** What follows when a stream breaks off after output was delivered. */
export interface Continuation {
  readonly isRepeatable: boolean;
  /** The program said what is to be done with the output that it has. */
  readonly isRestartable: boolean;
  /** Sends the request again. */
  readonly again: () => Promise<Response>;
}

/** Hands a held stream on. When it breaks off later, that is decided on like any failure. */
export function continued(
  attempt: Attempt,
  held: HeldStream,
  session: RetrySession,
  continuation: Continuation,
): Response {
  return continuation.isRestartable
    ? restartable(attempt, held, session, continuation)
    : // That nothing can be done about a break is told all the same.
      watchStream(attempt, held, (failure) => void session.next(failure, continuation.isRepeatable), held);
}

/** How a stream broke off, and what of it was not handed on yet. */
interface Break {
  readonly failure: FailedAttempt;
  readonly rest: string;
  readonly thrown?: unknown;
}

/** Event by event, so that none is left half when another answer follows. */
function restartable(
  attempt: Attempt,
  held: HeldStream,
  session: RetrySession,
  { isRepeatable, again }: Continuation,
): Response {
  let source: BodyReader | undefined = held.reader;
  let hasLeft = false;
  /** The reader can leave while there is nothing to read from; what comes after that is closed at once. */
  const next = async (): Promise<BodyReader | undefined> => {
    if (hasLeft) {
      session.abandoned();
      return undefined;
    }
    const { body } = await again();
    source = body ? readerOf(body) : undefined;
    if (hasLeft) source?.cancel().catch(() => undefined);
    return source;
  };
  async function* pieces(): AsyncGenerator<Uint8Array, undefined> {
    const broke = yield* wholeEvents(attempt, held);
    // A stream that its reader closed looks like one that was cut.
    if (!broke || hasLeft) return undefined;
    source = undefined;
    held.reader.cancel().catch(() => undefined);
    if (await session.next(broke.failure, isRepeatable)) {
      const following = await next();
      if (following) yield* piecesOf(following);
    } else if (broke.thrown === undefined) {
      yield new TextEncoder().encode(broke.rest);
    } else {
      throw broke.thrown;
    }
    return undefined;
  }
  const passing = pieces();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value } = await passing.next();
        if (value) controller.enqueue(value);
        else controller.close();
      },
      async cancel(reason) {
        hasLeft = true;
        await source?.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
  return withBody(held.response, body);
}

async function* wholeEvents(attempt: Attempt, held: HeldStream): AsyncGenerator<Uint8Array, Break | undefined> {
  const encoder = new TextEncoder();
  const scan = scanEvents();
  const broken = (rest: string, what: { readonly thrown?: unknown; readonly remark?: string } = {}): Break => ({
    failure: brokenAnswer(attempt, held, { scan, ...what }),
    rest,
    ...what,
  });
  try {
    for await (const chunk of piecesOf(held.reader, held.chunks)) {
      for (const { text, isDefect } of scan.push(chunk)) {
        if (isDefect) return broken(text, scan.defect());
        yield encoder.encode(text);
      }
    }
  } catch (thrown) {
    if (isLeft(attempt, thrown)) throw thrown;
    return broken(scan.rest(), { thrown });
  }
  if (isCut(scan)) return broken(scan.rest(), { remark: cutRemark });
  if (scan.rest() !== '') yield encoder.encode(scan.rest());
  return undefined;
}

async function* piecesOf(reader: BodyReader, ahead: readonly Uint8Array[] = []): AsyncGenerator<Uint8Array> {
  yield* ahead;
  for (;;) {
    const piece = await reader.next();
    if (!piece) return;
    yield piece;
  }
}
