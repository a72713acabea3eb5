import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRequest, estimateRequest } from '../../src/check/index.ts';
import type { BodyPath } from '../../src/check/index.ts';
import { isArray, isObject } from '../../src/core/json.ts';
import { requests } from './conversations.ts';

/** Every place of a JSON value. */
function placesOf(value: unknown, at: BodyPath = []): readonly BodyPath[] {
  if (isArray(value)) return [at, ...value.flatMap((item, index) => placesOf(item, [...at, index]))];
  if (isObject(value)) return [at, ...Object.entries(value).flatMap(([key, item]) => placesOf(item, [...at, key]))];
  return [at];
}

/** The value with another one at a place. */
function replaced(value: unknown, [key, ...rest]: BodyPath, by: unknown): unknown {
  if (key === undefined) return by;
  if (isArray(value)) return value.map((item, index) => (index === key ? replaced(item, rest, by) : item));
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([name, item]) => [name, name === key ? replaced(item, rest, by) : item]);
  return Object.fromEntries(members);
}

const anyOptions = fc.record(
  {
    endpoint: fc.constantFrom(
      '/v1/messages',
      '/v1/messages/count_tokens',
      '/v1/messages/batches',
      '/model/x/invoke',
      '',
    ),
    platform: fc.constantFrom(
      'direct' as const,
      'bedrock' as const,
      'vertex' as const,
      'foundry' as const,
      'gateway' as const,
    ),
    asOf: fc.constantFrom('2024-01-01', '2025-06-01', '2026-11-22', 'soon'),
    headersKnown: fc.boolean(),
    headers: fc.dictionary(fc.constantFrom('anthropic-version', 'Anthropic-Beta', 'host'), fc.string()),
  },
  { requiredKeys: [] },
);

describe('whatever is given as a request', () => {
  test('is judged without a crash', () => {
    fc.assert(
      fc.property(fc.jsonValue(), anyOptions, (body, options) => {
        const { ok, problems } = checkRequest(body, options);
        expect(ok).toBe(problems.every(({ severity }) => severity === 'warning'));
      }),
    );
  });

  test('a sound request with anything at any place is judged without a crash, and every problem has its place', () => {
    const broken = requests.chain((request) =>
      fc.tuple(fc.constant(request), fc.constantFrom(...placesOf(request)), fc.jsonValue(), anyOptions),
    );
    fc.assert(
      fc.property(broken, ([request, place, by, options]) => {
        const body = replaced(request, place, by);
        const { problems } = checkRequest(body, options);
        for (const { message, at, row } of problems) {
          expect(message).not.toMatch(/undefined|NaN|\[object/);
          expect([row, at.every((key) => typeof key === 'string' || Number.isInteger(key))]).toEqual([row, true]);
        }
        estimateRequest(body, options);
      }),
      { numRuns: 300 },
    );
  });

  test.each(['input', 'content', 'schema', 'top'])('nesting 100,000 deep in %s overflows nothing', (where) => {
    const open = where === 'content' ? '{"type":"tool_result","tool_use_id":"a","content":[' : '{"a":';
    const close = where === 'content' ? ']}' : '}';
    const deep = open.repeat(100_000) + (where === 'content' ? '' : '1') + close.repeat(100_000);
    const tool = `{"name":"b","input_schema":${where === 'schema' ? deep : '{"type":"object"}'}}`;
    const call = `{"type":"tool_use","id":"a","name":"b","input":${where === 'input' ? deep : '{}'}}`;
    const result = where === 'content' ? deep : '{"type":"tool_result","tool_use_id":"a","content":"c"}';
    const extra = where === 'top' ? `,"metadata":${deep}` : '';
    const text = `{"model":"claude-sonnet-4-6","max_tokens":16,"tools":[${tool}],"messages":[{"role":"user","content":"?"},{"role":"assistant","content":[${call}]},{"role":"user","content":[${result}]}]${extra}}`;
    const body: unknown = JSON.parse(text);
    expect(() => checkRequest(body)).not.toThrow();
    expect(() => estimateRequest(body)).not.toThrow();
  });
});
