import { describe, expect, test } from 'vitest';
import { isObject } from '../core/json.ts';
import type { Problem } from '../core/problem.ts';
import type { JudgedRequest } from '../core/rule.ts';
import { judgeStructure } from './structure.ts';
import { bodyExamples } from './structure/body.examples.ts';
import { mediaExamples } from './structure/media.examples.ts';
import { messageExamples } from './structure/messages.examples.ts';
import { toolExamples } from './structure/tools.examples.ts';
import { viewRequest } from './view.ts';

function judged({ body, ...options }: JudgedRequest): readonly Problem[] {
  return isObject(body) ? judgeStructure(viewRequest(body, options)) : [];
}

describe('structure', () => {
  test.each([...bodyExamples, ...messageExamples, ...mediaExamples, ...toolExamples])(
    '$row: $expected.path: $expected.message',
    ({ row, breaks, expected, spares }) => {
      const { cause, severity = 'error', path, message } = expected;
      const problems = judged(breaks);
      expect(problems[0]).toMatchObject({ row, cause, severity, path, message });
      expect(problems.filter((problem) => problem.row !== row)).toEqual([]);
      expect(judged(spares)).toEqual([]);
    },
  );

  test('tells the faults of one object in the order of its members, unknown ones last', () => {
    const content = [{ extra: 1, cache_control: 1, type: 'text', text: 2 }];
    const body = { zebra: 1, messages: [{ role: 'user', content }], max_tokens: 'many', apple: 1 };
    expect(judged({ body }).map(({ path }) => path)).toEqual([
      'max_tokens',
      'messages.0.content.0.text.text',
      'messages.0.content.0.text.cache_control',
      'messages.0.content.0.text.extra',
      'model',
      'zebra',
      'apple',
    ]);
  });

  test('names the member that an unknown one may have meant, and renames it', () => {
    const body = { model: 'claude-sonnet-4-6', max_tokens: 1, messages: [], stop_sequence: ['END'] };
    expect(judged({ body })).toMatchObject([
      {
        phase: 'unknown-key',
        keyAt: ['stop_sequence'],
        why: '`stop_sequence` is not a member here; did you mean `stop_sequences`?',
        fix: { safe: false, edits: [{ kind: 'rename', at: ['stop_sequence'], to: 'stop_sequences' }] },
      },
    ]);
  });

  test('removes an unknown member where the one that it may have meant is there too', () => {
    const body = { model: 'claude-sonnet-4-6', max_tokens: 1, max_token: 2, messages: [] };
    expect(judged({ body })).toMatchObject([{ fix: { edits: [{ kind: 'remove', at: ['max_token'] }] } }]);
  });

  test.each([
    ['a member of the body', { max_token: 1 }, 'max_tokens', ['max_token']],
    [
      'a member of a block',
      { max_tokens: 1, messages: [{ role: 'user', content: [{ type: 'text', txt: 'a' }] }] },
      'messages.0.content.0.text.text',
      ['messages', 0, 'content', 0, 'txt'],
    ],
    ['a tag', { max_tokens: 1, messages: [{ rol: 'user', content: 'a' }] }, 'messages.0.role', ['messages', 0, 'rol']],
  ])('tells a misspelled member that must be there once, as missing: %s', (_, members, path, keyAt) => {
    const body = { model: 'claude-sonnet-4-6', messages: [], ...members };
    const problems = judged({ body });
    expect(problems).toMatchObject([{ path, message: 'Field required', keyAt, fix: { edits: [{ kind: 'rename' }] } }]);
    expect(problems[0]?.why).toContain('did you mean');
  });

  test('says of a missing member what it is for and what was found in its place', () => {
    const content = [{ type: 'tool_result', content: 'a' }];
    const body = { model: 'claude-sonnet-4-6', max_tokens: 1, messages: [{ role: 'user', content }] };
    expect(judged({ body })[0]?.why).toBe(
      '`tool_use_id` is the id of the call that this answers. A `tool_result` must have `tool_use_id`. Found here: `type`, `content`.',
    );
  });

  test('points at the same place in the body, without the tags of the path', () => {
    const source = { type: 'base64', media_type: 'application/pdf', data: 1 };
    const body = {
      model: 'claude-sonnet-4-6',
      max_tokens: 1,
      messages: [{ role: 'user', content: [{ type: 'document', source }] }],
    };
    expect(judged({ body })).toMatchObject([
      {
        path: 'messages.0.content.0.pdf.source.base64.data',
        at: ['messages', 0, 'content', 0, 'source', 'data'],
        why: 'Found 1.',
      },
    ]);
  });

  test.each([
    ['Bedrock', 'bedrock', 'bedrock-2023-05-31'],
    ['Google Cloud', 'vertex', 'vertex-2023-10-16'],
  ] as const)('takes a body for %s, which has its version in it and no model', (_, platform, anthropic_version) => {
    const body = { anthropic_version, anthropic_beta: [], max_tokens: 1, messages: [], temperature: 0.5 };
    expect(judged({ body, platform })).toEqual([]);
  });

  test('refuses the version of a cloud on the API itself', () => {
    const body = { anthropic_version: 'bedrock-2023-05-31', model: 'claude-sonnet-4-6', max_tokens: 1, messages: [] };
    expect(judged({ body })).toMatchObject([{ path: 'anthropic_version', message: 'Extra inputs are not permitted' }]);
  });

  test('only warns where a beta value of a newer date than the known ones was sent', () => {
    const body = { model: 'claude-opus-5', max_tokens: 1, messages: [], context_management: { edits: [] } };
    const headers = { 'anthropic-beta': 'context-management-2027-01-01' };
    expect(judged({ body, headers, headersKnown: true })).toMatchObject([{ severity: 'warning' }]);
  });

  test('only warns of a member that a gateway may know', () => {
    const body = { model: 'claude-opus-5', max_tokens: 1, messages: [], provider: { order: [] } };
    expect(judged({ body, platform: 'gateway' })).toMatchObject([{ path: 'provider', severity: 'warning' }]);
  });

  test('takes fewer members where tokens are only counted', () => {
    const body = { model: 'claude-sonnet-4-6', max_tokens: 1, messages: [] };
    expect(judged({ body, endpoint: '/v1/messages/count_tokens' })).toMatchObject([{ path: 'max_tokens' }]);
  });

  test('judges the envelope of a batch and leaves the entries alone', () => {
    const body = { requests: [{ custom_id: 'a', params: { model: 1 } }, { params: 'b' }] };
    expect(
      judged({ body, endpoint: '/v1/messages/batches' }).map(({ path, message }) => `${path}: ${message}`),
    ).toEqual(['requests.1.custom_id: Field required', 'requests.1.params: Input should be an object']);
  });

  test('takes a member that is `undefined` as absent, as JSON does', () => {
    const body = { model: 'claude-sonnet-4-6', max_tokens: 1, messages: [], temperature: undefined, foo: undefined };
    expect(judged({ body })).toEqual([]);
  });

  test('tells a mistake that stands in every block a limited number of times, and those of the body still', () => {
    const content = Array.from({ length: 1000 }, () => ({ type: 'text', text: 1 }));
    const body = { messages: [{ role: 'user', content }], model: 'claude-sonnet-4-6' };
    const problems = judged({ body });
    expect(problems.length).toBeLessThan(200);
    expect(problems.some(({ path }) => path === 'max_tokens')).toBe(true);
  });

  test('survives any nesting in the parts that are open', () => {
    let input: unknown = 1;
    for (let depth = 0; depth < 100_000; depth++) input = [input];
    const content = [{ type: 'tool_use', id: 'toolu_1', name: 'look_up', input: { input } }];
    const body = { model: 'claude-sonnet-4-6', max_tokens: 1, messages: [{ role: 'assistant', content }] };
    expect(judged({ body })).toEqual([]);
  });
});
