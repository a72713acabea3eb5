import { createSocket, type Socket as Datagrams } from 'node:dgram';
import { createServer as createHttp, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import { createServer as createHttps } from 'node:https';
import { connect, createServer as createTcp, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { makeCertificate, type Authority, type CertificateRequest } from '../../src/simulator/wire/certificates.ts';
import { makeAuthority } from '../../src/simulator/wire/doors.ts';

/** Something that listens on the loopback address until it is closed. */
export interface Listening {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** A server that counts what it is asked. */
export interface Counting extends Listening {
  readonly url: string;
  /** `GET /v1/models` and so on, in order. */
  readonly asked: readonly string[];
}

const dayMs = 86_400_000;

/** The authority that tests trust. */
export const authority: Authority = makeAuthority('Faultline test authority', Date.now());

/** Headers and bodies as the API answers with. */
export function apiAnswer(response: ServerResponse, status: number, body: unknown, headers: object = {}): void {
  const id = `req_011${'A'.repeat(21)}`;
  response.writeHead(status, {
    'content-type': 'application/json',
    'request-id': id,
    'cf-ray': '8f0000000000abcd-FRA',
    server: 'cloudflare',
    ...headers,
  });
  response.end(JSON.stringify(body));
}

/** An error as the API writes it. */
export function apiError(type: string, message: string): unknown {
  return { type: 'error', error: { type, message }, request_id: `req_011${'A'.repeat(21)}` };
}

/** Answers as the API does: 401 without a key, lists of models, counts of tokens, one short message. */
export const wellBehaved: RequestListener = (request, response) => {
  const path = (request.url ?? '').replace(/\?.*/, '');
  if (request.headers['x-api-key'] === undefined && request.headers.authorization === undefined)
    apiAnswer(response, 401, apiError('authentication_error', 'x-api-key header is required'));
  else if (path === '/v1/models')
    apiAnswer(response, 200, { data: [{ id: 'claude-haiku-4-5' }, { id: 'claude-sonnet-5' }] }, organization);
  else if (path === '/v1/messages/count_tokens') apiAnswer(response, 200, { input_tokens: 12 }, organization);
  else if (path === '/v1/messages')
    apiAnswer(response, 200, { type: 'message', content: [] }, { ...organization, ...limits });
  else
    apiAnswer(
      response,
      404,
      apiError('not_found_error', `model: ${decodeURIComponent(path.slice('/v1/models/'.length))}`),
    );
};

const organization = { 'anthropic-organization-id': '00000000-0000-4000-8000-000000000000' };
const limits = {
  'anthropic-ratelimit-requests-limit': '50',
  'anthropic-ratelimit-requests-remaining': '49',
  'anthropic-ratelimit-input-tokens-limit': '30000',
  'anthropic-ratelimit-input-tokens-remaining': '3000',
  'anthropic-ratelimit-input-tokens-reset': '2026-11-25T12:00:00Z',
};

/** A server that counts; over TLS where a certificate is asked for. */
export async function serve(
  listener: RequestListener,
  tls?: Partial<CertificateRequest> | 'self-signed',
): Promise<Counting> {
  const asked: string[] = [];
  const counted = (request: IncomingMessage, response: ServerResponse): void => {
    asked.push(`${request.method} ${request.url}`);
    listener(request, response);
  };
  const server = tls === undefined ? createHttp(counted) : createHttps(certificateOf(tls), counted);
  const listening = await listen(server);
  return { ...listening, url: `${tls === undefined ? 'http' : 'https'}://localhost:${listening.port}`, asked };
}

/** How an exchange goes over one version of HTTP. */
export type OverVersion = 'answered' | 'cut' | 'silent' | 'blocked';

/** A server that speaks HTTP/1.1 and HTTP/2 over TLS, and can fail over either; it says which was spoken. */
export async function serveBoth(how: Readonly<Record<'1.1' | '2.0', OverVersion>>): Promise<Counting> {
  const asked: string[] = [];
  const server = createSecureServer({ ...certificateOf({}), allowHTTP1: true });
  server.on('request', (request: Http2ServerRequest, response: Http2ServerResponse) => {
    asked.push(`${request.method} ${request.url} HTTP/${request.httpVersion}`);
    const over = how[request.httpVersion === '2.0' ? '2.0' : '1.1'];
    if (over === 'cut') request.socket.destroy();
    else if (over === 'blocked') {
      response.writeHead(403, { 'content-type': 'text/html' });
      response.end('<!doctype html><title>Web Page Blocked</title>FortiGuard says no');
    } else if (over === 'answered') {
      response.writeHead(401, { 'content-type': 'application/json', 'request-id': `req_011${'A'.repeat(21)}` });
      response.end(JSON.stringify(apiError('authentication_error', 'x-api-key header is required')));
    }
  });
  const listening = await listen(server);
  return { ...listening, url: `https://localhost:${listening.port}`, asked };
}

function certificateOf(tls: Partial<CertificateRequest> | 'self-signed'): {
  readonly cert: string;
  readonly key: string;
} {
  const now = Date.now();
  const usual: CertificateRequest = {
    name: 'localhost',
    hosts: ['localhost'],
    addresses: [[127, 0, 0, 1]],
    from: new Date(now - dayMs),
    until: new Date(now + 30 * dayMs),
  };
  if (tls === 'self-signed') return makeCertificate(usual, 7);
  const request = { ...usual, issuer: authority, ...tls };
  const { cert, key } = makeCertificate(request, 7);
  return { cert: `${cert}${request.issuer.cert}`, key };
}

/** A proxy that makes tunnels to the loopback address, for those who name themselves where `user` is given. */
export async function serveProxy(user?: string): Promise<Counting> {
  const asked: string[] = [];
  const server = createHttp((_, response) => {
    response.writeHead(405).end();
  });
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    asked.push(`CONNECT ${request.url}`);
    const given = Buffer.from(
      (request.headers['proxy-authorization'] ?? '').replace('Basic ', ''),
      'base64',
    ).toString();
    if (user !== undefined && given !== user) {
      socket.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="test"\r\nContent-Length: 0\r\n\r\n',
      );
      return;
    }
    const far = connect(Number(request.url?.split(':').at(-1)), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      far.pipe(socket).pipe(far);
    });
    far.on('error', () => socket.destroy());
    socket.on('error', () => far.destroy());
  });
  const listening = await listen(server);
  return { ...listening, url: `http://localhost:${listening.port}`, asked };
}

/** How a SOCKS5 proxy of a test behaves. */
export interface SocksManners {
  /** Who may use it; everybody unless said. */
  readonly user?: { readonly name: string; readonly password: string };
  /** The code with which it answers a request for a way, in place of making it. */
  readonly reply?: number;
  /** The step in which it falls silent. */
  readonly silentIn?: 'greeting' | 'sign-in' | 'connect';
  /** Sends what it says byte by byte. */
  readonly drips?: boolean;
}

/** A SOCKS5 proxy that makes ways to the loopback address; it notes which host it was asked for. */
export async function serveSocks({ user, reply = 0, silentIn, drips = false }: SocksManners = {}): Promise<Counting> {
  const asked: string[] = [];
  const server = createTcp((socket) => {
    const say = (bytes: readonly number[]): void => {
      for (const piece of drips ? bytes.map((one) => [one]) : [bytes]) socket.write(Buffer.from(piece));
    };
    const hear = async (): Promise<void> => {
      const [, , ...ways] = await nextChunk(socket);
      if (silentIn === 'greeting') return;
      const way = user ? 2 : 0;
      say([5, ways.includes(way) ? way : 0xff]);
      if (!ways.includes(way)) return;
      if (user) {
        const signIn = await nextChunk(socket);
        if (silentIn === 'sign-in') return;
        const name = signIn.toString('utf8', 2, 2 + (signIn[1] ?? 0));
        const password = signIn.toString('utf8', 3 + name.length);
        const isKnown = name === user.name && password === user.password;
        say([1, isKnown ? 0 : 1]);
        if (!isKnown) return;
      }
      const request = await nextChunk(socket);
      asked.push(`${request.toString('utf8', 5, 5 + (request[4] ?? 0))}:${request.readUInt16BE(request.length - 2)}`);
      if (silentIn === 'connect') return;
      if (reply !== 0) {
        say([5, reply, 0, 1, 0, 0, 0, 0, 0, 0]);
        return;
      }
      const far = connect(request.readUInt16BE(request.length - 2), '127.0.0.1', () => {
        say([5, 0, 0, 1, 127, 0, 0, 1, 0, 0]);
        far.pipe(socket).pipe(far);
      });
      far.on('error', () => socket.destroy());
    };
    void hear().catch(() => socket.destroy());
  });
  const listening = await listen(server);
  return { ...listening, url: `socks5://localhost:${listening.port}`, asked };
}

async function nextChunk(socket: Socket): Promise<Buffer> {
  return new Promise((resolve) => void socket.once('data', resolve));
}

/** Takes connections and never says a word. */
export async function blackHole(): Promise<Counting> {
  const asked: string[] = [];
  const listening = await listen(createTcp(() => void asked.push('connection')));
  return { ...listening, url: `https://localhost:${listening.port}`, asked };
}

/** Takes a connection and cuts it at the first bytes. */
export async function cutter(): Promise<Counting> {
  const listening = await listen(createTcp((socket) => socket.once('data', () => socket.resetAndDestroy())));
  return { ...listening, url: `https://localhost:${listening.port}`, asked: [] };
}

/** A port on which nothing listens. */
export async function deadPort(): Promise<number> {
  const { port, close } = await listen(createTcp());
  await close();
  return port;
}

async function listen(server: Server): Promise<Listening> {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => open.delete(socket));
  });
  server.on('tlsClientError', () => {});
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    close: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What a test's name server says of a name: addresses, that there is none, or nothing at all. */
export type Zone = Readonly<Record<string, readonly string[] | 'unknown' | 'silent'>>;

/** A name server for IPv4 addresses. */
export async function serveNames(zone: Zone): Promise<Counting> {
  const asked: string[] = [];
  const socket: Datagrams = createSocket('udp4');
  socket.on('message', (query, from) => {
    const { name, end, type } = questionIn(query);
    asked.push(`${type === 28 ? 'AAAA' : 'A'} ${name}`);
    const said = zone[name] ?? 'unknown';
    if (said !== 'silent') socket.send(replyTo(query, end, said, type), from.port, from.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  return {
    port,
    url: `127.0.0.1:${port}`,
    asked,
    close: async () => {
      socket.close();
      await once(socket, 'close');
    },
  };
}

function questionIn(query: Buffer): { readonly name: string; readonly end: number; readonly type: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), end: at + 5, type: query.readUInt16BE(at + 1) };
}

function replyTo(query: Buffer, end: number, said: readonly string[] | 'unknown', type: number): Buffer {
  const addresses = said === 'unknown' || type !== 1 ? [] : said;
  const header = Buffer.from(query.subarray(0, 12));
  header.writeUInt16BE(said === 'unknown' ? 0x8183 : 0x8180, 2);
  header.writeUInt16BE(addresses.length, 6);
  header.writeUInt32BE(0, 8);
  const answers = addresses.map((address) =>
    Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, ...address.split('.').map(Number)]),
  );
  return Buffer.concat([header, query.subarray(12, end), ...answers]);
}
