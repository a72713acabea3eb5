import { brokenAnswer, defectOf, isLeft, isWholeAnswer, type Attempt } from './attempt.ts';
import { scanEvents, type EventScan } from './event-scan.ts';
import type { FailedAttempt } from './failed-attempt.ts';
import { watchedAnswer, type ReadAhead } from './watched-body.ts';

/** What a stream that ends in good order, but too early, is told by. */
export const cutRemark = 'The stream ended before message_stop.';

/** An answer that is an event stream, by its own word. */
export function isEventStream(response: Response): boolean {
  return /event-stream/i.test(response.headers.get('content-type') ?? '');
}

/** Whether a stream of the Messages API, or one that has said nothing, ended without its last event. */
export function isCut(scan: EventScan): boolean {
  const { complete, startedMessage, events } = scan.progress();
  return !complete && (startedMessage || events === 0);
}

/** Hands an answer on, and tells when its body turns out to be none of the API's, to carry an error, or to be cut. */
export function watchAnswer(
  attempt: Attempt,
  response: Response,
  headersMs: number,
  tell: (failure: FailedAttempt) => void,
): Response {
  return isEventStream(response)
    ? watchStream(attempt, { response, headersMs, scan: scanEvents() }, tell)
    : watchWhole(attempt, response, headersMs, tell);
}

/** A stream that began well. */
export interface BegunStream {
  readonly response: Response;
  readonly headersMs: number;
  /** Has seen what was read ahead. */
  readonly scan: EventScan;
}

/** Hands a stream on as it comes, and tells once when it carries an error, cannot be read, is cut or breaks off. */
export function watchStream(
  attempt: Attempt,
  { response, headersMs, scan }: BegunStream,
  tell: (failure: FailedAttempt) => void,
  ahead?: ReadAhead,
): Response {
  let isTold = false;
  const once = (what: { readonly thrown?: unknown; readonly remark?: string }): void => {
    if (!isTold) tell(brokenAnswer(attempt, { response, headersMs }, { scan, ...what }));
    isTold = true;
  };
  const look = (): void => {
    const defect = scan.defect();
    if (defect) once(defect);
  };
  look();
  return watchedAnswer(
    response,
    {
      chunk(bytes) {
        scan.push(bytes);
        look();
      },
      end() {
        if (isCut(scan)) once({ remark: cutRemark });
      },
      broken(error) {
        if (!isLeft(attempt, error)) once({ thrown: error });
      },
    },
    ahead,
  );
}

function watchWhole(
  attempt: Attempt,
  response: Response,
  headersMs: number,
  tell: (failure: FailedAttempt) => void,
): Response {
  const decoder = new TextDecoder();
  const isJudged = isWholeAnswer(attempt.request, response);
  let body = '';
  const broken = (thrown: unknown, shown = ''): void =>
    tell(brokenAnswer(attempt, { response, headersMs, body: shown }, { thrown }));
  return watchedAnswer(response, {
    chunk(bytes) {
      if (isJudged) body += decoder.decode(bytes, { stream: true });
    },
    end() {
      const defect = isJudged ? defectOf(body) : undefined;
      if (defect) broken(defect.thrown, defect.shown);
    },
    broken(error) {
      // What had come of it is what the model wrote.
      if (!isLeft(attempt, error)) broken(error);
    },
  });
}
