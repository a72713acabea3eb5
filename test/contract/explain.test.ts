import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from '@anthropic-ai/sdk';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain, type Verdict } from '../../src/index.ts';
import { outputComplaints } from '../schemas.ts';

function causeOf({ outcome, findings }: Verdict): string {
  return findings[0]?.cause ?? outcome;
}

function body(type: string, message: string, errorCode?: string): object {
  const details = errorCode === undefined ? {} : { details: { error_code: errorCode } };
  return { type: 'error', error: { type, message, ...details }, request_id: 'req_011CVExampleSurface' };
}

/** An error as the SDK makes it from an answer. */
function answered(
  status: number,
  answer: object | undefined,
  headers: Readonly<Record<string, string>> = {},
): APIError {
  return APIError.generate(
    status,
    answer,
    undefined,
    new Headers({ 'request-id': 'req_011CVExampleSurface', ...headers }),
  );
}

/** What Node's fetch throws when no connection comes about. */
function fetchFailed(code: string, message: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code }) });
}

describe('an error of the official SDK', () => {
  const table: readonly (readonly [string, unknown, string])[] = [
    [
      '400',
      answered(
        400,
        body(
          'invalid_request_error',
          'messages.5: `tool_use` ids were found without `tool_result` blocks immediately after: toolu_01Example. Each `tool_use` block must have a corresponding `tool_result` block in the next message.',
        ),
      ),
      'tool-result-missing',
    ],
    ['401', answered(401, body('authentication_error', 'invalid x-api-key')), 'api-key-invalid'],
    ['413', answered(413, body('request_too_large', 'Request exceeds the maximum size')), 'request-too-large'],
    [
      '429',
      answered(
        429,
        body(
          'rate_limit_error',
          "This request would exceed your organization's rate limit of 30,000 input tokens per minute",
        ),
        { 'retry-after': '12' },
      ),
      'rate-limit-input-tokens',
    ],
    ['500', answered(500, body('api_error', 'Internal server error')), 'internal-error'],
    ['529', answered(529, body('overloaded_error', 'Overloaded')), 'overloaded'],
    [
      'an error inside a stream',
      new APIError(undefined, body('overloaded_error', 'Overloaded'), undefined, new Headers()),
      'overloaded',
    ],
    [
      'a refused connection',
      new APIConnectionError({ cause: fetchFailed('ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:8080') }),
      'connection-refused',
    ],
    [
      'a name that does not resolve',
      new APIConnectionError({ cause: fetchFailed('ENOTFOUND', 'getaddrinfo ENOTFOUND api.anthropic.com') }),
      'dns-failure',
    ],
    [
      'a certificate of a proxy',
      new APIConnectionError({
        cause: fetchFailed('SELF_SIGNED_CERT_IN_CHAIN', 'self-signed certificate in certificate chain'),
      }),
      'tls-untrusted',
    ],
    ['a timeout', new APIConnectionTimeoutError(), 'response-timeout'],
    ['an abort by the caller', new APIUserAbortError(), 'request-aborted'],
  ];

  test.each(table)('%s is explained', (_, error, cause) => {
    expect(causeOf(explain(error))).toBe(cause);
  });

  test('gives its facts', () => {
    const error = answered(429, body('rate_limit_error', 'Number of requests has exceeded your rate limit'), {
      'retry-after': '12',
    });
    expect(explain(error).facts).toMatchObject({
      status: 429,
      errorType: 'rate_limit_error',
      requestId: 'req_011CVExampleSurface',
      retryAfterSeconds: 12,
    });
  });
});

function overloaded(): Response {
  return Response.json(body('overloaded_error', 'Overloaded'), { status: 529 });
}

describe('a Response', () => {
  test('is explained, and its body can still be read', async () => {
    const response = overloaded();
    expect(causeOf(await explain(response))).toBe('overloaded');
    expect(await response.json()).toEqual(body('overloaded_error', 'Overloaded'));
  });

  test('whose body was read already is explained by its status', async () => {
    const response = overloaded();
    await response.text();
    expect(causeOf(await explain(response))).toBe('overloaded');
  });

  test('that is a success is no failure', async () => {
    expect((await explain(Response.json({ type: 'message', content: [], stop_reason: 'end_turn' }))).outcome).not.toBe(
      'unknown',
    );
  });
});

describe('an error of another library', () => {
  const answer = JSON.stringify(body('overloaded_error', 'Overloaded'));

  test('of the AI SDK is explained by its response body', () => {
    const call = Object.assign(new Error('Overloaded'), {
      name: 'AI_APICallError',
      url: 'https://api.anthropic.com/v1/messages',
      statusCode: 529,
      responseHeaders: { 'request-id': 'req_011CVExampleSurface' },
      responseBody: answer,
    });
    expect(causeOf(explain(call))).toBe('overloaded');
    const retry = Object.assign(new Error('Failed after 3 attempts. Last error: Overloaded'), {
      name: 'AI_RetryError',
      reason: 'maxRetriesExceeded',
      errors: [call, call, call],
      lastError: call,
    });
    const { facts } = explain(retry);
    expect(causeOf(explain(retry))).toBe('overloaded');
    expect(facts).toMatchObject({ status: 529, requestId: 'req_011CVExampleSurface' });
  });

  test('that holds the answer of an HTTP client is explained by it', () => {
    const error = Object.assign(new Error('Request failed with status code 529'), {
      name: 'AxiosError',
      code: 'ERR_BAD_RESPONSE',
      config: { url: 'https://api.anthropic.com/v1/messages' },
      response: {
        status: 529,
        headers: { 'request-id': 'req_011CVExampleSurface' },
        data: body('overloaded_error', 'Overloaded'),
      },
    });
    expect(causeOf(explain(error))).toBe('overloaded');
  });

  test('of several connection attempts is explained by them', () => {
    const attempts = ['::1', '127.0.0.1'].map((address) =>
      Object.assign(new Error(`connect ECONNREFUSED ${address}:8080`), { code: 'ECONNREFUSED' }),
    );
    expect(causeOf(explain(new TypeError('fetch failed', { cause: new AggregateError(attempts) })))).toBe(
      'connection-refused',
    );
  });

  test('that is deep in a chain of causes is found, and a cycle ends', () => {
    const first: Error = new Error('run failed', {
      cause: new Error('step failed', { cause: answered(529, body('overloaded_error', 'Overloaded')) }),
    });
    expect(causeOf(explain(first))).toBe('overloaded');
    const cycle: { name: string; message: string; cause?: unknown } = {
      name: 'APIError',
      message: '529 overloaded_error: Overloaded',
    };
    cycle.cause = { name: 'Outer', message: 'again', cause: cycle };
    expect(causeOf(explain(cycle))).toBe('overloaded');
  });
});

describe('whatever is thrown', () => {
  const throwing: object = {
    get message(): string {
      throw new Error('no');
    },
    toString(): string {
      throw new Error('no');
    },
    toJSON(): string {
      throw new Error('no');
    },
  };
  const bare: unknown = Object.create(null);
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const odd: readonly (readonly [string, unknown])[] = [
    ['undefined', undefined],
    ['null', null],
    ['a number', 7],
    ['a big integer', 7n],
    ['a symbol', Symbol('overloaded')],
    ['a function', () => 'overloaded'],
    ['an object without a prototype', bare],
    ['an object that throws when it is read', throwing],
    ['a revoked proxy', revoked.proxy],
    ['an empty list', []],
    ['headers that throw', { headers: { a: Symbol('b') } }],
    ['an empty text', ''],
  ];

  test.each(odd)('%s gets a verdict', (_, thrown) => {
    expect(explain(thrown)).toMatchObject({ outcome: 'none', findings: [] });
  });

  test('any value gets a verdict that the schema describes', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withNullPrototype: true, withTypedArray: true }), (thrown) => {
        expect(outputComplaints('explain', { kind: 'error', source: 'a value', ...explain(thrown) })).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('a secret in an error is not in the verdict', () => {
    const key = `sk-ant-${'api03-'}${'Ab1'.repeat(30)}`;
    const error = Object.assign(answered(401, body('authentication_error', `invalid x-api-key ${key}`)), { key });
    expect(JSON.stringify(explain(error))).not.toContain('Ab1Ab1');
  });
});
