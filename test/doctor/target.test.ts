import { describe, expect, test } from 'vitest';
import { targetOf } from '../../src/app/doctor/target.ts';

describe('the target', () => {
  test('is the API when nothing says otherwise', () => {
    expect(targetOf({}, {}, 5)).toMatchObject({
      baseUrl: 'https://api.anthropic.com',
      platform: 'direct',
      port: 443,
      failedAt: 5,
    });
  });

  test.each([
    ['https://gateway.example.com/', 'https://gateway.example.com', 'gateway', 443],
    ['http://localhost:4000/anthropic', 'http://localhost:4000/anthropic', 'gateway', 4000],
  ] as const)('follows the base URL %s', (baseUrl, expected, platform, port) => {
    expect(targetOf({ baseUrl }, {}, 0)).toMatchObject({ baseUrl: expected, platform, port });
  });

  test('never shows what stands before the host of a base URL', () => {
    const target = targetOf({ baseUrl: 'https://me:opensesame@gateway.example.com' }, {}, 0);
    expect(target.baseUrl).toBe('https://gateway.example.com');
  });

  test('takes the proxy that programs take, and none when told so', () => {
    const env = { HTTPS_PROXY: 'http://me:secret@proxy.example.com:3128' };
    expect(targetOf({}, env, 0).proxy).toMatchObject({ name: 'HTTPS_PROXY', host: 'proxy.example.com', port: 3128 });
    expect(targetOf({ proxy: 'none' }, env, 0).proxy).toBeUndefined();
  });

  test.each([
    [
      { ANTHROPIC_API_KEY: 'one', ANTHROPIC_AUTH_TOKEN: 'two' },
      { name: 'ANTHROPIC_API_KEY', header: 'x-api-key' },
    ],
    [{ ANTHROPIC_AUTH_TOKEN: 'two' }, { name: 'ANTHROPIC_AUTH_TOKEN', header: 'authorization' }],
    [{ ANTHROPIC_API_KEY: ' ', ANTHROPIC_AUTH_TOKEN: 'two' }, { name: 'ANTHROPIC_AUTH_TOKEN' }],
  ])('sends the credential that the SDKs would: %j', (env, expected) => {
    expect(targetOf({}, env, 0).credential).toMatchObject(expected);
  });

  test('has no credential to send for a cloud', () => {
    expect(targetOf({ platform: 'bedrock' }, { ANTHROPIC_API_KEY: 'one' }, 0).credential).toBeUndefined();
  });
});
