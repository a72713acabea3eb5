import { describe, expect, test } from 'vitest';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { rawCall, recorderBefore, serverThat, tlsServerThat } from './wire.ts';

describe('over the wire', () => {
  test.each([
    ['a folded header', 'GET / HTTP/1.1\r\nHost: HOST\r\nX-A: 1\r\n X-B: 2\r\n\r\n'],
    ['a space before the colon', 'GET / HTTP/1.1\r\nHost: HOST\r\nX-A : 1\r\n\r\n'],
    [
      'a length beside chunks',
      'POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcde'],
    ['a coding that hides chunks', 'POST / HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked, x\r\n\r\n0\r\n\r\n'],
    [
      'a bare line feed in a chunk size',
      'POST / HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\n1\n\r\nZ\r\n0\r\n\r\n',
    ],
    ['a tunnel to elsewhere', 'CONNECT 10.0.0.1:22 HTTP/1.1\r\nHost: 10.0.0.1:22\r\n\r\n'],
    ['a request for another server', 'GET http://127.0.0.1:22/ HTTP/1.1\r\nHost: 127.0.0.1:22\r\n\r\n'],
    ['a header beyond the limit', `GET / HTTP/1.1\r\nHost: HOST\r\nX: ${'x'.repeat(70_000)}\r\n\r\n`],
    ['no host', 'GET / HTTP/1.1\r\n\r\n'],
  ])('%s does not reach the upstream', async (_, text) => {
    const { url, seen } = await serverThat((_request, response) => response.end('reached'));
    const recorder = await recorderBefore(url);
    const { bytes } = await rawCall(recorder.url, [text.replaceAll('HOST', new URL(recorder.url).host)]);
    expect(bytes.toString()).not.toContain('reached');
    expect(seen).toEqual([]);
  });

  test('it listens on the loopback address alone, and beyond it with a token in every path', async () => {
    const { url, seen } = await serverThat((_, response) => response.end('reached'));
    const recorder = await recorderBefore(url, { token: 'a-token-of-18-char' });
    expect((await fetch(`${recorder.url}/v1/messages`)).status).toBe(200);
    expect((await fetch(new URL('/v1/messages', recorder.url))).status).toBe(403);
    expect(seen.map(({ line }) => line)).toEqual(['GET /v1/messages']);
  });

  test('what the recording throws never reaches a call', async () => {
    const { url } = await serverThat((_, response) => response.end('fine'));
    const { startProxy } = await import('../../src/proxy/proxy.ts');
    const { upstreamOf } = await import('../../src/proxy/upstream.ts');
    const proxy = await startProxy({
      upstream: upstreamOf(url, {}),
      onExchange: () => {
        throw new Error('the disk is full');
      },
    });
    onTestFinished(() => proxy.stop());
    expect(await (await fetch(proxy.url)).text()).toBe('fine');
    expect(await (await fetch(proxy.url)).text()).toBe('fine');
  });
});

describe('an upstream with TLS', () => {
  test('is reached through the proxy of the user, whose authority is trusted as the environment says', async () => {
    const upstream = await tlsServerThat('api.test', (_, response) => response.end('over TLS'));
    const asked: string[] = [];
    const proxyServer = createServer();
    proxyServer.on('connect', (request, socket: Socket) => {
      asked.push(`${request.url} ${request.headers['proxy-authorization']}`);
      const inside = connect(upstream.port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        socket.pipe(inside).pipe(socket);
      });
      inside.on('error', () => socket.destroy());
      socket.on('error', () => inside.destroy());
    });
    const proxyPort = await listening(proxyServer);
    const https = { HTTPS_PROXY: `http://user:pass@127.0.0.1:${proxyPort}` };
    const recorder = await recorderBefore('https://api.test', {
      env: { ...https, SSL_CERT_FILE: upstream.authorityFile },
    });
    expect(await (await fetch(recorder.url)).text()).toBe('over TLS');
    expect(asked).toEqual([`api.test:443 Basic ${Buffer.from('user:pass').toString('base64')}`]);
    const { timing } = await recorder.next();
    expect(timing.tunnelMs).toBeLessThanOrEqual(timing.tlsMs ?? 0);

    const suspicious = await recorderBefore('https://api.test', { env: https });
    await expect(fetch(suspicious.url)).rejects.toThrow('fetch failed');
    expect((await suspicious.next()).ending).toMatchObject({
      kind: 'unanswered',
      code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    });
  });
});

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
