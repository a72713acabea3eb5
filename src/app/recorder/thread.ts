import { workerData } from 'node:worker_threads';
import { isFaultlineError } from '../../core/error.ts';
import { present } from '../../core/present.ts';
import { openStore } from '../../store/sqlite.ts';
import type { IncidentStore } from '../../store/store.ts';
import { openKeeper } from './keeper.ts';
import type { FromThread, ThreadStart, ToThread } from './messages.ts';
import { roomsOf, unpack } from './parcel.ts';

// The recorder judges, redacts and writes in a thread of its own, so that no call waits for it.
// oxlint-disable-next-line typescript/consistent-type-assertions -- what starts the thread gives its settings in this form
const { port, ended, folder, withBodies, share, secrets, patienceMs } = workerData as ThreadStart;
const tell = (message: FromThread, transfer: readonly ArrayBuffer[] = []): void => port.postMessage(message, transfer);

process.once('exit', () => {
  Atomics.store(ended, 0, 1);
  Atomics.notify(ended, 0);
});

const store = openOrTell();
if (store !== 'refused') {
  const keeper = await openKeeper({
    ...(store ? { store } : {}),
    withBodies,
    now: Date.now,
    ...present({ share, secrets, patienceMs }),
  });
  let work = Promise.resolve();
  port.on('message', (message: ToThread) => {
    work = work.then(() => handle(message));
  });

  const handle = async (message: ToThread): Promise<void> => {
    if (message.kind === 'close') {
      await store?.close();
      tell({ kind: 'closed', summary: keeper.summary() });
      port.close();
      return;
    }
    for (const exchange of unpack(message.parcel)) {
      try {
        const failure = await keeper.take(exchange);
        if (failure) tell({ kind: 'failure', failure });
      } catch (error) {
        // A fault of ours at one call is no reason to look at no other.
        tell({ kind: 'problem', message: `A call could not be judged: ${String(error)}` });
      }
    }
    const rooms = roomsOf(message.parcel);
    tell({ kind: 'done', rooms }, rooms);
  };
}

/** A store that cannot be trusted ends it; one that cannot be written is told, and calls are judged all the same. */
function openOrTell(): IncidentStore | undefined | 'refused' {
  try {
    const opened = openStore(folder, 'create');
    tell({ kind: 'ready' });
    return opened;
  } catch (error) {
    if (!isFaultlineError(error)) throw error;
    const { code, message, hint } = error;
    if (code === 'store-unusable') {
      tell({ kind: 'ready', problem: { message, hint } });
      return undefined;
    }
    tell({ kind: 'refused', code, message, hint });
    port.close();
    return 'refused';
  }
}
