import { describe, expect, test } from 'vitest';
import { isForeign, namesForeignPort, networkOf } from './network.ts';

describe('what a text says of the connection', () => {
  test.each([
    ['Error: getaddrinfo ENOTFOUND api.anthropic.com', { errno: 'ENOTFOUND', host: 'api.anthropic.com' }],
    ['connect ECONNREFUSED 127.0.0.1:4000', { errno: 'ECONNREFUSED', host: '127.0.0.1', port: 4000 }],
    ['lookup api.anthropic.com on 10.0.0.2:53: no such host', { host: 'api.anthropic.com', port: 53 }],
    ["Failed to resolve 'api.anthropic.com' ([Errno 11001])", { host: 'api.anthropic.com' }],
    [
      'Connect Timeout Error (attempted address: api.anthropic.com:443, timeout: 10000ms) UND_ERR_CONNECT_TIMEOUT',
      { errno: 'UND_ERR_CONNECT_TIMEOUT', host: 'api.anthropic.com', port: 443 },
    ],
    ['connected to the cache at localhost:6379\nAPI call: read ECONNRESET', { errno: 'ECONNRESET' }],
    [
      'queue ready at 10.0.0.5:5672\nError: connect ECONNREFUSED\n  code: "ECONNREFUSED",\n  hostname: "10.0.0.9",\n  port: 4000',
      { errno: 'ECONNREFUSED', host: '10.0.0.9', port: 4000 },
    ],
    [
      'origin  https://git.example.org/me/shop.git (push)\nrequest to https://gate.example.org:8443/v1/ failed\nECONNRESET',
      { errno: 'ECONNRESET', host: 'gate.example.org', port: 8443 },
    ],
    ['origin  https://git.example.org/me/shop.git (push)\nECONNRESET', { errno: 'ECONNRESET' }],
    ['Unable to connect to API (ConnectionRefused)', { errno: 'ConnectionRefused' }],
    ['net::ERR_HTTP2_PROTOCOL_ERROR', { errno: 'ERR_HTTP2_PROTOCOL_ERROR' }],
  ])('is read from %s', (text, expected) => {
    expect(networkOf(text)).toEqual(expected);
  });

  test('a wrapper code gives way to the code of what really happened', () => {
    expect(networkOf('AxiosError ERR_NETWORK: read ECONNRESET')?.errno).toBe('ECONNRESET');
  });

  test('a link to documentation is not the host that was called', () => {
    expect(networkOf('ECONNRESET, see https://docs.claude.com/en/api/errors')?.host).toBeUndefined();
  });

  test('an address without a failure says nothing', () => {
    expect(networkOf('POST https://api.anthropic.com/v1/messages 200')).toBeUndefined();
  });
});

describe('a failed connection in a text about Claude', () => {
  test.each([
    ['Error: connect ECONNREFUSED 127.0.0.1:5432'],
    ['npm error ECONNRESET https://registry.npmjs.org/@anthropic-ai%2fclaude-code failed'],
  ])('is about another service in %s', (text) => {
    expect(isForeign(networkOf(text) ?? {}, text)).toBe(true);
  });

  test.each([
    ['Error: connect ECONNREFUSED 127.0.0.1:4000'],
    ['POST /v1/messages failed; postgres: connect ECONNREFUSED 127.0.0.1:5432'],
  ])('is about the API in %s', (text) => {
    expect(isForeign(networkOf(text) ?? {}, text)).toBe(false);
  });
});

test.each([
  [true, 'Is the server running on host "db" (10.0.0.5) and accepting TCP/IP connections on port 5432?'],
  [false, 'DATABASE_URL=db:5432\nConnection refused'],
  [false, 'Connection refused at localhost:4000'],
])('that a port of another service failed is %s of %s', (expected, text) => {
  expect(namesForeignPort(text)).toBe(expected);
});
