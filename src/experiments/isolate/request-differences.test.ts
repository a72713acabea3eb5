import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import { isObject } from '../../core/json.ts';
import { differencesIn, merge, render, type MergeOptions } from './merge.ts';
import { compareRequests, type ComparedRequest } from './request-differences.ts';

const anything: MergeOptions = { isWhole: () => false, isVersion: () => true };

describe('two values laid over each other', () => {
  test('give back either of them, and no difference where they are equal', () => {
    const json = fc.jsonValue({ maxDepth: 4 }).map(plain);
    fc.assert(
      fc.property(json, json, (good, bad) => {
        const merged = merge(good, bad, anything);
        const ids = differencesIn(merged).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(render(merged, () => false)).toEqual(good);
        expect(render(merged, () => true)).toEqual(bad);
        expect(differencesIn(merge(bad, bad, anything))).toEqual([]);
      }),
    );
  });

  test('keep what both hold, whatever stands before it', () => {
    const merged = merge(['a', 'b', 'c', 'd'], ['a', 'x', 'c', 'd', 'e'], anything);
    expect(differencesIn(merged)).toEqual([
      { id: '1', path: '1', change: 'changed', good: 'b', bad: 'x' },
      { id: '4', path: '4', change: 'added', bad: 'e' },
    ]);
  });
});

/** As JSON, which knows no negative zero. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

const request = (body: JsonObject, headers: Readonly<Record<string, string>> = {}): ComparedRequest => ({
  endpoint: '/v1/messages',
  headers,
  body,
});
const hello = { role: 'user', content: 'Hello' };
const partsOf = (good: ComparedRequest, bad: ComparedRequest): readonly string[] =>
  compareRequests(good, bad).parts.map(({ id }) => id);

const conversation = (id: string): JsonObject => ({
  messages: [
    hello,
    { role: 'assistant', content: [{ type: 'tool_use', id, name: 'get', input: {} }] },
    { role: 'user', content: [{ type: 'tool_result', tool_use_id: id, content: 'ok' }] },
  ],
});

const thought = (thinking: string, signature: string): JsonObject => ({
  messages: [hello, { role: 'assistant', content: [{ type: 'thinking', thinking, signature }] }],
});

const long = (change: (at: number) => string): JsonObject => ({
  messages: Array.from({ length: 1000 }, (_, at) => ({
    role: at % 2 === 0 ? 'user' : 'assistant',
    content: change(at),
  })),
});

describe('two requests', () => {
  test('differ by member, by message and by block, each with its path', () => {
    const good = request({ model: 'claude-sonnet-5', max_tokens: 10, messages: [hello] });
    const bad = request({
      model: 'claude-haiku-4-5',
      messages: [
        { role: 'user', content: 'Hello!' },
        { role: 'assistant', content: [{ type: 'text', text: '' }] },
      ],
      max_tokens: 10,
      temperature: 3,
    });
    expect(partsOf(good, bad)).toEqual(['model', 'messages.0.content', 'messages.1', 'temperature']);
  });

  test('differ by each value of a header that has many', () => {
    const good = request({}, { 'anthropic-version': '2023-06-01', 'anthropic-beta': 'a-1, b-2' });
    const bad = request({}, { 'anthropic-version': '2026-10-21', 'anthropic-beta': 'b-2,c-3' });
    expect(partsOf(good, bad)).toEqual([
      'header anthropic-version',
      'header anthropic-beta.c-3',
      'header anthropic-beta.a-1 (good)',
    ]);
    const { with: withParts } = compareRequests(good, bad);
    expect(withParts(new Set(['header anthropic-beta.c-3'])).headers).toEqual({
      'anthropic-version': '2023-06-01',
      'anthropic-beta': 'b-2,c-3,a-1',
    });
  });

  test('do not differ by their credentials and by what only tells of the client', () => {
    const good = request({}, { 'x-api-key': 'one', 'user-agent': 'a', 'x-stainless-os': 'Linux' });
    const bad = request({}, { authorization: 'other', 'user-agent': 'b' });
    const { parts, leftOut } = compareRequests(good, bad);
    expect(parts).toEqual([]);
    expect(leftOut).toEqual(['authorization', 'user-agent', 'x-api-key', 'x-stainless-os']);
  });

  test('keep a tool call and its result together', () => {
    const call = { role: 'assistant', content: [{ type: 'tool_use', id: 'toolu_1', name: 'get', input: {} }] };
    const result = { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_1', content: 'ok' }] };
    const good = request({ messages: [hello] });
    const bad = request({ messages: [hello, call, result], stream: true });
    expect(partsOf(good, bad)).toEqual(['messages.1 + messages.2', 'stream']);
  });

  test('keep an id and what names it together', () => {
    expect(partsOf(request(conversation('toolu_1')), request(conversation('toolu 1')))).toEqual([
      'messages.1.content.0.id + messages.2.content.0.tool_use_id',
    ]);
  });

  test('keep thinking and its signature together', () => {
    expect(partsOf(request(thought('a', 'x')), request(thought('b', 'y')))).toEqual(['messages.1.content.0']);
  });

  test('give back either of them', () => {
    const body = fc.dictionary(
      fc.constantFrom('model', 'messages', 'system', 'tools'),
      fc.jsonValue({ maxDepth: 4 }).map(plain),
    );
    fc.assert(
      fc.property(body, body, (one, other) => {
        const { parts, with: withParts } = compareRequests(request(one), request(other));
        expect(withParts(new Set()).body).toEqual(one);
        expect(withParts(new Set(parts.map(({ id }) => id))).body).toEqual(other);
      }),
    );
  });

  test('of a thousand messages are compared in good time', () => {
    const bad = long((at) => (at === 500 ? 'changed' : `text ${at}`));
    expect(isObject(bad)).toBe(true);
    expect(partsOf(request(long((at) => `text ${at}`)), request(bad))).toEqual(['messages.500.content']);
  });
});
