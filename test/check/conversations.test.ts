import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRequest } from '../../src/check/index.ts';
import type { Message, Request } from './conversations.ts';
import { callsOf, requests, requestsWithCalls, resultsOf, withMessage } from './conversations.ts';

/** The rows of the errors, each once. */
function refusals(request: unknown): readonly string[] {
  const { problems } = checkRequest(request);
  return [...new Set(problems.filter(({ severity }) => severity === 'error').map(({ row }) => row))];
}

test('a generated conversation that the API takes passes', () => {
  fc.assert(
    fc.property(requests, (request) => {
      expect(refusals(request)).toEqual([]);
    }),
  );
});

interface Mutation {
  readonly row: string;
  readonly from: fc.Arbitrary<Request>;
  readonly mutate: (request: Request) => Request;
}

const last = (request: Request): Message | undefined => request.messages.at(-1);
const firstIndex = (request: Request, holds: (message: Message) => boolean): number =>
  request.messages.findIndex(holds);
const blocks = ({ content }: Message): readonly Readonly<Record<string, unknown> & { type: string }>[] =>
  typeof content === 'string' ? [{ type: 'text', text: content }] : content;
const isOf =
  (...models: readonly string[]) =>
  ({ model }: Request): boolean =>
    models.includes(model);
const withoutPrefill = [
  'claude-sonnet-4-6',
  'claude-opus-5',
  'claude-opus-4-8',
  'claude-opus-5-5',
  'claude-sonnet-5-5',
];

/** Changes the first message that holds something. */
function atFirst(holds: (message: Message) => boolean, change: (message: Message) => readonly Message[]) {
  return (request: Request): Request => withMessage(request, firstIndex(request, holds), change);
}

const hasCalls = (message: Message): boolean => callsOf(message).length > 0;
const hasResults = (message: Message): boolean => resultsOf(message).length > 0;

const mutations: readonly Mutation[] = [
  {
    row: 'tr-missing',
    from: requestsWithCalls,
    mutate: atFirst(hasResults, (message) => {
      const content = blocks(message).filter((block) => block !== resultsOf(message)[0]);
      return [{ role: 'user', content: content.length === 0 ? 'Never mind.' : content }];
    }),
  },
  {
    row: 'tr-missing',
    from: requestsWithCalls,
    mutate: atFirst(hasResults, (message) => [
      { role: 'user', content: [{ type: 'text', text: 'First this.' }, ...blocks(message)] },
    ]),
  },
  {
    row: 'tr-missing',
    from: requestsWithCalls,
    mutate: atFirst(hasCalls, (message) => [
      { role: 'assistant', content: [...blocks(message), { type: 'text', text: 'One moment.' }] },
    ]),
  },
  {
    row: 'tr-orphan',
    from: requests,
    mutate: (request) => ({
      ...request,
      messages: [
        ...request.messages.slice(0, -1),
        { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_lost', content: 'Lost.' }] },
      ],
    }),
  },
  {
    row: 'tr-duplicate',
    from: requestsWithCalls,
    mutate: atFirst(hasResults, (message) => {
      const [first] = resultsOf(message);
      return [{ role: 'user', content: first ? [first, ...blocks(message)] : [] }];
    }),
  },
  {
    row: 'tu-duplicate',
    from: requestsWithCalls,
    mutate: (request) => {
      const [call] = request.messages.flatMap(callsOf);
      if (!call) return request;
      const again: readonly Message[] = [
        { role: 'assistant', content: [call] },
        { role: 'user', content: [{ type: 'tool_result', tool_use_id: call.id, content: 'Again.' }] },
        { role: 'assistant', content: 'The same.' },
        { role: 'user', content: 'I see.' },
      ];
      return { ...request, messages: [...request.messages, ...again] };
    },
  },
  {
    row: 'tu-id-pattern',
    from: requestsWithCalls,
    mutate: atFirst(hasCalls, (message) => [
      {
        role: 'assistant',
        content: blocks(message).map((block) => (block.type === 'tool_use' ? { ...block, id: 'call:1' } : block)),
      },
    ]),
  },
  {
    row: 'text-empty',
    from: requests,
    mutate: (request) =>
      withMessage(request, 0, (message) => [{ ...message, content: [...blocks(message), { type: 'text', text: '' }] }]),
  },
  {
    row: 'text-whitespace',
    from: requests,
    mutate: (request) => withMessage(request, request.messages.length - 1, () => [{ role: 'user', content: ' \n ' }]),
  },
  {
    row: 'user-empty',
    from: requests,
    mutate: (request) => withMessage(request, request.messages.length - 1, () => [{ role: 'user', content: [] }]),
  },
  {
    row: 'item-role-unknown',
    from: requests,
    mutate: (request) => {
      const developer: Message = { role: 'developer', content: last(request)?.content ?? '' };
      return { ...request, messages: [...request.messages.slice(0, -1), developer] };
    },
  },
  {
    row: 'prefill-unsupported',
    from: requests.filter(isOf(...withoutPrefill)),
    mutate: (request) => ({ ...request, messages: [...request.messages, { role: 'assistant', content: 'It is' }] }),
  },
  {
    row: 'prefill-whitespace',
    from: requests.filter(isOf('claude-haiku-4-5')),
    mutate: (request) => ({ ...request, messages: [...request.messages, { role: 'assistant', content: 'It is ' }] }),
  },
  {
    row: 'block-wrong-role',
    from: requests,
    mutate: (request) =>
      withMessage(request, request.messages.length - 1, (message) => [
        { role: 'user', content: [...blocks(message), { type: 'thinking', thinking: 'Hm.', signature: 'c2ln' }] },
      ]),
  },
  { row: 'messages-empty', from: requests, mutate: (request) => ({ ...request, messages: [] }) },
  { row: 'model-unknown', from: requests, mutate: (request) => ({ ...request, model: `${request.model}x` }) },
  {
    row: 'model-id-platform',
    from: requests,
    mutate: (request) => ({ ...request, model: `anthropic.${request.model}` }),
  },
  { row: 'max-tokens-cap', from: requests, mutate: (request) => ({ ...request, max_tokens: 300_001 }) },
  {
    row: 'sampling-nondefault',
    from: requests.filter(isOf('claude-opus-5', 'claude-opus-4-8', 'claude-opus-5-5', 'claude-sonnet-5-5')),
    mutate: (request) => ({ ...request, temperature: 0.5 }),
  },
  {
    row: 'thinking-enabled-unsupported',
    from: requests.filter(isOf('claude-opus-5', 'claude-opus-5-5', 'claude-opus-4-8')),
    mutate: (request) => ({ ...request, thinking: { type: 'enabled', budget_tokens: 1024 } }),
  },
  {
    row: 'effort-unsupported',
    from: requests.filter(isOf('claude-haiku-4-5')),
    mutate: (request) => ({ ...request, output_config: { effort: 'low' } }),
  },
  { row: 'stop-sequence-blank', from: requests, mutate: (request) => ({ ...request, stop_sequences: ['\n'] }) },
];

describe('a single mutation is refused for the rule that it breaks, and for nothing else', () => {
  test.each(mutations.map((mutation, index): [string, Mutation] => [`${mutation.row} (${index + 1})`, mutation]))(
    '%s',
    (_, { row, from, mutate }) => {
      fc.assert(
        fc.property(from, (request) => {
          expect(refusals(mutate(request))).toEqual([row]);
        }),
        { numRuns: 60 },
      );
    },
  );
});
