import { expect, test } from 'vitest';
import { isCredentialHeader, isSecretHeader } from './secret-headers.ts';

test.each([
  'x-api-key',
  'X-API-Key',
  'api-key',
  'x-goog-api-key',
  'x-litellm-api-key',
  'x-portkey-api-key',
  'x-portkey-virtual-key',
  'ocp-apim-subscription-key',
  'authorization',
  'Proxy-Authorization',
  'cf-aig-authorization',
  'helicone-auth',
  'x-amz-security-token',
  'x-csrf-token',
  'cookie',
  'set-cookie',
])('%s holds a credential', (name) => {
  expect(isCredentialHeader(name)).toBe(true);
});

test.each([
  'anthropic-version',
  'anthropic-ratelimit-input-tokens-limit',
  'anthropic-ratelimit-tokens-remaining',
  'idempotency-key',
  'request-id',
  'x-stainless-retry-count',
  'www-authenticate',
  'content-type',
])('%s holds none', (name) => {
  expect(isSecretHeader(name)).toBe(false);
});

test('an address of a person is no credential, and is not kept either', () => {
  expect(isCredentialHeader('x-forwarded-for')).toBe(false);
  expect(isSecretHeader('x-forwarded-for')).toBe(true);
});
