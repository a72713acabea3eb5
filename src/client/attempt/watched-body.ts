import { readerOf, type BodyReader } from './body-reader.ts';

/** Is told of a body as it is read by whom it is for. */
export interface BodyWatch {
  readonly chunk: (bytes: Uint8Array) => void;
  readonly end: () => void;
  readonly broken: (error: unknown) => void;
}

/** What was read of a body before it was handed on. */
export interface ReadAhead {
  readonly reader: BodyReader;
  readonly chunks: readonly Uint8Array[];
}

/**
 * The same answer with a body that is watched as it passes: each piece is handed on when it comes and read only when it
 * is asked for, so nothing is delayed, nothing piles up, and a reader who leaves closes the connection. What was read
 * ahead comes first, and is not told again.
 */
export function watchedAnswer(response: Response, watch: BodyWatch, ahead?: ReadAhead): Response {
  const reader = ahead?.reader ?? (response.body && readerOf(response.body));
  if (!reader) return response;
  const waiting = [...(ahead?.chunks ?? [])];
  let hasLeft = false;
  const passed = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const early = waiting.shift();
        if (early) return controller.enqueue(early);
        const piece = await reader.next().catch((error: unknown) => {
          if (!hasLeft) watch.broken(error);
          throw error;
        });
        // A body that its reader closed while it was waited for looks like one that has ended.
        if (hasLeft) return;
        if (piece) {
          watch.chunk(piece);
          controller.enqueue(piece);
        } else {
          watch.end();
          controller.close();
        }
      },
      cancel(reason) {
        hasLeft = true;
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
  return withBody(response, passed);
}

/** What is answered without a body, and may not be given one. */
const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);

/** An answer like another, with another body where it may have one, and known by the same address. */
export function withBody(
  response: Response,
  body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer> | null,
  headers: Headers = response.headers,
): Response {
  const { status, statusText, url, redirected } = response;
  const copy = new Response(bodiless.has(status) ? null : body, { status, statusText, headers });
  Object.defineProperties(copy, { url: { value: url }, redirected: { value: redirected } });
  return copy;
}

/** The beginning of a body, read from a copy, so that the answer can still be read whole. */
export async function beginningOf(response: Response, mostBytes: number): Promise<string> {
  const { body } = response.clone();
  if (!body) return '';
  const reader = readerOf(body);
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  try {
    while (bytes < mostBytes) {
      const piece = await reader.next();
      if (!piece) return text + decoder.decode();
      bytes += piece.length;
      text += decoder.decode(piece, { stream: true });
    }
  } catch {
    return text;
  }
  // A copy that is cancelled waits for the original, which nobody has read yet.
  reader.cancel().catch(() => undefined);
  return text;
}
