import { request as httpRequest } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import Anthropic from '@anthropic-ai/sdk';
import { describe, expect, test } from 'vitest';
import { deferred } from '../../src/app/recorder/deferred.ts';
import { hashOf, rawCall, recorderBefore, serverThat, tcpServerThat } from './wire.ts';

const json = JSON.stringify({ type: 'message', content: [{ type: 'text', text: 'Donau, Wien — ſ\u{1f30a}' }] });
const events = [
  ': a comment\n\n',
  'event: ping\ndata: {"type": "ping"}\n\n',
  'event: message_start\r\ndata: {"type":"message_start"}\r\n\r\n',
  'event: message_stop\ndata: {"type":"message_stop"}\n\n',
];
const large = Buffer.alloc(32 << 20, 'Which rivers flow through Vienna? ');

const answers: Readonly<Record<string, { readonly headers: string[]; readonly pieces: readonly (string | Buffer)[] }>> =
  {
    '/json': {
      headers: ['Content-Type', 'application/json', 'Content-Length', String(Buffer.byteLength(json))],
      pieces: [json],
    },
    '/gzip': { headers: ['content-encoding', 'gzip', 'X-Twice', 'a', 'x-twice', 'b'], pieces: [gzipSync(json)] },
    '/deflate': { headers: ['content-encoding', 'deflate'], pieces: [deflateSync(json)] },
    '/br': { headers: ['content-encoding', 'br'], pieces: [brotliCompressSync(json)] },
    '/zstd': { headers: ['content-encoding', 'zstd'], pieces: [zstdCompressSync(json)] },
    '/events': { headers: ['content-type', 'text/event-stream', 'transfer-encoding', 'chunked'], pieces: events },
    '/bytes': { headers: ['content-type', 'text/event-stream'], pieces: events.join('').split('') },
    '/large': { headers: ['content-length', String(large.length)], pieces: [large] },
    '/empty': { headers: ['content-length', '0'], pieces: [] },
    '/not-json': {
      headers: ['content-type', 'text/html', 'SET-Cookie', 'a=1', 'Set-Cookie', 'b=2'],
      pieces: ['<html>é'],
    },
  };

function server(): ReturnType<typeof serverThat> {
  return serverThat((request, response) => {
    const { headers, pieces } = answers[request.url ?? ''] ?? { headers: [], pieces: ['?'] };
    response.sendDate = false;
    response.writeHead(request.url === '/not-json' ? 529 : 200, 'Fine so far', headers);
    for (const piece of pieces) response.write(piece);
    response.end();
  });
}

interface Got {
  readonly status: string;
  readonly headers: readonly string[];
  readonly bodyHash: string;
}

/** One call with the HTTP client of Node, header as given. */
function call(url: string, headers: readonly string[], pieces: readonly (string | Buffer)[]): Promise<Got> {
  return new Promise((resolve, reject) => {
    const { host } = new URL(url);
    const sent = httpRequest(url, { method: 'POST', headers: ['Host', host, ...headers] }, (answer) => {
      const got: Buffer[] = [];
      answer.on('data', (piece: Buffer) => got.push(piece));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({
          status: `${answer.statusCode} ${answer.statusMessage}`,
          headers: answer.rawHeaders,
          bodyHash: hashOf(Buffer.concat(got)),
        }),
      );
    });
    sent.on('error', reject);
    for (const piece of pieces) sent.write(piece);
    sent.end();
  });
}

const requests: Readonly<
  Record<string, { readonly headers: readonly string[]; readonly pieces: readonly (string | Buffer)[] }>
> = {
  'a body with its length': {
    headers: ['X-Api-Key', 'k', 'content-LENGTH', '5', 'x-b', '1', 'X-a', '2'],
    pieces: ['Vien', 'n'],
  },
  'a chunked body': {
    headers: ['Transfer-Encoding', 'chunked', 'anthropic-beta', 'one', 'anthropic-beta', 'two'],
    pieces: ['Vien', 'na'],
  },
  'a compressed body': {
    headers: ['content-encoding', 'gzip', 'transfer-encoding', 'chunked'],
    pieces: [gzipSync(json)],
  },
  'a body of 32 MB': { headers: ['content-length', String(large.length)], pieces: [large] },
  'a header of 20 kB': { headers: ['x-long', 'x'.repeat(20_000), 'content-length', '0'], pieces: [] },
};

describe('a call through the recorder is the call without it', () => {
  const cases = Object.keys(answers).flatMap((path) =>
    Object.keys(requests).map((name): [string, string] => [name, path]),
  );

  test.each(cases)('%s, answered by %s', async (name, path) => {
    const { url, seen } = await server();
    const recorder = await recorderBefore(url);
    const { headers, pieces } = requests[name] ?? { headers: [], pieces: [] };
    const direct = await call(url + path, headers, pieces);
    const recorded = await call(recorder.url + path, headers, pieces);
    expect(recorded).toEqual(direct);
    expect(seen[1]).toEqual(seen[0]);
    expect((await recorder.next()).ending).toEqual({ kind: 'complete' });
  });

  test.each(Object.keys(answers))('with fetch, answered by %s', async (path) => {
    const { url, seen } = await server();
    const recorder = await recorderBefore(url);
    const get = async (base: string): Promise<unknown> => {
      const answer = await fetch(base + path, { method: 'POST', body: json, headers: { 'X-B': '1' } });
      return [answer.status, [...answer.headers], hashOf(new Uint8Array(await answer.arrayBuffer()))];
    };
    const direct = await get(url);
    expect(await get(recorder.url)).toEqual(direct);
    expect(seen[1]).toEqual(seen[0]);
  });

  test.each([
    ['HTTP/1.0', ['GET /json HTTP/1.0\r\n\r\n']],
    ['HTTP/1.0 with a body', ['POST /empty HTTP/1.0\r\nContent-Length: 2\r\n\r\nab']],
    [
      'HTTP/1.0 with keep-alive',
      ['GET /json HTTP/1.0\r\nConnection: keep-alive\r\n\r\n', 'GET /empty HTTP/1.0\r\n\r\n'],
    ],
    [
      'two requests in one piece',
      ['GET /json HTTP/1.1\r\nHost: HOST\r\n\r\nGET /events HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n'],
    ],
    [
      'a request in small pieces',
      'POST /bytes HTTP/1.1|\r\nHo|st: HOST\r|\nConnection: close\r\nContent-Length: 3\r\n|\r|\na|b|c'.split('|'),
    ],
    ['a question for the head alone', ['HEAD /json HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n']],
  ])('as bytes: %s', async (_, pieces) => {
    const { url } = await server();
    const recorder = await recorderBefore(url);
    const send = (base: string): ReturnType<typeof rawCall> =>
      rawCall(
        base,
        pieces.map((piece) => piece.replaceAll('HOST', new URL(base).host)),
      );
    const direct = await send(url);
    const recorded = await send(recorder.url);
    expect(recorded.bytes.toString('latin1')).toBe(direct.bytes.toString('latin1'));
  });

  test('a caller of HTTP/1.0 gets an answer in chunks until the end of the connection', async () => {
    const { url } = await server();
    const recorder = await recorderBefore(url);
    const { bytes } = await rawCall(recorder.url, ['GET /events HTTP/1.0\r\n\r\n']);
    expect(bytes.toString()).toBe(
      `HTTP/1.1 200 Fine so far\r\ncontent-type: text/event-stream\r\nConnection: close\r\n\r\n${events.join('')}`,
    );
  });

  test.each([
    ['without a word on its body or its connection', 'POST /v1/messages HTTP/1.1\r\nhost: HOST\r\nX-A:1\r\n\r\n'],
    ['with a body', 'POST / HTTP/1.1\r\nX-A:  \xe9 \r\nHOST: HOST\r\nContent-length: 4\r\n\r\nWien'],
    [
      'in chunks',
      'PUT /?a=b HTTP/1.1\r\nHost: HOST\r\nTRANSFER-encoding: Chunked\r\n\r\n4\r\nWien\r\n0\r\nX-B: 2\r\n\r\n',
    ],
  ])('a request %s has the bytes of a direct one', async (_, text) => {
    const taken = deferred<string>();
    const url = await tcpServerThat((socket) => {
      let got = '';
      socket.setEncoding('latin1').on('data', (piece: string) => {
        got += piece;
        if (/\r\n\r\n$|Wien$/.test(got) && (!got.includes('Chunked') || got.includes('X-B'))) {
          taken.resolve(got);
          socket.end('HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n');
        }
      });
    });
    const recorder = await recorderBefore(url);
    await rawCall(recorder.url, [Buffer.from(text.replace('HOST\r', `${new URL(recorder.url).host}\r`), 'latin1')]);
    // White space around a value means nothing, and a reader cuts it off.
    const plain = text.replace('HOST\r', `${new URL(url).host}\r`).replace(/:[ ]*(.*?)[ ]*\r/g, ': $1\r');
    expect(await taken.promise).toBe(plain);
  });

  test('a request of thousands of fields keeps all of them, with the length of its body', async () => {
    const body = 'GET /another HTTP/1.1\r\nHost: x\r\n\r\n';
    const text = `POST / HTTP/1.1\r\nHost: HOST\r\n${'a: b\r\n'.repeat(2500)}Content-Length: ${body.length}\r\n\r\n${body}`;
    const taken = deferred<string>();
    const url = await tcpServerThat((socket) => {
      let got = '';
      socket.on('data', (piece) => {
        got += String(piece);
        if (!got.endsWith(body)) return;
        taken.resolve(got);
        socket.end('HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n');
      });
    });
    const recorder = await recorderBefore(url);
    const { bytes } = await rawCall(recorder.url, [text.replace('HOST', new URL(recorder.url).host)]);
    expect(bytes.toString()).toMatch(/^HTTP\/1\.1 204 /);
    expect(await taken.promise).toBe(text.replace('HOST', new URL(url).host));
  });

  test('a caller that expects what only the upstream knows is answered by the upstream', async () => {
    const refusal = 'HTTP/1.1 417 Not Here\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno';
    const url = await tcpServerThat((socket) => void socket.once('data', () => socket.end(refusal)));
    const recorder = await recorderBefore(url);
    const { host } = new URL(recorder.url);
    const { bytes } = await rawCall(recorder.url, [`GET / HTTP/1.1\r\nHost: ${host}\r\nExpect: a-miracle\r\n\r\n`]);
    expect(bytes.toString()).toBe(refusal);
  });

  test.each([
    ['and none follows where it does not say so', '', 'Connection: close\r\n'],
    ['and more may follow where it says so', 'Connection: keep-alive\r\n', ''],
  ])('an answer of HTTP/1.0 is passed on as one of HTTP/1.1, %s', async (_, said, added) => {
    const rest = `200 OK\r\nContent-Length: 2\r\n${said}`;
    const url = await tcpServerThat((socket) => void socket.once('data', () => socket.end(`HTTP/1.0 ${rest}\r\nok`)));
    const recorder = await recorderBefore(url);
    const { bytes } = await rawCall(recorder.url, [`GET / HTTP/1.1\r\nHost: ${new URL(recorder.url).host}\r\n\r\n`]);
    expect(bytes.toString()).toBe(`HTTP/1.1 ${rest}${added}\r\nok`);
  });

  test('trailers pass in both directions', async () => {
    const { url, seen } = await serverThat((_, response) => {
      response.writeHead(200, { trailer: 'x-sum' });
      response.write('body');
      response.addTrailers({ 'X-Sum': '42' });
      response.end();
    });
    const recorder = await recorderBefore(url);
    const direct = await withTrailer(url);
    const recorded = await withTrailer(recorder.url);
    expect(withoutDate(recorded.bytes)).toBe(withoutDate(direct.bytes));
    expect(recorded.bytes.toString()).toContain('X-Sum: 42');
    expect(seen.map(({ trailers }) => trailers)).toEqual([
      ['X-Check', '7'],
      ['X-Check', '7'],
    ]);
  });

  test('the official SDK streams and reads as without it', async () => {
    const { url, seen } = await server();
    const recorder = await recorderBefore(url);
    const direct = await askWithSdk(url);
    expect(await askWithSdk(recorder.url)).toEqual(direct);
    const [first, second] = seen;
    expect(second).toEqual(first);
  });
});

function withTrailer(base: string): ReturnType<typeof rawCall> {
  return rawCall(base, [
    `POST / HTTP/1.1\r\nHost: ${new URL(base).host}\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nX-Check: 7\r\n\r\n`,
  ]);
}

function withoutDate(bytes: Buffer): string {
  return bytes.toString().replace(/Date: .*\r\n/, '');
}

async function askWithSdk(base: string): Promise<unknown> {
  const client = new Anthropic({ baseURL: base, apiKey: 'any', maxRetries: 0 });
  return client.post('/json', { body: { model: 'claude-sonnet-5' } });
}
