import { describe, expect, test } from 'vitest';
import { proxyFor } from './proxy-setting.ts';

const api = 'https://api.anthropic.com';

describe('the proxy for a host', () => {
  test.each([
    [{}, undefined],
    [{ HTTPS_PROXY: 'http://proxy:8080' }, { name: 'HTTPS_PROXY', url: 'http://proxy:8080' }],
    [
      { HTTPS_PROXY: 'http://a:1', https_proxy: 'http://b:2' },
      { name: 'https_proxy', url: 'http://b:2' },
    ],
    [{ ALL_PROXY: 'socks5://c:1080' }, { name: 'ALL_PROXY', url: 'socks5://c:1080' }],
    [{ HTTPS_PROXY: 'proxy:8080' }, { name: 'HTTPS_PROXY', url: 'http://proxy:8080' }],
    [{ HTTP_PROXY: 'http://plain:1' }, undefined],
    [{ HTTPS_PROXY: ' ' }, undefined],
    [{ HTTPS_PROXY: 'http://proxy:8080', NO_PROXY: 'localhost,.anthropic.com' }, undefined],
  ])('%j gives %j', (env, expected) => {
    expect(proxyFor(env, api)).toEqual(expected);
  });
});

describe('NO_PROXY', () => {
  test.each([
    ['*', true],
    ['anthropic.com', true],
    ['.anthropic.com', true],
    ['*.anthropic.com', true],
    ['api.anthropic.com:443', true],
    ['api.anthropic.com:8443', false],
    ['thropic.com', false],
    ['localhost 127.0.0.1', false],
    ['', false],
  ])('%j excepts the API: %j', (list, expected) => {
    expect(proxyFor({ HTTPS_PROXY: 'http://proxy:8080', NO_PROXY: list }, api) === undefined).toBe(expected);
  });

  test('takes an address in brackets', () => {
    const env = { HTTP_PROXY: 'http://proxy:8080', NO_PROXY: '[::1]:8080' };
    expect(proxyFor(env, 'http://[::1]:8080')).toBeUndefined();
  });
});
