import { expect, test } from 'vitest';
import { exceptedBy } from './no-proxy.ts';

test.each([
  ['api.anthropic.com', 'api.anthropic.com', 443, 'api.anthropic.com'],
  ['localhost, .anthropic.com', 'api.anthropic.com', 443, '.anthropic.com'],
  ['*.anthropic.com', 'api.anthropic.com', 443, '*.anthropic.com'],
  ['anthropic.com', 'api.anthropic.com', 443, 'anthropic.com'],
  ['*', 'api.anthropic.com', 443, '*'],
  ['api.anthropic.com:443', 'api.anthropic.com', 443, 'api.anthropic.com:443'],
  ['API.Anthropic.com', 'api.anthropic.com', 443, 'API.Anthropic.com'],
  ['10.0.0.0/8', '10.2.3.4', 8080, '10.0.0.0/8'],
  ['[::1]', '::1', 443, '[::1]'],
  ['::1', '[::1]', 443, '::1'],
])('`%s` excepts %s', (list, host, port, entry) => {
  expect(exceptedBy(list, host, port)).toBe(entry);
});

test.each([
  ['', 'api.anthropic.com', 443],
  ['anthropic.org', 'api.anthropic.com', 443],
  ['thropic.com', 'api.anthropic.com', 443],
  ['api.anthropic.com:8443', 'api.anthropic.com', 443],
  ['10.0.0.0/8', '11.2.3.4', 443],
  ['10.0.0.0/99', '10.2.3.4', 443],
  ['.', 'api.anthropic.com', 443],
])('`%s` does not except %s', (list, host, port) => {
  expect(exceptedBy(list, host, port)).toBeUndefined();
});
