import { expect, test } from 'vitest';
import type { Problem } from '../core/problem.ts';
import { inApiOrder } from './order.ts';

function problem(row: string, members: Partial<Problem>): Problem {
  return {
    cause: 'c',
    row,
    severity: 'error',
    phase: 'schema',
    path: '',
    message: '',
    wording: 'ours',
    at: [],
    ...members,
  };
}

test('the schema comes field by field in the order of the API, whatever the order of the body', () => {
  const rows = inApiOrder([
    problem('stream', { at: ['stream'] }),
    problem('second message', { at: ['messages', 1, 'role'] }),
    problem('system', { at: ['system'] }),
    problem('first message', { at: ['messages', 0, 'content'] }),
    problem('model', { at: ['model'] }),
    problem('tools', { at: ['tools', 3] }),
  ]).map(({ row }) => row);
  expect(rows).toEqual(['model', 'tools', 'first message', 'second message', 'system', 'stream']);
});

test('an unknown model is told after the schema and before what the model can do', () => {
  const rows = inApiOrder([
    problem('capability', { phase: 'capability' }),
    problem('model', { phase: 'model' }),
    problem('unknown key', { phase: 'unknown-key' }),
    problem('schema', {}),
    problem('version', { phase: 'transport' }),
  ]).map(({ row }) => row);
  expect(rows).toEqual(['version', 'schema', 'unknown key', 'model', 'capability']);
});

test('warnings come behind errors, however early their phase', () => {
  const rows = inApiOrder([
    problem('warning', { severity: 'warning', phase: 'transport' }),
    problem('error', { phase: 'advice' }),
  ]);
  expect(rows.map(({ row }) => row)).toEqual(['error', 'warning']);
});
