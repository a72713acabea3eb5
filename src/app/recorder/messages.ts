import type { RecordingSummary, ToldFailure } from '../../core/recording.ts';
import type { Parcel } from './parcel.ts';

/** How the recorder's thread is started. */
export interface RecorderSettings {
  /** The folder of the store. */
  readonly folder: string;
  readonly withBodies: boolean;
  readonly patienceMs?: number;
}

/** What the thread is told. */
export type ToThread = { readonly kind: 'exchanges'; readonly parcel: Parcel } | { readonly kind: 'close' };

/** What the thread tells. */
export type FromThread =
  | { readonly kind: 'ready'; readonly problem?: { readonly message: string; readonly hint: string } }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string; readonly hint: string }
  | { readonly kind: 'failure'; readonly failure: ToldFailure }
  | { readonly kind: 'problem'; readonly message: string }
  | { readonly kind: 'done'; readonly bytes: number }
  | { readonly kind: 'closed'; readonly summary: Omit<RecordingSummary, 'unseen'> };
