import { request, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { connect } from 'node:tls';
import type { Failed, HttpAnswer, HttpQuestion } from '../../core/world.ts';
import { headersOf, open, tlsOptions, type Opened, type Trust } from './sockets.ts';
import { failedOf, within } from './within.ts';

const mostBodyBytes = 1 << 20;

/** Sends one HTTP request over a connection of its own, and reads the answer. */
export async function send(question: HttpQuestion, limitMs: number, trust: Trust): Promise<HttpAnswer> {
  const url = new URL(question.url);
  const isTls = url.protocol === 'https:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const opened = await open({ host, port: Number(url.port) || (isTls ? 443 : 80) }, question.proxy, limitMs, trust);
  if (opened.kind === 'failed') return opened;
  const secured = isTls ? await secureSocket(opened, host, limitMs - opened.tookMs, trust) : opened;
  if (secured.kind === 'failed') return secured;
  const spent = opened.tookMs + (isTls ? secured.tookMs : 0);
  return exchange(question, url, secured.socket, limitMs - spent);
}

async function secureSocket(opened: Opened, host: string, limitMs: number, trust: Trust): Promise<Opened | Failed> {
  return within<Opened>(limitMs, `TLS handshake with ${host}:`, (end, tookMs) => {
    const socket = connect(tlsOptions(opened.socket, host, trust));
    let isSecured = false;
    socket.once('secureConnect', () => {
      isSecured = true;
      socket.on('error', () => {});
      end({ kind: 'opened', socket, tookMs: tookMs() });
    });
    socket.once('error', (error) => end(failedOf(error, tookMs())));
    return () => {
      if (!isSecured) socket.destroy();
    };
  });
}

async function exchange(
  { method, headers, body }: HttpQuestion,
  url: URL,
  socket: Socket,
  limitMs: number,
): Promise<HttpAnswer> {
  return within<Exclude<HttpAnswer, Failed>>(limitMs, `${method} ${url.host}`, (end, tookMs) => {
    const asked = request(
      {
        method,
        path: url.pathname + url.search,
        headers: { host: url.host, connection: 'close', ...headers },
        createConnection: () => socket,
      },
      (response) => {
        const firstByteMs = tookMs();
        readBody(
          response,
          (text) =>
            end({
              kind: 'answered',
              status: response.statusCode ?? 0,
              headers: headersOf(response.headers),
              body: text,
              firstByteMs,
              tookMs: tookMs(),
            }),
          (error) => end(failedOf(error, tookMs())),
        );
      },
    );
    asked.once('error', (error) => end(failedOf(error, tookMs())));
    asked.end(body);
    return () => socket.destroy();
  });
}

function readBody(response: IncomingMessage, done: (text: string) => void, failed: (error: Error) => void): void {
  const pieces: Buffer[] = [];
  let size = 0;
  response.on('data', (piece: Buffer) => {
    size += piece.length;
    pieces.push(piece);
    if (size > mostBodyBytes) done(textOf(pieces));
  });
  response.once('end', () => done(textOf(pieces)));
  response.once('error', failed);
  response.once('aborted', () => failed(new Error('ECONNRESET: the answer broke off before its end')));
}

function textOf(pieces: readonly Buffer[]): string {
  return Buffer.concat(pieces).toString('utf8', 0, mostBodyBytes);
}
