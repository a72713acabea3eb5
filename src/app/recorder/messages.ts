import type { MessagePort } from 'node:worker_threads';
import type { RecordingSummary, ToldFailure } from '../../core/recording.ts';
import type { CustomSecrets } from '../../redactors/custom.ts';
import type { Share } from '../../redactors/share.ts';
import type { Parcel } from './parcel.ts';

/** What a recorder keeps, and where. */
export interface RecorderSettings {
  /** The folder of the store. */
  readonly folder: string;
  readonly withBodies: boolean;
  /** How much of the bodies is kept. */
  readonly share?: Share;
  /** What the user calls secret. */
  readonly secrets?: CustomSecrets;
  readonly patienceMs?: number;
}

/** What the thread of a recorder is started with. */
export interface ThreadStart extends RecorderSettings {
  readonly kind: typeof threadKind;
  readonly port: MessagePort;
  /** Raised when it has ended, for who waits without hearing it. */
  readonly ended: Int32Array<SharedArrayBuffer>;
}

/** Tells the data of a recorder's thread from those of a thread of the program. */
export const threadKind = 'faultline-recorder';

/** What the thread is told. */
export type ToThread = { readonly kind: 'exchanges'; readonly parcel: Parcel } | { readonly kind: 'close' };

/** What the thread tells. */
export type FromThread =
  | { readonly kind: 'ready'; readonly problem?: { readonly message: string; readonly hint: string } }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string; readonly hint: string }
  | { readonly kind: 'failure'; readonly failure: ToldFailure }
  | { readonly kind: 'problem'; readonly message: string }
  /** A parcel is looked through; its rooms come back. */
  | { readonly kind: 'done'; readonly rooms: readonly ArrayBuffer[] }
  | { readonly kind: 'closed'; readonly summary: Omit<RecordingSummary, 'unseen'> };
