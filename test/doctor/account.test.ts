import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { decisive, examined, markOf, testKey } from './examined.ts';
import { apiAnswer, apiError, serve, wellBehaved, type Counting } from './loopback.ts';

const open: Counting[] = [];
const api = async (listener: RequestListener): Promise<Counting> => {
  const server = await serve(listener);
  open.push(server);
  return server;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map(async ({ close }) => close()));
});

/** Refuses whatever carries a key; the call without one is answered as the API answers it. */
const refusing =
  (status: number, type: string, message: string, headers: object = {}): RequestListener =>
  (request, response) => {
    if (request.headers['x-api-key'] === undefined) wellBehaved(request, response);
    else apiAnswer(response, status, apiError(type, message), headers);
  };

/** Answers the messages endpoint alone in another way. */
const messagesAnswer =
  (status: number, type: string, message: string, headers: object = {}): RequestListener =>
  (request, response) => {
    if (request.url === '/v1/messages') apiAnswer(response, status, apiError(type, message), headers);
    else wellBehaved(request, response);
  };

describe('the credential', () => {
  test('that is accepted rules its causes out, and the models it may use are counted', async () => {
    const server = await api(wellBehaved);
    const examination = await examined(server.url);
    expect(examination.outcome).toBe('none');
    expect(examination.probes.find(({ id }) => id === 'api-key')?.said).toContain('2 models');
    expect(examination.ruledOut.map(({ cause }) => cause)).toContain('api-key-invalid');
    expect(examination.organizationId).toBe('00000000-0000-4000-8000-000000000000');
  });

  test.each([
    [401, 'authentication_error', 'invalid x-api-key', 'api-key-invalid', 'credentials'],
    [
      403,
      'permission_error',
      'OAuth authentication is currently not allowed for this organization.',
      'oauth-org-not-allowed',
      'account',
    ],
    [400, 'invalid_request_error', 'This organization has been disabled.', 'organization-disabled', 'account'],
  ])('that is refused with %i is explained by the cause of the answer', async (status, type, message, cause, side) => {
    const server = await api(refusing(status, type, message));
    const examination = await examined(server.url);
    expect(decisive(examination)).toEqual([cause]);
    expect(examination.side).toBe(side);
  });

  test('that is missing is named once the way to the API is known to be open', async () => {
    const server = await api(wellBehaved);
    const examination = await examined(server.url, { env: {} });
    expect(decisive(examination)).toEqual(['api-key-missing']);
    expect(server.asked.every((one) => !one.includes('/v1/messages'))).toBe(true);
  });

  test('is never shown, and goes nowhere but to the base URL', async () => {
    const server = await api(refusing(401, 'authentication_error', `invalid x-api-key ${testKey}`));
    const elsewhere: string[] = [];
    const status = await api((request, response) => {
      elsewhere.push(JSON.stringify(request.headers));
      response.writeHead(404).end();
    });
    const wishes = {
      statusUrl: status.url,
      connectivityUrl: `${status.url}/generate_204`,
      off: { resolver: '--no-resolver' },
    };
    const examination = await examined(server.url, { wishes, all: true });
    expect(JSON.stringify(examination)).not.toContain(testKey);
    expect(elsewhere.length).toBeGreaterThan(0);
    expect(elsewhere.join('')).not.toContain(testKey);
  });
});

describe('the model', () => {
  test.each([
    ['claude-haiku-4-5', []],
    ['claude-sonet-5', ['model-not-found']],
    ['claude-2.1', ['model-retired']],
    ['anthropic.claude-sonnet-4-5-20250929-v1:0', ['model-id-platform']],
    ['claude-opus-4-6', ['model-access-denied']],
  ])('%s leads to %j', async (model, causes) => {
    const server = await api(wellBehaved);
    const examination = await examined(server.url, { wishes: { model, platform: 'direct' } });
    expect(decisive(examination)).toEqual(causes);
  });

  test('that is misspelt comes with the one that was meant', async () => {
    const server = await api(wellBehaved);
    const examination = await examined(server.url, { wishes: { model: 'claude-sonet-5', platform: 'direct' } });
    expect(examination.findings[0]?.remedies[0]?.action).toContain('`claude-sonnet-5`');
  });
});

const request = (body: Readonly<Record<string, unknown>>) => ({ body, text: JSON.stringify(body), headers: {} });

describe('the failing request', () => {
  test('that breaks a rule is refused here, and nothing is asked', async () => {
    const server = await api(wellBehaved);
    const body = { model: 'claude-haiku-4-5', max_tokens: 10, messages: [] };
    const examination = await examined(server.url, { wishes: { request: request(body) } });
    expect(decisive(examination)).toEqual(['messages-empty']);
    expect(server.asked).toEqual([]);
  });

  test('is counted for free before anything is paid for', async () => {
    const server = await api(wellBehaved);
    const body = { model: 'claude-haiku-4-5', max_tokens: 10, messages: [{ role: 'user', content: 'Hello' }] };
    const examination = await examined(server.url, { wishes: { request: request(body), mayPay: true } });
    expect(examination.inputTokens).toBe(12);
    const posts = server.asked.filter((one) => one.startsWith('POST'));
    expect(posts).toEqual(['POST /v1/messages/count_tokens', 'POST /v1/messages']);
  });

  test('that the API refuses to count is explained by the cause of its answer, and not paid for', async () => {
    const server = await api((asked, response) => {
      if (asked.url === '/v1/messages/count_tokens')
        apiAnswer(
          response,
          400,
          apiError('invalid_request_error', 'prompt is too long: 250000 tokens > 200000 maximum'),
        );
      else wellBehaved(asked, response);
    });
    const body = { model: 'claude-haiku-4-5', max_tokens: 10, messages: [{ role: 'user', content: 'Hello' }] };
    const examination = await examined(server.url, { wishes: { request: request(body), mayPay: true } });
    expect(decisive(examination)).toEqual(['context-too-long']);
    expect(server.asked).not.toContain('POST /v1/messages');
  });
});

describe('the paid request', () => {
  test('is not made unless it is allowed', async () => {
    const server = await api(wellBehaved);
    const examination = await examined(server.url);
    expect(server.asked).not.toContain('POST /v1/messages');
    expect(examination.notTested.map(({ because }) => because)).toContain('It costs tokens; `--allow-paid` allows it.');
  });

  test('asks for one token of the cheapest model, and its answer says which limit binds', async () => {
    let body = '';
    const server = await api((request, response) => {
      if (request.url === '/v1/messages') request.on('data', (piece: Buffer) => (body += piece.toString()));
      wellBehaved(request, response);
    });
    const examination = await examined(server.url, { wishes: { mayPay: true } });
    expect(JSON.parse(body)).toMatchObject({ model: 'claude-haiku-4-5', max_tokens: 1 });
    const notes = examination.probes.find(({ id }) => id === 'minimal-request')?.notes.map(({ text }) => text);
    expect(notes?.join(' ')).toContain('Input tokens bind first (10 % left');
  });

  test.each([
    [
      400,
      'invalid_request_error',
      'Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits.',
      'credit-balance-low',
    ],
    [
      429,
      'rate_limit_error',
      "This request would exceed your organization's rate limit of 50 requests per minute",
      'rate-limit-requests',
    ],
    [529, 'overloaded_error', 'Overloaded', 'overloaded'],
  ])('that is refused with %i %s is explained', async (status, type, message, cause) => {
    const server = await api(messagesAnswer(status, type, message));
    const examination = await examined(server.url, { wishes: { mayPay: true } });
    expect(decisive(examination)).toEqual([cause]);
  });

  test('that fails for a moment is sent once more, and never a third time', async () => {
    const server = await api(messagesAnswer(529, 'overloaded_error', 'Overloaded'));
    await examined(server.url, { wishes: { mayPay: true } });
    expect(server.asked.filter((one) => one === 'POST /v1/messages')).toHaveLength(2);
  });
});

const flaky = (failures: number): RequestListener => {
  let left = failures;
  return (request, response) => {
    if (request.headers['x-api-key'] !== undefined && left-- > 0)
      apiAnswer(response, 500, apiError('api_error', 'Internal server error'));
    else wellBehaved(request, response);
  };
};

describe('a free call that fails for a moment', () => {
  test('is sent once more, and called transient when that is answered', async () => {
    const server = await api(flaky(1));
    const examination = await examined(server.url);
    expect(markOf(examination, 'simple-retry')).toBe('fine');
    expect(decisive(examination)).toEqual([]);
    expect(examination.conclusions.join(' ')).toContain('passed by itself');
  });

  test('is a lasting failure when it is not', async () => {
    const server = await api(flaky(9));
    const examination = await examined(server.url);
    expect(decisive(examination)).toEqual(['internal-error']);
    expect(examination.side).toBe('service');
  });
});

describe('a gateway', () => {
  test('is told apart from the API by the marks it lacks', async () => {
    const server = await api((_, response) => void response.writeHead(404, { server: 'nginx' }).end('{}'));
    const examination = await examined(server.url);
    const notes = examination.probes.find(({ id }) => id === 'http-exchange')?.notes.map(({ text }) => text);
    expect(notes?.join(' ')).toContain('does not show the marks of the Claude API');
    expect(notes?.join(' ')).toContain('`server: nginx`');
  });
});

describe('a cloud platform', () => {
  test.each(['bedrock', 'vertex', 'foundry'] as const)(
    'of the kind %s is reached, and the rest is not tested',
    async (platform) => {
      const server = await api((_, response) => void response.writeHead(403, { 'x-amzn-requestid': 'a' }).end('{}'));
      const examination = await examined(server.url, { wishes: { platform }, all: true });
      expect(markOf(examination, 'http-exchange')).toBe('fine');
      expect(examination.notTested.find(({ probe }) => probe === 'api-key')?.because).toContain('Not tested');
      expect(server.asked).toHaveLength(1);
    },
  );
});
