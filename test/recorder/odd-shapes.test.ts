import { connect, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { AnswerReader } from '../../src/proxy/answer-reader.ts';
import { recorderBefore, tcpServerThat } from './wire.ts';
import { shapes, type Shape } from './shapes.ts';

const last = 'GET /last HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n';
const lastAnswer = 'HTTP/1.1 200 Last\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';

/** What a caller got: bytes, whether the connection went on, and how it ended. */
interface Got {
  readonly bytes: string;
  readonly error?: string;
}

/** Sends the call, then another one where the connection goes on, and gives back all that came until its end. */
function send(base: string, { request, behind, method = 'GET' }: Shape): Promise<Got> {
  const { hostname, port, host } = new URL(base);
  const socket = connect({ port: Number(port), host: hostname, noDelay: true });
  const reader = new AnswerReader(1 << 17);
  reader.begin(method);
  let bytes = '';
  let error: string | undefined;
  let isWhole = false;
  const write = (text: string): void => void socket.write(Buffer.from(text.replaceAll('HOST', host), 'latin1'));
  socket.on('data', (piece: Buffer) => {
    bytes += piece.toString('latin1');
    if (isWhole) return;
    const { kind } = reader.read(piece, { onInterim() {}, onHead() {}, onPiece() {} });
    if (kind === 'unfinished') return;
    isWhole = true;
    if (behind === undefined) write(last);
  });
  socket.on('error', (cause) => {
    error ??= 'code' in cause ? String(cause.code) : cause.message;
  });
  void oneByOne(socket, typeof request === 'string' ? [request] : request, (piece) => write(piece));
  return new Promise((resolve) => {
    socket.on('close', () => resolve({ bytes, ...(error === undefined ? {} : { error }) }));
  });
}

async function oneByOne(socket: Socket, pieces: readonly string[], write: (piece: string) => void): Promise<void> {
  for (const piece of pieces) {
    if (!socket.writable) return;
    write(piece);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function answerIn(socket: Socket, pieces: readonly string[], behind: Shape['behind']): Promise<void> {
  await oneByOne(socket, pieces, (one) => void socket.write(Buffer.from(one, 'latin1')));
  if (behind === 'ends') socket.end();
  if (behind === 'resets') setImmediate(() => socket.resetAndDestroy());
}

/** Answers the call as its shape says, and the one behind it. */
function serve(socket: Socket, { until = /\r\n\r\n/, answer, behind }: Shape, asked: string[]): void {
  const place = asked.push('') - 1;
  let isAnswered = false;
  socket.setNoDelay(true).on('data', (piece: Buffer) => {
    const text = (asked[place] += piece.toString('latin1'));
    if (text.includes('/last ') && text.endsWith('\r\n\r\n')) socket.end(lastAnswer);
    if (isAnswered || !until.test(text)) return;
    isAnswered = true;
    void answerIn(socket, typeof answer === 'string' ? [answer] : answer, behind);
  });
}

function joined(pieces: string | readonly string[]): string {
  return typeof pieces === 'string' ? pieces : pieces.join('');
}

test.each(Object.entries(shapes))('%s', async (_, shape) => {
  const asked: string[] = [];
  const url = await tcpServerThat((socket) => serve(socket, shape, asked));
  const recorder = await recorderBefore(url);
  const direct = await send(url, shape);
  const recorded = await send(recorder.url, shape);
  const { answer, request, passed = {} } = shape;
  expect(direct.bytes.startsWith(joined(answer))).toBe(true);
  expect(recorded).toEqual({ ...direct, bytes: direct.bytes.replace(joined(answer), passed.answer ?? joined(answer)) });
  const [sent = '', got] = asked.map((one) => one.replaceAll(/Host: .*/g, 'Host: HOST'));
  expect(got).toBe(sent.replace(joined(request), passed.request ?? joined(request)));
});
