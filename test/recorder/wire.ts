import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Exchange } from '../../src/capture/exchange/exchange.ts';
import { startProxy, type Proxy } from '../../src/proxy/proxy.ts';
import { sharedRooms } from '../../src/proxy/rooms.ts';
import { upstreamOf } from '../../src/proxy/upstream.ts';
import { makeCertificate } from '../../src/simulator/wire/certificates.ts';
import { makeAuthority } from '../../src/simulator/wire/doors.ts';

/** What a server saw of a request. */
export interface Seen {
  readonly line: string;
  /** Without the host. */
  readonly headers: readonly string[];
  readonly bodyHash: string;
  readonly trailers: readonly string[];
}

/** A hash to compare bodies by. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A server that notes what it gets, and answers as it is told. */
export async function serverThat(
  answer: (request: IncomingMessage, response: ServerResponse, body: Buffer) => void,
): Promise<{ readonly url: string; readonly seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer({ maxHeaderSize: 1 << 17 }, (request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const body = Buffer.concat(pieces);
      const { rawHeaders: raw } = request;
      seen.push({
        line: `${request.method} ${request.url}`,
        headers: raw.filter((_, at) => raw[at - (at % 2)]?.toLowerCase() !== 'host'),
        bodyHash: hashOf(body),
        trailers: request.rawTrailers,
      });
      answer(request, response, body);
    });
  });
  return { url: await listening(server), seen };
}

/** A server that is given every connection as it is. */
export async function tcpServerThat(serve: (socket: Socket) => void): Promise<string> {
  return listening(
    createTcpServer((socket) => {
      socket.on('error', () => socket.destroy());
      serve(socket);
    }),
  );
}

/** A server with TLS whose authority only the user's own settings trust. */
export async function tlsServerThat(
  host: string,
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<{ readonly port: number; readonly authorityFile: string }> {
  const now = Date.now();
  const span = { from: new Date(now - 86_400_000), until: new Date(now + 86_400_000) };
  const authority = makeAuthority('An authority of a company', now);
  const { cert, key } = makeCertificate({ name: host, hosts: [host], ...span, issuer: authority }, 7);
  const url = await listening(createTlsServer({ cert, key }, answer));
  const folder = mkdtempSync(join(tmpdir(), 'faultline-authority-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const authorityFile = join(folder, 'authority.pem');
  writeFileSync(authorityFile, authority.cert);
  return { port: Number(new URL(url).port), authorityFile };
}

/** Listens on a free port until the test is over. */
async function listening(server: Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

/** A recorder before a server, until the test is over; `next` gives the exchanges in the order in which they end. */
export async function recorderBefore(
  upstream: string,
  options: { readonly env?: Record<string, string>; readonly token?: string } = {},
): Promise<Proxy & { readonly exchanges: Exchange[]; readonly next: () => Promise<Exchange> }> {
  const exchanges: Exchange[] = [];
  const waiting: ((exchange: Exchange) => void)[] = [];
  const unread: Exchange[] = [];
  const rooms = sharedRooms();
  const proxy = await startProxy({
    upstream: upstreamOf(upstream, options.env ?? {}),
    rooms,
    ...(options.token === undefined ? {} : { beyond: { address: '127.0.0.1', token: options.token } }),
    onExchange(ended) {
      // Handed on as to a thread: nobody can use the memory any more.
      const { body, response } = ended;
      const kept = [body, ...(response ? [response.body] : [])].flatMap(({ head, tail }) => [head, tail]);
      const transfer = kept.flatMap((bytes) => (rooms.owns(bytes) ? [bytes.buffer] : []));
      const exchange = structuredClone(ended, { transfer });
      exchanges.push(exchange);
      const waiter = waiting.shift();
      if (waiter) waiter(exchange);
      else unread.push(exchange);
    },
  });
  onTestFinished(() => proxy.stop());
  return {
    ...proxy,
    exchanges,
    next: () => {
      const first = unread.shift();
      return first ? Promise.resolve(first) : new Promise((resolve) => waiting.push(resolve));
    },
  };
}

/** The next bytes that come over a connection. */
export function nextPiece(socket: Socket): Promise<Buffer> {
  return new Promise((resolve) => void socket.once('data', (piece: Buffer) => resolve(piece)));
}

/** Sends bytes as they are, and gives back every byte that came until the connection ended, and how it ended. */
export function rawCall(
  url: string,
  pieces: readonly (string | Uint8Array)[],
): Promise<{ readonly bytes: Buffer; readonly error?: string }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    const got: Buffer[] = [];
    let error: string | undefined;
    for (const piece of pieces) socket.write(piece);
    socket.on('data', (piece) => got.push(piece));
    socket.on('error', (cause) => {
      error = 'code' in cause ? String(cause.code) : cause.message;
    });
    socket.on('close', () => resolve({ bytes: Buffer.concat(got), ...(error === undefined ? {} : { error }) }));
  });
}
