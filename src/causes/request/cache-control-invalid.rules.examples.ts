import type { JsonObject } from '../../core/json.ts';
import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest, exampleTool } from '../example-request.ts';

const cause = 'cache-control-invalid';
const short = { type: 'ephemeral' };
const long = { type: 'ephemeral', ttl: '1h' };
/** Long enough for every model to cache it. */
const essay = 'The Danube rises in the Black Forest and ends in the Black Sea. '.repeat(600);
const text = (mark?: JsonObject, words = essay): JsonObject => ({
  type: 'text',
  text: words,
  ...(mark ? { cache_control: mark } : {}),
});
const withContent = (content: readonly JsonObject[], members: JsonObject = {}) => ({
  body: exampleRequest({ messages: [{ role: 'user', content }], ...members }),
});
const nested = (...content: readonly JsonObject[]) => ({
  body: exampleRequest({
    messages: [
      { role: 'user', content: essay },
      { role: 'assistant', content: [{ type: 'tool_use', id: 'toolu_1', name: 'look_up_river', input: {} }] },
      { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_1', content }] },
    ],
  }),
});

/** Requests that break a rule about `cache_control`, each with its nearest accepted neighbor. */
export const cacheControlInvalidRuleExamples: readonly RuleExample[] = [
  {
    row: 'cc-max4',
    breaks: withContent([text(short), text(short), text(short)], {
      system: [text(short)],
      tools: [exampleTool({ cache_control: short })],
    }),
    expected: { cause, path: '', message: 'A maximum of 4 blocks with cache_control may be provided. Found 5.' },
    spares: withContent([text(short), text(short)], {
      system: [text(short)],
      tools: [exampleTool({ cache_control: short })],
    }),
  },
  {
    row: 'cc-ttl-order',
    breaks: withContent([text(long)], { system: [text(short)] }),
    expected: {
      cause,
      path: 'messages.0.content.0.cache_control.ttl',
      message: "a ttl='1h' cache_control block must not come after a ttl='5m' cache_control block.",
    },
    spares: withContent([text(short)], { system: [text(long)] }),
  },
  {
    row: 'cc-empty-text',
    breaks: { body: exampleRequest({ system: [text(undefined), text(short, '')] }) },
    expected: {
      cause,
      path: 'system.1',
      message: 'cache_control cannot be set for empty text blocks',
    },
    spares: { body: exampleRequest({ system: [text(), text(short)] }) },
  },
  {
    row: 'cc-nested',
    breaks: nested(text(short), text()),
    expected: {
      cause,
      severity: 'warning',
      path: 'messages.2.content.0.tool_result.content.0.cache_control',
      message: 'Inside a `tool_result` only the last block may have `cache_control`.',
    },
    spares: nested(text(), text(short)),
  },
  {
    row: 'cc-auto-conflict',
    breaks: withContent([text(short), text(short), text(short), text(short)], { cache_control: short }),
    expected: {
      cause,
      severity: 'warning',
      path: 'cache_control',
      message: 'The automatic breakpoint uses one of the 4 places, and 4 blocks are marked already.',
    },
    spares: withContent([text(short), text(short), text(short)], { cache_control: short }),
  },
  {
    row: 'cc-auto-conflict',
    breaks: {
      body: {
        anthropic_version: 'bedrock-2023-05-31',
        max_tokens: 100,
        cache_control: short,
        messages: [{ role: 'user', content: essay }],
      },
      platform: 'bedrock',
      endpoint: '/model/us.anthropic.claude-haiku-4-5-20251001-v1:0/invoke',
    },
    expected: {
      cause,
      severity: 'warning',
      path: 'cache_control',
      message: 'Automatic caching is not available on Amazon Bedrock (InvokeModel).',
    },
    spares: withContent([text()], { cache_control: short }),
  },
  {
    row: 'cc-auto-ttl',
    breaks: withContent([text(long)], { cache_control: short }),
    expected: {
      cause,
      severity: 'warning',
      path: 'cache_control',
      message: 'The automatic breakpoint lasts `5m` and falls on the last block, which is marked with `1h` already.',
    },
    spares: withContent([text(long), text()], { cache_control: short }),
  },
  {
    row: 'cc-defer',
    breaks: withContent([text()], {
      tools: [exampleTool({ name: 'always_there' }), exampleTool({ defer_loading: true, cache_control: short })],
    }),
    expected: {
      cause,
      severity: 'warning',
      path: 'tools.1.custom.cache_control',
      message: 'A tool with `defer_loading: true` cannot have `cache_control`.',
    },
    spares: withContent([text()], {
      tools: [exampleTool({ name: 'always_there', cache_control: short }), exampleTool({ defer_loading: true })],
    }),
  },
  {
    row: 'cc-min',
    breaks: withContent([text(short, 'Name a river.')]),
    expected: {
      cause,
      severity: 'warning',
      path: 'messages.0.content.0.cache_control',
      message: 'The request is too short for a cache: below 1024 tokens this model keeps nothing.',
    },
    spares: withContent([text(short)]),
  },
];
