import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { deedOf } from '../core/fault.ts';
import { faultById, faults } from './index.ts';

const call = { model: 'claude-sonnet-5', isStreaming: false, path: '/v1/messages', at: 0 };
const others = new Set(['index', 'broken-request', 'not-simulated']);

describe('faults', () => {
  test('are all in the list, each in a file of its name', () => {
    const files = readdirSync(import.meta.dirname)
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => name.slice(0, -'.ts'.length))
      .filter((name) => !others.has(name));
    expect(faults.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
  });

  test.each(faults)('$id says in one sentence what the caller meets', ({ id, summary }) => {
    expect(summary).toMatch(/^[A-Z][^.]*[^. ]$/);
    expect(faultById(id)?.summary).toBe(summary);
  });

  test.each(faults)('$id does the same to every call like it', (fault) => {
    expect(deedOf(fault, call)).toEqual(deedOf(fault, call));
  });
});
