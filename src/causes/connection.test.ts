import { describe, expect, test } from 'vitest';
import { evidenceOf } from '../capture/text/evidence.ts';
import { createEngine } from '../core/engine.ts';
import { certaintyOf, peerOf } from './connection.ts';
import { causes } from './index.ts';

describe('the far end of a connection', () => {
  test.each([
    ['api.anthropic.com', 'api', '`api.anthropic.com`'],
    ['bedrock-runtime.us-east-1.amazonaws.com', 'api', '`bedrock-runtime.us-east-1.amazonaws.com`'],
    ['localhost', 'local', '`localhost:4000`'],
    ['gateway.example.com', 'other', '`gateway.example.com`'],
  ])('%s is told apart as %s', (host, kind, name) => {
    expect(peerOf({ network: { host, port: 4000 } })).toMatchObject({ kind, name });
  });

  test('it has no name where the text names none', () => {
    expect(peerOf({ network: { errno: 'ECONNRESET' } })).toEqual({
      name: 'the API',
      kind: 'unnamed',
      errno: 'ECONNRESET',
    });
  });
});

describe('what a sign is worth', () => {
  test('a wording that others write too proves nothing where the text does not name Claude', () => {
    expect(certaintyOf({ subject: 'claude' }, { says: 'socket hang up', shared: true })).toBe('proven');
    expect(certaintyOf({ subject: 'unnamed' }, { says: 'socket hang up', shared: true })).toBe('likely');
  });

  test('a wording of the SDK alone is proof anywhere', () => {
    expect(certaintyOf({ subject: 'unnamed' }, { says: 'Request was aborted' })).toBe('proven');
  });
});

describe('the sentence of an SDK around what failed', () => {
  const engine = createEngine(causes);

  test.each([
    ['an unknown name', 'getaddrinfo ENOTFOUND api.anthropic.com', 'dns-failure'],
    ['a certificate', 'unable to get local issuer certificate', 'tls-untrusted'],
    ['a refusal', 'connect ECONNREFUSED 127.0.0.1:4000', 'connection-refused'],
  ])('is no consequence of %s', (_, cause, id) => {
    const [first] = engine.judge(
      evidenceOf(`anthropic.APIConnectionError: Connection error.\n  cause: ${cause}`),
    ).findings;
    expect(first?.cause).toBe(id);
    expect(first?.consequences).toBeUndefined();
  });
});
