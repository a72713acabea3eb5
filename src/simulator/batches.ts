import type { ErrorAnswer } from '../core/fault.ts';
import { isArray, isObject, textOf, type JsonObject } from '../core/json.ts';
import { page } from './page.ts';

/** A Message Batch. Its results are made when they are asked for. */
export interface Batch {
  readonly id: string;
  readonly createdAt: number;
  readonly entries: readonly BatchEntry[];
  readonly canceledAt?: number;
}

/** One request of a batch. */
export interface BatchEntry {
  readonly customId: string;
  readonly params: JsonObject;
  /** Why its request is refused, where it is. */
  readonly error?: ErrorAnswer;
}

/** How long a batch is worked on, and how long one that is canceled takes to end. */
export const batchMs = { work: 1000, cancel: 500 } as const;
const dayMs = 86_400_000;

/** The entries of a body that was accepted, each judged by itself. */
export function entriesOf(
  body: JsonObject,
  judgeEntry: (params: JsonObject) => ErrorAnswer | undefined,
): readonly BatchEntry[] {
  const requests = isArray(body.requests) ? body.requests : [];
  return requests.flatMap((entry) => {
    if (!isObject(entry) || !isObject(entry.params)) return [];
    const error = judgeEntry(entry.params);
    return { customId: textOf(entry.custom_id) ?? '', params: entry.params, ...(error ? { error } : {}) };
  });
}

/** When a batch ends, or ended. */
export function endOf({ createdAt, canceledAt }: Batch): number {
  const worked = createdAt + batchMs.work;
  return canceledAt === undefined || canceledAt >= worked ? worked : canceledAt + batchMs.cancel;
}

/** Whether the batch was canceled before it was worked on. */
export function isCanceled({ createdAt, canceledAt }: Batch): boolean {
  return canceledAt !== undefined && canceledAt < createdAt + batchMs.work;
}

/** A batch as the API shows it at a time. */
export function batchObject(batch: Batch, now: number, baseUrl: string): JsonObject & { readonly id: string } {
  const end = endOf(batch);
  const hasEnded = now >= end;
  const count = batch.entries.length;
  const canceled = isCanceled(batch);
  const errored = batch.entries.filter(({ error }) => error !== undefined).length;
  return {
    id: batch.id,
    type: 'message_batch',
    processing_status: hasEnded ? 'ended' : batch.canceledAt === undefined ? 'in_progress' : 'canceling',
    request_counts: {
      processing: hasEnded ? 0 : count,
      succeeded: hasEnded && !canceled ? count - errored : 0,
      errored: hasEnded && !canceled ? errored : 0,
      canceled: hasEnded && canceled ? count : 0,
      expired: 0,
    },
    ended_at: hasEnded ? iso(end) : null,
    created_at: iso(batch.createdAt),
    expires_at: iso(batch.createdAt + dayMs),
    archived_at: null,
    cancel_initiated_at: batch.canceledAt === undefined ? null : iso(batch.canceledAt),
    results_url: hasEnded ? `${baseUrl}/v1/messages/batches/${batch.id}/results` : null,
  };
}

/** A page of batches, newest first. */
export function batchPage(
  batches: Iterable<Batch>,
  query: Readonly<Record<string, string>>,
  now: number,
  baseUrl: string,
): JsonObject {
  const all = [...batches].toReversed().map((batch) => batchObject(batch, now, baseUrl));
  return page(all, query, { usual: 20, most: 1000 });
}

/** No batch has this id. */
export function batchMissing(id: string): ErrorAnswer {
  return { status: 404, type: 'not_found_error', message: `Message Batch ${id} not found.` };
}

/** The batch is there, and its results are not. */
export function resultsMissing(id: string): ErrorAnswer {
  return { status: 404, type: 'not_found_error', message: `Message Batch ${id} has no available results.` };
}

/** A batch that is worked on cannot be deleted. */
export function stillWorking(id: string): ErrorAnswer {
  return {
    status: 400,
    type: 'invalid_request_error',
    message: `Message Batch ${id} is still processing and cannot be deleted; cancel it first.`,
  };
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
