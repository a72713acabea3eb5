import { describe, expect, test } from 'vitest';
import { causes } from '../../causes/index.ts';
import { checkResponse } from './response.ts';

const message = (more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({
  id: 'msg_01A',
  type: 'message',
  role: 'assistant',
  model: 'claude-sonnet-4-6',
  content: [{ type: 'text', text: 'Hi' }],
  stop_reason: 'end_turn',
  usage: { input_tokens: 3, output_tokens: 1 },
  ...more,
});
const toolUse = { type: 'tool_use', id: 'toolu_01A', name: 'get_weather', input: { city: 'Paris' } };

describe('an answer without fault', () => {
  test.each([
    ['a message', message()],
    ['a message with members and blocks that are not known', message({ extra: 1, content: [{ type: 'hologram' }] })],
    ['a token count', { input_tokens: 12 }],
    ['a batch', { type: 'message_batch', id: 'msgbatch_01A', processing_status: 'ended' }],
  ])('%s, parsed or as text', (_, answer) => {
    expect(checkResponse(answer)).toEqual({ ok: true, problems: [] });
    expect(checkResponse(JSON.stringify(answer))).toEqual({ ok: true, problems: [] });
  });
});

describe('what a stop reason asks of the caller', () => {
  test.each([
    ['pause_turn', [], 'pause-turn-unanswered', 'stop-pause-turn'],
    ['max_tokens', [{ type: 'text', text: 'a' }], 'output-truncated', 'stop-max-tokens'],
    ['max_tokens', [toolUse], 'output-truncated', 'stop-max-tokens-tool'],
    ['model_context_window_exceeded', [], 'context-window-exceeded', 'stop-context-window'],
    ['refusal', [], 'refusal', 'stop-refusal'],
    ['tool_use', [toolUse], 'tool-result-missing', 'stop-tool-use'],
    ['end_turn', [], 'empty-answer', 'stop-empty'],
  ])('%s with %j', (stopReason, content, cause, row) => {
    const { ok, problems } = checkResponse(message({ stop_reason: stopReason, content }));
    expect(ok).toBe(true);
    expect(problems).toMatchObject([{ cause, row, severity: 'warning' }]);
  });

  test('names the calls that wait for a result', () => {
    const { problems } = checkResponse(message({ stop_reason: 'tool_use', content: [toolUse] }));
    expect(problems[0]?.message).toBe('The model waits for the result of `toolu_01A` (get_weather).');
  });

  test('names the category of a refusal', () => {
    const answer = message({
      stop_reason: 'refusal',
      content: [],
      stop_details: { type: 'refusal', category: 'cyber' },
    });
    expect(checkResponse(answer).problems[0]?.message).toContain('`cyber`');
  });
});

describe('an answer that is no message', () => {
  test.each([
    ['an error', { type: 'error', error: { type: 'rate_limit_error', message: 'slow down' } }, 'rate-limit-other'],
    [
      'an error with a code',
      {
        type: 'error',
        error: { type: 'rate_limit_error', message: 'x', details: { error_code: 'ramp_limit_exceeded' } },
      },
      'rate-limit-acceleration',
    ],
    ['a chat completion', { object: 'chat.completion', choices: [] }, 'response-unparsable'],
    ['a Converse answer', { output: { message: {} }, stopReason: 'end_turn' }, 'response-unparsable'],
    ['a list', [], 'response-unparsable'],
    ['other JSON', { ok: true }, 'response-unparsable'],
  ])('%s', (_, answer, cause) => {
    expect(checkResponse(answer)).toMatchObject({ ok: false, problems: [{ cause }] });
  });

  test.each([
    ['', 'The answer is empty.'],
    ['<html>', 'The answer is a page of HTML, not JSON.'],
    ['{"type":"message","id":"msg_', 'The answer is not JSON: unexpected end of data.'],
  ])('as text: %j', (answer, said) => {
    expect(checkResponse(answer)).toMatchObject({ ok: false, problems: [{ row: 'answer-not-json', message: said }] });
  });

  test('but an event stream is judged as one', () => {
    expect(checkResponse('event: ping\ndata: {"type": "ping"}\n\n').problems[0]?.row).toBe('stream-before-start');
  });
});

test.each([
  'invalid_request_error',
  'authentication_error',
  'billing_error',
  'permission_error',
  'not_found_error',
  'request_too_large',
  'rate_limit_error',
  'timeout_error',
  'overloaded_error',
  'api_error',
  'throttlingException',
  'an_error_of_tomorrow',
])('an error is told as a cause that the catalogue knows: %s', (type) => {
  const [problem] = checkResponse({ type: 'error', error: { type, message: 'x' } }).problems;
  expect(causes.map(({ id }) => id)).toContain(problem?.cause);
});

describe('the shape of a message', () => {
  test.each([
    [{ id: undefined }, 'id'],
    [{ role: 'user' }, 'role'],
    [{ content: 'Hi' }, 'content'],
    [{ stop_reason: null }, 'stop_reason'],
    [{ usage: {} }, 'usage'],
    [{ content: ['Hi'] }, 'content.0'],
    [{ content: [{ type: 'text' }] }, 'content.0.text'],
    [{ content: [{ ...toolUse, input: '{"city":"Paris"}' }], stop_reason: 'tool_use' }, 'content.0.input'],
  ])('%j is told at %s', (change, path) => {
    expect(checkResponse(message(change))).toMatchObject({ ok: false, problems: [{ row: 'answer-shape', path }] });
  });
});

function called(block: object, stopReason = 'tool_use'): unknown {
  return message({ content: [{ ...toolUse, ...block }], stop_reason: stopReason });
}

describe('with the request', () => {
  const request = {
    tools: [
      {
        name: 'get_weather',
        input_schema: {
          type: 'object',
          properties: { city: { type: 'string' }, days: { type: 'integer', maximum: 7 } },
          required: ['city'],
        },
      },
    ],
  };
  test.each([
    [{ input: {} }, 'content.0.input', 'must have `city`'],
    [{ input: { city: 1 } }, 'content.0.input.city', 'must be of type string'],
    [{ input: { city: 'Paris', days: 9 } }, 'content.0.input.days', 'must be at most 7'],
  ])('tool input that does not fit is an error: %j', (block, path, said) => {
    const { ok, problems } = checkResponse(called(block), { request });
    expect(ok).toBe(false);
    expect(problems[0]).toMatchObject({ row: 'tool-input-unfit', path });
    expect(problems[0]?.message).toContain(said);
  });

  test('a call of a tool that was not offered is an error', () => {
    const { problems } = checkResponse(called({ name: 'get_whether' }), { request });
    expect(problems[0]).toMatchObject({ row: 'tool-unknown', path: 'content.0.name' });
  });

  test('input that fits, or was cut, is none', () => {
    expect(checkResponse(called({}), { request }).ok).toBe(true);
    expect(checkResponse(called({ input: {} }, 'max_tokens'), { request }).ok).toBe(true);
  });

  test.each([
    ['Sure, here it is', 'output-not-json'],
    ['{"name": 5}', 'output-unfit'],
  ])('text that breaks the output format is an error: %j', (text, row) => {
    const format = { type: 'json_schema', schema: { type: 'object', properties: { name: { type: 'string' } } } };
    const result = checkResponse(message({ content: [{ type: 'text', text }] }), {
      request: { output_config: { format } },
    });
    expect(result).toMatchObject({ ok: false, problems: [{ row, path: 'content.0.text' }] });
  });
});
