import { connect, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import type { AnswerHead } from '../../src/proxy/answer-head.ts';
import { AnswerReader } from '../../src/proxy/answer-reader.ts';
import { nextPiece, recorderBefore, tcpServerThat } from './wire.ts';

/** The same numbers for the same seed. */
function drawing(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A call, and the bytes with which it is answered. */
interface Drawn {
  readonly method: string;
  readonly request: string;
  /** Where the answer is cut into pieces that are sent one after the other. */
  readonly answer: readonly Buffer[];
  readonly isLast: boolean;
}

function draw(seed: number): Drawn {
  const below = drawing(seed);
  const oneOf = <T>(...list: readonly T[]): T => list[below(list.length)] ?? fail();
  const text = (most: number): string => 'Donau \xe9\r\n\r\n0\r\n'.repeat(below(most)).slice(below(5));
  const chunked = (body: string): string => {
    let left = body;
    let out = '';
    while (left !== '') {
      const size = 1 + below(left.length);
      out += `${size.toString(16)}${oneOf('', ';a=b')}\r\n${left.slice(0, size)}\r\n`;
      left = left.slice(size);
    }
    return `${out}0\r\n${oneOf('', 'X-Sum: 7\r\n')}\r\n`;
  };
  const method = oneOf('POST', 'GET', 'HEAD', 'PUT', 'DELETE');
  const body = method === 'GET' || method === 'HEAD' ? '' : text(oneOf(3, 3000));
  const framed = oneOf(
    () => `Content-Length: ${body.length}\r\n\r\n${body}`,
    () => `Transfer-Encoding: chunked\r\n\r\n${chunked(body)}`,
  );
  const request = `${method} /v1/messages HTTP/1.1\r\nHost: HOST\r\n${body === '' && below(2) === 0 ? '\r\n' : framed()}`;
  const status = oneOf(200, 200, 200, 204, 304, 400, 529);
  const reply = text(oneOf(3, 3, 20_000));
  const [framing, isLast] = oneOf(
    [`Content-Length: ${reply.length}\r\n\r\n${reply}`, false],
    [`Transfer-Encoding: chunked\r\n\r\n${chunked(reply)}`, false],
    [`Connection: close\r\n\r\n${reply}`, true],
  );
  const isEmpty = status === 204 || status === 304;
  const hasBody = method !== 'HEAD' && !isEmpty;
  // Node's server ends the connection behind an empty answer that speaks of chunks.
  const head = isEmpty && framing.startsWith('T') ? '' : framing.slice(0, framing.indexOf('\r\n\r\n') + 2);
  const bytes = Buffer.from(
    `${oneOf('', 'HTTP/1.1 100 Continue\r\n\r\n')}HTTP/1.1 ${status} Fine\r\nX-A: 1\r\nx-a: \xe9\r\n${hasBody ? framing : `${head}\r\n`}`,
    'latin1',
  );
  const cuts = Array.from({ length: below(6) }, () => below(bytes.length)).toSorted((a, b) => a - b);
  const answer = [...cuts, bytes.length].map((cut, index) => bytes.subarray(index === 0 ? 0 : cuts[index - 1], cut));
  return { method, request, answer: answer.filter(({ length }) => length > 0), isLast };
}

function fail(): never {
  throw new Error('There is nothing to draw from.');
}

/** What was read of a call or its answer. */
interface Read {
  readonly head: AnswerHead | undefined;
  readonly body: string;
  readonly end: unknown;
}

/** Sends calls on one connection, one after the other, and gives back what was read of each. */
async function readAll(url: string, calls: readonly Drawn[]): Promise<readonly unknown[]> {
  const { hostname, port, host } = new URL(url);
  const socket = connect({ port: Number(port), host: hostname, noDelay: true });
  const got: unknown[] = [];
  const reader = new AnswerReader(1 << 16);
  for (const { method, request } of calls) {
    reader.begin(method);
    socket.write(Buffer.from(request.replace('HOST', host), 'latin1'));
    got.push(await readOne(socket, reader));
  }
  socket.destroy();
  return got;
}

async function readOne(socket: Socket, reader: AnswerReader): Promise<Read> {
  let head: AnswerHead | undefined;
  let body = '';
  const ended = new Promise<undefined>((resolve) => void socket.once('end', () => resolve(undefined)));
  for (;;) {
    const piece = await Promise.race([nextPiece(socket), ended]);
    if (!piece) return { head, body, end: reader.endsHere() ? 'closed' : 'cut' };
    const reading = reader.read(piece, {
      onInterim() {},
      onHead: (read) => void (head = read),
      onPiece: (bytes) => void (body += bytes.toString('latin1')),
    });
    if (reading.kind === 'unfinished') continue;
    return { head, body, end: reading };
  }
}

test('drawn calls and answers, cut anywhere, come through as they are', { timeout: 60_000 }, async () => {
  for (let round = 0; round < 40; round++) {
    const calls = Array.from({ length: 8 }, (_, index) => draw(round * 8 + index));
    const last = calls.findIndex(({ isLast }) => isLast);
    const asked = last < 0 ? calls : calls.slice(0, last + 1);
    const requests: unknown[] = [];
    const url = await tcpServerThat((socket) => {
      socket.setNoDelay(true);
      void serve(socket, asked, (request) => requests.push(request));
    });
    const direct = await readAll(url, asked);
    const recorder = await recorderBefore(url);
    expect([round, await readAll(recorder.url, asked)]).toEqual([round, direct]);
    expect(requests.slice(asked.length)).toEqual(requests.slice(0, asked.length));
    expect(requests).toHaveLength(2 * asked.length);
    for (const { ending } of recorder.exchanges) expect(ending).toEqual({ kind: 'complete' });
  }
});

/** Answers the calls of a connection in their order, each when it is whole, and tells what came. */
async function serve(socket: Socket, calls: readonly Drawn[], tell: (request: unknown) => void): Promise<void> {
  for (const { answer, isLast } of calls) {
    const reader = new AnswerReader(1 << 16);
    let line: string | undefined;
    let before = '';
    while (line === undefined) {
      before += (await nextPiece(socket)).toString('latin1');
      line = /^(.*)\r\n[^]*?\r\n\r\n/.exec(before)?.[1];
    }
    // Heads and bodies of requests have the form of those of answers, but for the first line.
    const hasBody = /\r\n(?:content-length|transfer-encoding): /i.test(before);
    reader.begin(hasBody ? 'GET' : 'HEAD');
    socket.unshift(Buffer.from(`HTTP/1.1 200 OK${before.slice(line.length)}`, 'latin1'));
    const { head, ...rest } = await readOne(socket, reader);
    tell({ line, headers: head?.headers.filter((value) => !/^127\.0\.0\.1:\d+$/.test(value)), ...rest });
    for (const piece of answer) {
      await new Promise((resolve) => socket.write(piece, resolve));
      await new Promise((resolve) => setImmediate(resolve));
    }
    if (isLast) socket.end();
  }
}
