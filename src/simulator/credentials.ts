import type { ErrorAnswer } from '../core/fault.ts';

type Headers = Readonly<Record<string, string>>;

/** Beginnings of credentials that the API never takes as a key. */
const otherKinds = /^(?:sk-ant-(?:admin|oat|ort|sid)|sk-or-|sk-proj-|AIza|gsk_|xai-|ABSK|bedrock-api-key-)/;
const invalidKey = refused('invalid x-api-key');

/** Judges the credential of a call: `x-api-key` before `Authorization`, as the API does. */
export function credentialProblem(headers: Headers, keys: readonly string[] | undefined): ErrorAnswer | undefined {
  const key = headers['x-api-key'];
  if (key !== undefined && key !== '') return isAccepted(key, keys) ? undefined : invalidKey;
  const [, token] = /^Bearer\s+(\S+)\s*$/i.exec(headers.authorization ?? '') ?? [];
  if (token === undefined) {
    return headers.authorization === undefined
      ? refused('x-api-key header is required')
      : refused('Invalid authentication credentials');
  }
  if (token.startsWith('sk-ant-oat') && (keys === undefined || keys.includes(token))) {
    return (headers['anthropic-beta'] ?? '').includes('oauth-2025-04-20')
      ? undefined
      : refused('OAuth authentication is currently not supported.');
  }
  return isAccepted(token, keys) ? undefined : refused('Invalid authentication credentials');
}

/** The header by which the API knows its own version; calls without a body are judged by it too. */
export function versionProblem(headers: Headers): ErrorAnswer | undefined {
  return headers['anthropic-version'] === undefined
    ? { status: 400, type: 'invalid_request_error', message: 'anthropic-version: header is required' }
    : undefined;
}

function isAccepted(key: string, keys: readonly string[] | undefined): boolean {
  return keys ? keys.includes(key) : !otherKinds.test(key);
}

function refused(message: string): ErrorAnswer {
  return { status: 401, type: 'authentication_error', message };
}
