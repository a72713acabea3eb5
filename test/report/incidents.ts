import { exchangesOfHar } from '../../src/capture/exchange/from-har.ts';
import { observer } from '../../src/capture/exchange/observer.ts';
import { judgeText } from '../../src/app/verdict.ts';
import type { Incident } from '../../src/core/incident.ts';

/** A failing call from which a test makes an incident. */
export interface FailingCall {
  readonly body?: unknown;
  readonly status?: number;
  readonly answer?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly upstream?: string;
}

/** The incident that a recorder would keep of a call. */
export function incidentOf(call: FailingCall = {}): Incident {
  const {
    body = unanswered,
    status = 400,
    answer = refusal,
    headers = {},
    upstream = 'https://api.anthropic.com',
  } = call;
  const entry = {
    startedDateTime: '2026-11-25T10:11:12.345Z',
    time: 210,
    request: {
      method: 'POST',
      url: `${upstream}/v1/messages`,
      headers: pairs({
        'x-api-key': ['sk', 'ant', 'api03', 'Qw7'.repeat(30)].join('-'),
        'anthropic-version': '2023-06-01',
        'content-type': 'application/json',
        'user-agent': 'Anthropic/JS 1.14.0',
        'x-stainless-package-version': '1.14.0',
        'x-stainless-lang': 'js',
        ...headers,
      }),
      postData: { text: typeof body === 'string' ? body : JSON.stringify(body) },
    },
    response: {
      status,
      statusText: status === 400 ? 'Bad Request' : '',
      headers: pairs({
        'content-type': 'application/json',
        'request-id': 'req_011CReport1',
        'anthropic-organization-id': '5e6a7b8c-0000-4000-8000-000000000001',
      }),
      content: { text: typeof answer === 'string' ? answer : JSON.stringify(answer) },
    },
  };
  const [exchange] = exchangesOfHar(JSON.stringify({ log: { entries: [entry] } })) ?? [];
  if (!exchange) throw new Error('The call gave no exchange.');
  const observe = observer({ judge: judgeText, newId: () => 'inc_1m8aw1q6xah479wn3xk', withBodies: true });
  const { failure } = observe(exchange);
  if (!failure) throw new Error('The call did not fail.');
  return failure.incident;
}

/** A conversation in which a tool call is left without its result, with texts that are nobody's business. */
export const unanswered = {
  model: 'claude-sonnet-5',
  max_tokens: 100,
  tools: [
    {
      name: 'get_weather',
      description: 'Asks the server of Umbrella',
      input_schema: {
        type: 'object',
        properties: { customer_city: { type: 'string', enum: ['Raccoon City', 'Arklay'] } },
        required: ['customer_city'],
      },
    },
  ],
  messages: [
    { role: 'user', content: 'Our private code: function pay() { return 42 }' },
    {
      role: 'assistant',
      content: [{ type: 'tool_use', id: 'toolu_01A', name: 'get_weather', input: { customer_city: 'Arklay' } }],
    },
    { role: 'user', content: 'And in Raccoon City?' },
  ],
};

const message =
  'messages.1: `tool_use` ids were found without `tool_result` blocks immediately after: toolu_01A. Each `tool_use` block must have a corresponding `tool_result` block in the next message.';

const refusal = {
  type: 'error',
  error: { type: 'invalid_request_error', message },
  request_id: 'req_011CReport1',
};

function pairs(record: Readonly<Record<string, string>>): readonly object[] {
  return Object.entries(record).map(([name, value]) => ({ name, value }));
}
