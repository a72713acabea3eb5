import { expect, onTestFinished, test } from 'vitest';
import { exchangeText } from '../../src/capture/exchange/text.ts';
import { outcomeOf } from '../../src/capture/exchange/outcome.ts';
import { readPasted } from '../../src/capture/pasted.ts';
import { causes } from '../../src/causes/index.ts';
import { createEngine } from '../../src/core/engine.ts';
import { upstreamOf } from '../../src/proxy/upstream.ts';
import { serveSocks, type SocksManners } from '../doctor/loopback.ts';
import { recorderBefore, serverThat, tlsServerThat } from './wire.ts';

const user = { name: 'a user', password: 'p@ss' };

async function socks(manners: SocksManners): ReturnType<typeof serveSocks> {
  const proxy = await serveSocks(manners);
  onTestFinished(() => proxy.close());
  return proxy;
}

test.each([
  ['socks5', {}],
  ['socks5h', { drips: true }],
  ['socks', {}],
])('an upstream is reached through a proxy of %s, which resolves its name', async (scheme, manners) => {
  const { url } = await serverThat((_, response) => response.end('reached'));
  const { port } = new URL(url);
  const proxy = await socks({ ...manners, user });
  const setting = proxy.url.replace(/^socks5:\/\//, `${scheme}://a%20user:p%40ss@`);
  const recorder = await recorderBefore(`http://api.test:${port}`, { env: { ALL_PROXY: setting } });
  expect(await (await fetch(recorder.url)).text()).toBe('reached');
  expect(await (await fetch(recorder.url)).text()).toBe('reached');
  expect(new Set(proxy.asked)).toEqual(new Set([`api.test:${port}`]));
  expect((await recorder.next()).timing.tunnelMs).toBeGreaterThan(0);
});

test('an upstream with TLS is reached through it, and its certificate is that of the upstream', async () => {
  const { port, authorityFile } = await tlsServerThat('api.test', (_, response) => response.end('over TLS'));
  const proxy = await socks({});
  const recorder = await recorderBefore(`https://api.test:${port}`, {
    env: { HTTPS_PROXY: proxy.url, SSL_CERT_FILE: authorityFile },
  });
  expect(await (await fetch(recorder.url)).text()).toBe('over TLS');
});

test.each<[string, SocksManners, string, string]>([
  [
    'that wants to know who calls',
    { user },
    'SOCKS5 authentication failed: it takes no callers without credentials',
    'proxy-credentials-missing',
  ],
  [
    'that does not allow the host',
    { reply: 2 },
    'SOCKS5 connect failed: its rules do not allow this host',
    'proxy-failure',
  ],
])('a proxy %s is the cause that is told', async (_, manners, message, cause) => {
  const proxy = await socks(manners);
  const recorder = await recorderBefore('http://api.test', { env: { http_proxy: proxy.url } });
  await expect(fetch(recorder.url)).rejects.toThrow('fetch failed');
  const exchange = await recorder.next();
  expect(exchange.ending).toMatchObject({ kind: 'unanswered', code: 'ERR_PROXY_TUNNEL', message });
  const text = exchangeText(exchange, outcomeOf(exchange), undefined);
  const [finding] = createEngine(causes).judge(readPasted(text)).findings;
  expect(finding?.cause).toBe(cause);
});

test('a proxy that closes the connection loses the call', async () => {
  const { url } = await serverThat((_, response) => response.end());
  // It takes the greeting for the beginning of a request, and ends the connection.
  const recorder = await recorderBefore('http://api.test', { env: { ALL_PROXY: url.replace('http:', 'socks5:') } });
  await expect(fetch(recorder.url)).rejects.toThrow('fetch failed');
  const { ending } = await recorder.next();
  expect(ending).toMatchObject({ kind: 'unanswered' });
  expect('message' in ending && ending.message).toMatch(/^SOCKS5 greeting failed: it (?:answers in HTTP|closed)/);
});

test('a proxy of another kind is refused at the start, with what to do', () => {
  expect(() => upstreamOf('https://api.test', { ALL_PROXY: 'socks4://127.0.0.1:1080' })).toThrow(
    'ALL_PROXY names a proxy that the recorder cannot go through.',
  );
});
