import { describe, expect, it } from 'vitest';
import { checkRequest } from './index.ts';

type Body = Record<string, unknown>;

const request = (): Body => ({
  model: 'claude-opus-4-6',
  max_tokens: 10,
  messages: [{ role: 'user', content: 'Hello' }],
});

const cases: readonly (readonly [string, () => Body])[] = [
  ['an unknown member', () => Object.assign(request(), { extra: circular() })],
  ['the metadata', () => Object.assign(request(), { metadata: circular() })],
  ['the schema of a tool', () => Object.assign(request(), { tools: [{ name: 'a', input_schema: circular() }] })],
  [
    'the schema of a strict tool',
    () => Object.assign(request(), { tools: [{ name: 'a', strict: true, input_schema: circular() }] }),
  ],
  [
    'the input of a tool call',
    () =>
      Object.assign(request(), {
        messages: [{ role: 'assistant', content: [{ type: 'tool_use', id: 'toolu_1', name: 'a', input: circular() }] }],
      }),
  ],
  [
    'an entry of a batch',
    () => ({ requests: [{ custom_id: 'a', params: Object.assign(request(), { extra: circular() }) }] }),
  ],
];

/** Holds itself twice, so that a walk that stops at a depth alone would double its work at every level. */
function circular(): Body {
  const value: Body = { type: 'object', properties: {} };
  value.properties = { left: value, right: value };
  return value;
}

describe('a body that holds itself', () => {
  it.each(cases)('is told in %s, and ends the check', (_, body) => {
    const built = body();
    const endpoint = 'requests' in built ? '/v1/messages/batches' : '/v1/messages';
    const { ok, problems } = checkRequest(built, { endpoint });

    expect(ok).toBe(false);
    expect(problems[0]).toMatchObject({ cause: 'json-malformed', row: 'body-circular', wording: 'ours' });
  });

  it('names the member that closes the circle', () => {
    const body = request();
    body.extra = { inner: [body] };

    expect(checkRequest(body).problems.map(({ at }) => at)).toEqual([['extra', 'inner', 0]]);
  });

  it('does not take an object that stands at two places for one', () => {
    let deep: unknown = 'end';
    for (let level = 0; level < 300; level++) deep = { deep };
    const shared = { type: 'object', properties: { deep: { default: deep } } };
    const tools = [
      { name: 'a', input_schema: shared },
      { name: 'b', input_schema: shared },
    ];

    expect(checkRequest({ ...request(), tools }).problems.filter(({ row }) => row === 'body-circular')).toEqual([]);
  });
});
