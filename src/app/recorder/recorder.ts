import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import type { Exchange } from '../../capture/exchange/exchange.ts';
import { FaultlineError, isFaultlineError } from '../../core/error.ts';
import type { RecordingSummary, ToldFailure } from '../../core/recording.ts';
import { sharedRooms, type Rooms } from '../../proxy/rooms.ts';
import { deferred, type Deferred } from './deferred.ts';
import { threadKind, type FromThread, type RecorderSettings, type ThreadStart, type ToThread } from './messages.ts';
import { letGo, packer, roomsOf } from './parcel.ts';

/** What a recorder calls back with. */
export interface RecorderEvents {
  readonly onFailure: (failure: ToldFailure) => void;
  /** Something that keeps the recorder from its work; calls go on. */
  readonly onProblem: (message: string, hint: string) => void;
}

/** Takes exchanges without ever holding up a call. */
export interface Recorder {
  readonly take: (exchange: Exchange) => void;
  /** For the bodies of exchanges, so that they can be handed to the thread where they lie. */
  readonly rooms: Rooms;
  /** Whether there is a store to keep failures in. */
  readonly hasStore: boolean;
  /** Waits until all that was taken is told; nothing where the recorder has failed. */
  readonly close: () => Promise<RecordingSummary | undefined>;
}

/** A recorder whose thread may not run yet, inside a program that must not be kept from ending by it. */
export interface InnerRecorder {
  readonly take: Recorder['take'];
  /**
   * Tells what was taken without giving back control, for a process that ends now. Says `late` where that would take
   * longer, and nothing where the recorder has failed.
   */
  readonly closeNow: (mostMs: number) => RecordingSummary | 'late' | undefined;
}

/** Successes are handed over in such portions. */
const portion = 256;
const portionBytes = 1 << 21;
const portionAfterMs = 200;
/** What may wait to be looked at. */
const mostWaitingBytes = 256 << 20;

/** Starts the thread of a recorder, and waits until it has its store. */
export async function startRecorder(settings: RecorderSettings, events: RecorderEvents): Promise<Recorder> {
  const ready = deferred<void>();
  let hasStore = true;
  const noticed = (message: string, hint: string): void => {
    hasStore = false;
    events.onProblem(message, hint);
  };
  const { take, close, rooms } = launch(settings, { ...events, onNoStore: noticed }, ready);
  await ready.promise;
  return { take, close, rooms, hasStore };
}

/** Starts the thread of a recorder inside a program. A store that cannot be trusted is a problem like any other there. */
export function startInnerRecorder(settings: RecorderSettings, events: RecorderEvents): InnerRecorder {
  const { take, closeNow, unref } = launch(
    settings,
    { ...events, onNoStore: events.onProblem },
    {
      resolve: () => {},
      reject(error) {
        if (isFaultlineError(error)) events.onProblem(error.message, error.hint);
      },
    },
  );
  unref();
  return { take, closeNow };
}

function launch(
  settings: RecorderSettings,
  events: RecorderEvents & { readonly onNoStore: RecorderEvents['onProblem'] },
  ready: Pick<Deferred<void>, 'resolve' | 'reject'>,
): Omit<Recorder, 'hasStore'> & InnerRecorder & { readonly unref: () => void } {
  const { port1: port, port2 } = new MessageChannel();
  const ended = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(
    new URL(import.meta.url.endsWith('.ts') ? './thread.ts' : './recorder.js', import.meta.url),
    {
      workerData: { kind: threadKind, port: port2, ended, ...settings } satisfies ThreadStart,
      transferList: [port2],
      // What a program loads ahead of itself is not for this thread.
      execArgv: [],
      // Large bodies come and go here: a small nursery keeps the memory of the process flat.
      resourceLimits: { maxYoungGenerationSizeMb: 8 },
    },
  );
  const rooms = sharedRooms();
  const queue = packer(rooms);
  const closed = deferred<RecordingSummary | undefined>();
  let summary: RecordingSummary | undefined;
  let waitingBytes = 0;
  let unseen = 0;
  let isRunning = true;
  let isClosing = false;
  let isReferenced = true;

  const hear = (message: FromThread): void => {
    switch (message.kind) {
      case 'ready':
        if (message.problem) events.onNoStore(message.problem.message, message.problem.hint);
        ready.resolve();
        return;
      case 'refused':
        isRunning = false;
        ready.reject(new FaultlineError(message.code, message.message, message.hint));
        return;
      case 'failure':
        events.onFailure(message.failure);
        return;
      case 'problem':
        events.onProblem(message.message, 'The call itself went through. Please report it, without secrets.');
        return;
      case 'done':
        for (const room of message.rooms) {
          waitingBytes -= room.byteLength;
          rooms.giveBack(new Uint8Array(room));
        }
        return;
      case 'closed':
        summary = { ...message.summary, unseen };
        closed.resolve(summary);
    }
  };
  const hearRest = (): void => {
    for (let received = receivedOn(port); received; received = receivedOn(port)) hear(received.message);
  };
  port.on('message', hear);
  worker.on('error', (error: Error) => {
    isRunning = false;
    ready.reject(error);
    closed.resolve(undefined);
    events.onProblem(`Recording has failed: ${error.message}`, 'Calls go through all the same.');
  });
  worker.on('exit', () => {
    // Its last words may still be on their way.
    hearRest();
    isRunning = false;
    closed.resolve(undefined);
  });

  let timer: NodeJS.Timeout | undefined;
  const tell = (message: ToThread, transfer: readonly ArrayBuffer[] = []): void => port.postMessage(message, transfer);
  const handOver = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const parcel = queue.take();
    if (!parcel) return;
    const handed = roomsOf(parcel);
    for (const room of handed) waitingBytes += room.byteLength;
    tell({ kind: 'exchanges', parcel }, handed);
  };
  const later = (): NodeJS.Timeout => {
    const started = setTimeout(handOver, portionAfterMs);
    return isReferenced ? started : started.unref();
  };

  return {
    rooms,
    take(exchange) {
      if (!isRunning || isClosing || waitingBytes > mostWaitingBytes) {
        unseen++;
        letGo(exchange, rooms);
        return;
      }
      queue.add(exchange);
      if (isUrgent(exchange) || queue.count() >= portion || queue.size() >= portionBytes) handOver();
      else timer ??= later();
    },
    async close() {
      if (isRunning && !isClosing) {
        isClosing = true;
        handOver();
        tell({ kind: 'close' });
      }
      return closed.promise;
    },
    closeNow(mostMs) {
      if (!isRunning || isClosing) return undefined;
      isClosing = true;
      handOver();
      tell({ kind: 'close' });
      const waited = Atomics.wait(ended, 0, 0, mostMs);
      hearRest();
      return waited === 'timed-out' ? 'late' : summary;
    },
    unref() {
      isReferenced = false;
      worker.unref();
      port.unref();
    },
  };
}

/** The next message that waits at a port. */
function receivedOn(port: MessagePort): { readonly message: FromThread } | undefined {
  return receiveMessageOnPort(port);
}

/** What a user waits to be told of. */
function isUrgent({ ending, response }: Exchange): boolean {
  return ending.kind !== 'complete' || (response?.status ?? 0) >= 300;
}
