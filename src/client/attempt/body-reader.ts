import type { Clock } from '../clock.ts';

/** Reads a body piece by piece. */
export interface BodyReader {
  /** The next piece; undefined at the end. */
  readonly next: () => Promise<Uint8Array | undefined>;
  readonly cancel: (reason?: unknown) => Promise<void>;
}

/** How long a body may be silent before it is given up. */
export interface Patience {
  readonly silenceMs: number;
  readonly clock: Clock;
}

/** A reader for a body; with patience, one that ends a body that falls silent. */
export function readerOf(body: ReadableStream<Uint8Array>, patience?: Patience): BodyReader {
  const reader: ReadableStreamDefaultReader<Uint8Array> = body.getReader();
  const next = async (): Promise<Uint8Array | undefined> => {
    const step = await reader.read();
    return step.done ? undefined : step.value;
  };
  const cancel = (reason?: unknown): Promise<void> => reader.cancel(reason);
  return patience ? patient({ next, cancel }, patience) : { next, cancel };
}

function patient({ next, cancel }: BodyReader, { silenceMs, clock }: Patience): BodyReader {
  let gaveUp: Error | undefined;
  return {
    cancel,
    next: () =>
      new Promise((resolve, reject) => {
        if (gaveUp) return reject(gaveUp);
        const callOff = clock.after(silenceMs, () => {
          gaveUp = new Error(`Stream idle timeout: no data for ${silenceMs} ms.`);
          gaveUp.name = 'StreamTimeoutError';
          reject(gaveUp);
          cancel(gaveUp).catch(() => undefined);
        });
        next().then(resolve, reject).finally(callOff);
      }),
  };
}
