import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { deferred } from '../../src/app/recorder/deferred.ts';
import { nextPiece, rawCall, recorderBefore, serverThat, tcpServerThat } from './wire.ts';

const events = [
  ': a comment\n\n',
  'event: ping\ndata: {"type": "ping"}\n\n',
  'event: message_start\r\ndata: {"type":"message_start"}\r\n\r\n',
  'event: message_stop\ndata: {"type":"message_stop"}\n\n',
];

describe('what happens on the way happens as without the recorder', () => {
  test('the first event comes before the answer ends', async () => {
    const begun = deferred<() => void>();
    const { url } = await serverThat((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(events[0]);
      begun.resolve(() => void response.end(events[1]));
    });
    const recorder = await recorderBefore(url);
    const answer = await fetch(recorder.url);
    const reader = answer.body?.getReader();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe(events[0]);
    (await begun.promise)();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe(events[1]);
  });

  test('the head of an answer comes before its body, and its bytes as they are', async () => {
    const head = Buffer.from('HTTP/1.1 200 \xe9t\xe9\r\nX-Name: \xe9\xff\r\nContent-Length: 4\r\n\r\n', 'latin1');
    const url = await tcpServerThat((socket) => void socket.once('data', () => socket.write(head)));
    const recorder = await recorderBefore(url);
    const { host, hostname, port } = new URL(recorder.url);
    const socket = connect(Number(port), hostname);
    socket.write(`GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    const got = await nextPiece(socket);
    socket.destroy();
    expect(Buffer.compare(got, head)).toBe(0);
  });

  test('the head of a stream comes before its events', async () => {
    const { url } = await serverThat((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
    });
    const recorder = await recorderBefore(url);
    expect((await fetch(recorder.url)).status).toBe(200);
  });

  test('a caller that goes away takes the call to the upstream with it, at once', async () => {
    const gone = deferred<number>();
    const { url } = await serverThat((_, response) => {
      response.writeHead(200).write('x');
      response.on('close', () => gone.resolve(performance.now()));
    });
    const recorder = await recorderBefore(url);
    const stop = new AbortController();
    const answer = await fetch(recorder.url, { signal: stop.signal });
    await answer.body?.getReader().read();
    const at = performance.now();
    stop.abort();
    expect((await gone.promise) - at).toBeLessThan(50);
    expect((await recorder.next()).ending).toEqual({ kind: 'abandoned' });
  });

  test.each<[string, (host: string) => readonly [upstream: string, env: Record<string, string>]]>([
    ['a handshake', (host) => [`https://${host}`, {}]],
    ['a proxy', (host) => ['http://api.example', { HTTP_PROXY: `http://${host}` }]],
    ['a SOCKS proxy', (host) => ['http://api.example', { ALL_PROXY: `socks5://${host}` }]],
  ])('a caller that goes away while %s is waited for takes the connection with it', async (_, way) => {
    const begun = deferred<void>();
    const gone = deferred<number>();
    const silent = await tcpServerThat((socket) => {
      socket.once('data', () => begun.resolve());
      socket.on('close', () => gone.resolve(performance.now()));
    });
    const [upstream, env] = way(new URL(silent).host);
    const recorder = await recorderBefore(upstream, { env });
    const stop = new AbortController();
    const answer = fetch(recorder.url, { signal: stop.signal }).catch(() => 'aborted');
    await begun.promise;
    const at = performance.now();
    stop.abort();
    expect((await gone.promise) - at).toBeLessThan(50);
    expect(await answer).toBe('aborted');
    expect((await recorder.next()).ending).toEqual({ kind: 'abandoned' });
  });

  test.each(['reset', 'closed'] as const)(
    'an upstream that is %s inside its answer looks so, behind what it had sent',
    async (how) => {
      const url = await tcpServerThat((socket) => {
        socket.once('data', () => {
          socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf', () =>
            how === 'reset' ? setImmediate(() => socket.resetAndDestroy()) : socket.end(),
          );
        });
      });
      const recorder = await recorderBefore(url);
      const direct = await rawCall(url, [`GET / HTTP/1.1\r\nHost: ${new URL(url).host}\r\n\r\n`]);
      const recorded = await rawCall(recorder.url, [`GET / HTTP/1.1\r\nHost: ${new URL(recorder.url).host}\r\n\r\n`]);
      expect(recorded.bytes.toString()).toBe(direct.bytes.toString());
      expect(recorded.error).toBe(how === 'reset' ? 'ECONNRESET' : undefined);
      expect((await recorder.next()).ending).toMatchObject({ kind: 'broken', how });
    },
  );

  test.each(['reset', 'closed'] as const)('an upstream that is %s without an answer looks so', async (how) => {
    const url = await tcpServerThat((socket) => {
      socket.once('data', () => (how === 'reset' ? socket.resetAndDestroy() : socket.end()));
    });
    const recorder = await recorderBefore(url);
    const recorded = await rawCall(recorder.url, [`GET / HTTP/1.1\r\nHost: ${new URL(recorder.url).host}\r\n\r\n`]);
    expect(recorded).toEqual({ bytes: Buffer.alloc(0), ...(how === 'reset' ? { error: 'ECONNRESET' } : {}) });
    expect((await recorder.next()).ending).toMatchObject({ kind: 'unanswered', how });
  });

  test('an answer that comes before the body was sent is passed on at once', async () => {
    const url = await tcpServerThat((socket) => {
      socket.once('data', () => socket.write('HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\n\r\nno'));
    });
    const recorder = await recorderBefore(url);
    const { port } = new URL(recorder.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(`POST / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 1000\r\n\r\nbeginning`);
    const piece = await new Promise<Buffer>((resolve) => socket.once('data', resolve));
    socket.destroy();
    expect(String(piece)).toBe('HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\n\r\nno');
  });

  test('a caller that waits for 100 Continue gets it from the upstream, and not from the recorder', async () => {
    const { url } = await serverThat((_, response, body) => response.end(body));
    const recorder = await recorderBefore(url);
    const answered = await new Promise<string>((resolve, reject) => {
      const sent = httpRequest(
        recorder.url,
        { method: 'POST', headers: { expect: '100-continue', 'content-length': 4 } },
        (answer) => {
          answer.on('data', (piece) => resolve(String(piece)));
        },
      );
      sent.on('continue', () => sent.end('body'));
      sent.on('error', reject);
      sent.flushHeaders();
    });
    expect(answered).toBe('body');
  });

  test.each([
    ['two links', ['</a.css>; rel=preload; as=style', '</b.js>; rel=preload; as=script'], 2],
    ['two links in one header', ['</a.css>; rel=preload; as=style, </b.js>; rel=preload; as=script'], 2],
    ['a link that Node does not write', ['nothing like a link'], 0],
  ])('hints before the answer do no harm: %s', async (_, links, passed) => {
    const url = await tcpServerThat((socket) => {
      socket.once('data', () => {
        const lines = links.map((link) => `Link: ${link}\r\n`).join('');
        socket.end(
          `HTTP/1.1 103 Early Hints\r\n${lines}\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok`,
        );
      });
    });
    const recorder = await recorderBefore(url);
    const { host } = new URL(recorder.url);
    const { bytes } = await rawCall(recorder.url, [`GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`]);
    const [hints = '', answer] = String(bytes).split('HTTP/1.1 200 OK');
    expect(hints.match(/rel=preload/g) ?? []).toHaveLength(passed);
    expect(answer).toMatch(/ok$/);
    expect((await recorder.next()).ending).toEqual({ kind: 'complete' });
  });

  test('an upstream that closes an idle connection closes the one of the caller', async () => {
    const url = await tcpServerThat((socket) => {
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok', () => socket.end());
      });
    });
    const recorder = await recorderBefore(url);
    const { bytes } = await rawCall(recorder.url, [`GET / HTTP/1.1\r\nHost: ${new URL(recorder.url).host}\r\n\r\n`]);
    expect(bytes.toString()).toMatch(/ok$/);
  });

  test('one connection of a caller is one connection to the upstream', async () => {
    let connections = 0;
    const url = await tcpServerThat((socket) => {
      connections++;
      socket.on('data', () => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok'));
    });
    const recorder = await recorderBefore(url);
    const { port } = new URL(recorder.url);
    const socket = connect(Number(port), '127.0.0.1');
    for (let round = 0; round < 3; round++) {
      socket.write(`GET / HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`);
      await once(socket, 'data');
    }
    socket.destroy();
    expect(connections).toBe(1);
    expect(recorder.exchanges.map(({ timing }) => timing.isConnectionReused)).toEqual([false, true, true]);
  });

  test('a request goes on behind an early answer, and the next one follows it', async () => {
    let got = '';
    const url = await tcpServerThat((socket) => {
      socket.on('data', (piece) => {
        got += String(piece);
        if (/beginning$|second/.test(got)) socket.write('HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\n\r\nno');
      });
    });
    const recorder = await recorderBefore(url);
    const { host, port } = new URL(recorder.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(`POST / HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 17\r\n\r\nbeginning`);
    await once(socket, 'data');
    socket.write(' and end');
    socket.write(`GET /second HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    await once(socket, 'data');
    socket.destroy();
    expect(got).toMatch(/\r\n\r\nbeginning and endGET \/second HTTP\/1\.1\r\nHost: [\d.:]+\r\n\r\n$/);
  });

  test('a long request goes on behind an early answer, with which its exchange was over', async () => {
    const whole = deferred<number>();
    const body = Buffer.alloc(3_000_000, 'Donau ');
    const url = await tcpServerThat((socket) => {
      let bytes = 0;
      socket.once('data', () => socket.write('HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\n\r\nno'));
      socket.on('data', (piece) => {
        bytes += piece.length;
        if (bytes > body.length) whole.resolve(bytes);
      });
    });
    const recorder = await recorderBefore(url);
    const { host, hostname, port } = new URL(recorder.url);
    const head = `POST / HTTP/1.1\r\nHost: ${host}\r\nContent-Length: ${body.length}\r\n\r\n`;
    const socket = connect(Number(port), hostname);
    socket.write(head);
    socket.write(body.subarray(0, 200_000));
    await once(socket, 'data');
    socket.write(body.subarray(200_000));
    expect(await whole.promise).toBe(head.length + body.length + new URL(url).host.length - host.length);
    socket.destroy();
  });

  test('an early answer of an upstream that then hangs up reaches a caller that is still sending', async () => {
    const server = createServer((request, response) => {
      request.on('error', () => undefined).resume();
      response.writeHead(413, { 'content-length': 2 }).end('no');
    });
    onTestFinished(() => void server.close());
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const address = server.address();
    const recorder = await recorderBefore(
      `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    );
    const body = Buffer.alloc(3_000_000, 'Donau ');
    const ask = async (): Promise<number> => {
      const answer = await fetch(recorder.url, { method: 'POST', body, headers: { connection: 'close' } });
      await answer.text();
      return answer.status;
    };
    for (let round = 0; round < 8; round++)
      expect(new Set(await Promise.all(Array.from({ length: 16 }, ask)))).toEqual(new Set([413]));
  });

  test('an answer for which nobody has asked ends the connection, and no later call gets it', async () => {
    const mine = 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nmine';
    const url = await tcpServerThat((socket) => {
      socket.once('data', () => socket.write(`${mine}HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nother`));
    });
    const recorder = await recorderBefore(url);
    const ask = `GET / HTTP/1.1\r\nHost: ${new URL(recorder.url).host}\r\n\r\n`;
    const { bytes } = await rawCall(recorder.url, [ask]);
    expect(bytes.toString()).toMatch(/mine$/);
  });

  test('what comes back and is no HTTP is a failure that says so, and reaches the caller', async () => {
    const url = await tcpServerThat((socket) => {
      socket.once('data', () => socket.end('SSH-2.0-OpenSSH_9.7\r\n'));
    });
    const recorder = await recorderBefore(url);
    const got = await rawCall(recorder.url, [`GET / HTTP/1.1\r\nHost: ${new URL(recorder.url).host}\r\n\r\n`]);
    expect(String(got.bytes)).toBe('SSH-2.0-OpenSSH_9.7\r\n');
    expect(got.error).toBeUndefined();
    expect((await recorder.next()).ending).toMatchObject({ kind: 'unanswered', code: 'HPE_INVALID_CONSTANT' });
  });

  test('no request follows what could not be read', async () => {
    const url = await tcpServerThat((socket) => void socket.on('data', () => socket.write('HTTP/1.1 200 OK\n\n')));
    const recorder = await recorderBefore(url);
    const { host, hostname, port } = new URL(recorder.url);
    const socket = connect(Number(port), hostname);
    socket.write(`GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    expect(String(await nextPiece(socket))).toBe('HTTP/1.1 200 OK\n\n');
    socket.write(`GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    await once(socket, 'close');
  });

  test('a caller that reads slowly holds the upstream back', async () => {
    let isFull = false;
    const full = deferred<void>();
    const url = await tcpServerThat((socket) => {
      socket.once('data', () => {
        socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${200 << 20}\r\n\r\n`);
        const piece = Buffer.alloc(1 << 16);
        const more = (): void => {
          for (let sent = 0; sent < 3200; sent++) {
            if (!socket.write(piece)) {
              isFull = true;
              setImmediate(() => full.resolve());
              return;
            }
          }
          full.resolve();
        };
        more();
      });
    });
    const recorder = await recorderBefore(url);
    const { port } = new URL(recorder.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.pause();
    socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
    await full.promise;
    socket.destroy();
    expect(isFull).toBe(true);
  });
});
