import { describe, expect, test } from 'vitest';
import { certaintyOf, peerOf } from './connection.ts';

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
