import { Worker } from 'node:worker_threads';
import type { Exchange } from '../../capture/exchange/exchange.ts';
import { FaultlineError } from '../../core/error.ts';
import type { RecordingSummary, ToldFailure } from '../../core/recording.ts';
import { deferred } from './deferred.ts';
import type { FromThread, RecorderSettings, ToThread } from './messages.ts';
import { bundle, pack, type Parcel } from './parcel.ts';

/** What a recorder calls back with. */
export interface RecorderEvents {
  readonly onFailure: (failure: ToldFailure) => void;
  /** Something that keeps the recorder from its work; calls go on. */
  readonly onProblem: (message: string, hint: string) => void;
}

/** Takes exchanges without ever holding up a call. */
export interface Recorder {
  readonly take: (exchange: Exchange) => void;
  /** Waits until all that was taken is told; nothing where the recorder has failed. */
  readonly close: () => Promise<RecordingSummary | undefined>;
}

/** Successes are handed over in such portions. */
const portion = 256;
const portionAfterMs = 200;
/** What may wait to be looked at. */
const mostWaitingBytes = 256 << 20;

/** Starts the thread of a recorder, and waits until it has its store. */
export async function startRecorder(settings: RecorderSettings, events: RecorderEvents): Promise<Recorder> {
  const worker = new Worker(
    new URL(import.meta.url.endsWith('.ts') ? './thread.ts' : './recorder.js', import.meta.url),
    {
      workerData: settings,
    },
  );
  const closed = deferred<RecordingSummary | undefined>();
  const ready = deferred<void>();
  let waitingBytes = 0;
  let unseen = 0;
  let isRunning = true;
  let isClosing = false;

  worker.on('message', (message: FromThread) => {
    switch (message.kind) {
      case 'ready':
        if (message.problem) events.onProblem(message.problem.message, message.problem.hint);
        ready.resolve();
        return;
      case 'refused':
        ready.reject(new FaultlineError(message.code, message.message, message.hint));
        return;
      case 'failure':
        events.onFailure(message.failure);
        return;
      case 'problem':
        events.onProblem(message.message, 'The call itself went through. Please report it, without secrets.');
        return;
      case 'done':
        waitingBytes -= message.bytes;
        return;
      case 'closed':
        closed.resolve({ ...message.summary, unseen });
    }
  });
  worker.on('error', (error: Error) => {
    isRunning = false;
    ready.reject(error);
    closed.resolve(undefined);
    events.onProblem(`Recording has failed: ${error.message}`, 'Calls go through all the same.');
  });
  worker.on('exit', () => {
    isRunning = false;
    closed.resolve(undefined);
  });
  await ready.promise;

  let queue: Parcel[] = [];
  let timer: NodeJS.Timeout | undefined;
  const handOver = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (queue.length === 0) return;
    const parcel = bundle(queue);
    queue = [];
    waitingBytes += parcel.bytes.byteLength;
    worker.postMessage({ kind: 'exchanges', parcel } satisfies ToThread, [parcel.bytes.buffer]);
  };

  return {
    take(exchange) {
      if (!isRunning || isClosing || waitingBytes > mostWaitingBytes) {
        unseen++;
        return;
      }
      queue.push(pack(exchange));
      if (isUrgent(exchange) || queue.length >= portion) handOver();
      else timer ??= setTimeout(handOver, portionAfterMs);
    },
    async close() {
      if (isRunning && !isClosing) {
        isClosing = true;
        handOver();
        worker.postMessage({ kind: 'close' } satisfies ToThread, []);
      }
      return closed.promise;
    },
  };
}

/** What a user waits to be told of. */
function isUrgent({ ending, response }: Exchange): boolean {
  return ending.kind !== 'complete' || (response?.status ?? 0) >= 300;
}
