import { describe, expect, test } from 'vitest';
import { fixRequest } from '../../src/check/fix.ts';
import { checkRequest } from '../../src/check/index.ts';
import { checkText } from '../../src/check/text/body.ts';

test('a body given as text is told which function judges text', () => {
  expect(checkRequest('{"model":"claude-sonnet-4-6"}').problems[0]?.why).toContain('`checkText` judges');
  expect(checkText('"a string"').problems[0]?.why).not.toContain('checkText');
});

const circular: Record<string, unknown> = { model: 'claude-sonnet-4-6', max_tokens: 1 };
circular['messages'] = [circular];

test.each([
  ['holds itself', circular],
  ['holds a BigInt', { max_tokens: 1n }],
  ['is a function', () => 1],
])('a body that %s cannot be fixed, and the error says what a body must be', (_, body) => {
  expect(() => fixRequest(body)).toThrow(
    new TypeError(
      'fixRequest needs a body that can be written as JSON: without circular references, BigInt values or functions in its place.',
    ),
  );
});

/** Whether the conversation is said to hold a result without a call. */
function isTold(...messages: readonly unknown[]): boolean {
  const body = { model: 'claude-sonnet-4-6', max_tokens: 1, messages };
  return checkRequest(body).problems.some(({ row }) => row === 'tr-orphan');
}

describe('a result without a call', () => {
  const result = { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_1', content: 'a' }] };
  const question = { role: 'user', content: 'a' };
  const call = { type: 'tool_use', id: 'toolu_1', name: 'b', input: {} };

  test.each([
    ['a block without a type', { role: 'assistant', content: [{ text: 'a' }] }],
    ['a string for a block', { role: 'assistant', content: ['a'] }],
    ['no content', { role: 'assistant' }],
    ['a number for its content', { role: 'assistant', content: 5 }],
  ])('is told where the turn before it is broken by %s, which can be no call', (_, message) => {
    expect(isTold(question, message, result)).toBe(true);
  });

  test.each([
    ['a call without a type', { role: 'assistant', content: [{ id: 'toolu_1', name: 'b', input: {} }] }],
    ['a call without an id', { role: 'assistant', content: [{ type: 'tool_use', name: 'b', input: {} }] }],
    ['a call of a misspelled type', { role: 'assistant', content: [{ ...call, type: 'tool_usee' }] }],
    ['a call outside a list', { role: 'assistant', content: call }],
    ['a call under a misspelled role', { role: 'assitant', content: [call] }],
    ['a call without a role', { content: [call] }],
  ])('is not told where %s may be what it answers', (_, message) => {
    expect(isTold(question, message, result)).toBe(false);
  });
});
