import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openQueue, type RampQueue, type RunWish } from './queue.ts';

const now = Date.parse('2026-11-25T12:00:00Z');
const entries = [1, 2, 3].map((number) => ({ key: `k${number}`, label: `queue.ndjson:${number}` }));

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'faultline-queue-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return join(path, 'store');
}

function opened(path: string): RampQueue {
  const queue = openQueue(path, 'create');
  onTestFinished(() => queue.close());
  return queue;
}

function wish(more: Partial<RunWish> = {}): RunWish {
  return {
    source: 'queue.ndjson',
    folder: '/out',
    newId: 'one',
    processId: 1,
    now,
    isNew: false,
    isAlive: () => true,
    ...more,
  };
}

test('the same source goes on with the same run, and what was being sent is of unknown outcome', () => {
  const queue = opened(folder());
  queue.take(wish());
  queue.add('one', entries, now);
  expect(queue.lease('one', 'k1', 1, now)).toBe(true);
  expect(queue.lease('one', 'k2', 1, now)).toBe(true);
  queue.settle('one', 'k2', 'done', now);
  const again = queue.take(wish({ newId: 'two', processId: 2, isAlive: () => false }));
  expect(again).toMatchObject({ kind: 'taken', id: 'one', isResumed: true, interrupted: ['k1'] });
  expect(queue.counts('one')).toMatchObject({ waiting: 1, sending: 0, done: 1, unknown: 1 });
  expect(queue.entries('one', 'unknown')).toEqual([{ ...entries[0], state: 'unknown', attempts: 1 }]);
});

test('an entry is leased once, and is sent again only when it was put back', () => {
  const queue = opened(folder());
  queue.take(wish());
  queue.add('one', entries, now);
  expect([queue.lease('one', 'k1', 1, now), queue.lease('one', 'k1', 1, now)]).toEqual([true, false]);
  queue.settle('one', 'k1', 'unknown', now);
  expect(queue.lease('one', 'k1', 1, now)).toBe(false);
  expect(queue.putUnknownBack('one', now)).toBe(1);
  expect(queue.lease('one', 'k1', 1, now)).toBe(true);
});

test('entries that are there already stay as they are', () => {
  const queue = opened(folder());
  queue.take(wish());
  queue.add('one', entries.slice(0, 2), now);
  queue.settle('one', 'k1', 'done', now);
  expect([...queue.add('one', entries, now)]).toEqual(['k3']);
  expect(queue.counts('one')).toMatchObject({ waiting: 2, done: 1 });
});

test('a process at work keeps others away, until it has ended or nothing is heard of it', () => {
  const queue = opened(folder());
  queue.take(wish());
  expect(queue.take(wish({ processId: 2 }))).toEqual({ kind: 'busy', processId: 1 });
  queue.renew('one', 1, now + 50_000);
  expect(queue.take(wish({ processId: 2, now: now + 100_000 }))).toEqual({ kind: 'busy', processId: 1 });
  expect(queue.take(wish({ processId: 2, now: now + 200_000 })).kind).toBe('taken');
  queue.add('one', entries, now);
  expect([queue.lease('one', 'k1', 1, now), queue.lease('one', 'k1', 2, now)]).toEqual([false, true]);
  queue.release('one', 1);
  expect(queue.take(wish({ processId: 3 }))).toEqual({ kind: 'busy', processId: 2 });
  queue.release('one', 2);
  expect(queue.take(wish({ processId: 3 })).kind).toBe('taken');
});

test('a new run leaves the one before alone', () => {
  const queue = opened(folder());
  queue.take(wish());
  queue.add('one', entries, now);
  queue.release('one', 1);
  expect(queue.take(wish({ newId: 'two', isNew: true, now: now + 1 }))).toMatchObject({ id: 'two', isResumed: false });
  expect(queue.counts('two').waiting).toBe(0);
  expect(queue.counts('one').waiting).toBe(3);
});

test('a queue that others can read is not trusted', () => {
  const path = folder();
  opened(path).close();
  chmodSync(join(path, 'ramp.sqlite'), 0o644);
  expect(() => openQueue(path, 'existing')).toThrow('The store cannot be trusted');
});
