import { brokenAnswer, defectOf, isLeft, isWholeAnswer, type Attempt } from '../attempt/attempt.ts';
import { readerOf, type Patience } from '../attempt/body-reader.ts';
import { scanEvents } from '../attempt/event-scan.ts';
import type { FailedAttempt } from '../attempt/failed-attempt.ts';
import { cutRemark, isCut, isEventStream, type BegunStream } from '../attempt/watch-answer.ts';
import { watchedAnswer, withBody, type ReadAhead } from '../attempt/watched-body.ts';

/** A stream of which the first output is there, and nothing was handed on yet. */
export interface HeldStream extends BegunStream, ReadAhead {
  readonly kind: 'stream';
}

/** What an answer that began well turned out to be. */
export type Held =
  | { readonly kind: 'whole'; readonly response: Response }
  | HeldStream
  | { readonly kind: 'failed'; readonly failure: FailedAttempt; readonly surface: () => Response };

/**
 * Reads as much of an answer as tells whether it can still be sent again without anybody noticing: a whole body to its
 * end, a stream to the first thing that the model says.
 */
export async function hold(
  attempt: Attempt,
  response: Response,
  headersMs: number,
  patience: Patience | undefined,
): Promise<Held> {
  if (isEventStream(response)) return holdStream(attempt, response, headersMs, patience);
  return isWholeAnswer(attempt.request, response)
    ? holdWhole(attempt, response, headersMs)
    : { kind: 'whole', response };
}

async function holdWhole(attempt: Attempt, response: Response, headersMs: number): Promise<Held> {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    if (isLeft(attempt, error)) throw error;
    return failedWith(brokenAnswer(attempt, { response, headersMs }, { thrown: error }), () => broken(response, error));
  }
  const text = new TextDecoder().decode(bytes);
  const defect = defectOf(text);
  const again = withBody(response, bytes);
  if (!defect) return { kind: 'whole', response: again };
  const seen = { response, headersMs, body: defect.shown };
  return failedWith(brokenAnswer(attempt, seen, { thrown: defect.thrown }), () => again);
}

async function holdStream(
  attempt: Attempt,
  response: Response,
  headersMs: number,
  patience: Patience | undefined,
): Promise<Held> {
  const { body } = response;
  if (!body) return { kind: 'whole', response };
  const reader = readerOf(body, patience);
  const scan = scanEvents();
  const chunks: Uint8Array[] = [];
  const surface = (): Response => watchedAnswer(response, deaf, { reader, chunks });
  const failed = (what: { readonly thrown?: unknown; readonly remark?: string }): Held =>
    failedWith(brokenAnswer(attempt, { response, headersMs }, { scan, ...what }), surface);
  try {
    for (;;) {
      const piece = await reader.next();
      if (!piece) {
        if (isCut(scan)) return failed({ remark: cutRemark });
        break;
      }
      chunks.push(piece);
      scan.push(piece);
      const defect = scan.defect();
      if (defect && !scan.hasOutput()) return failed(defect);
      if (scan.hasOutput()) break;
    }
  } catch (error) {
    if (isLeft(attempt, error)) throw error;
    return failed({ thrown: error });
  }
  return { kind: 'stream', response, reader, chunks, scan, headersMs };
}

const deaf = { chunk: (): void => undefined, end: (): void => undefined, broken: (): void => undefined };

function failedWith(failure: FailedAttempt, surface: () => Response): Held {
  return { kind: 'failed', failure, surface };
}

/** An answer whose body cannot be read, for the caller to meet as it would have without a retry. */
function broken(response: Response, error: unknown): Response {
  return withBody(response, new ReadableStream<Uint8Array>({ start: (controller) => controller.error(error) }));
}
