import { createServer, STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import type { Exchange } from '../capture/exchange/exchange.ts';
import { atGate, turnAway, type ProxyGate } from './gate.ts';
import { admit, mostHeadBytes, type Admission, type Door, type Refusal } from './head.ts';
import { Pair } from './pair.ts';
import { relay, type Running } from './relay.ts';
import type { Rooms } from './rooms.ts';
import type { Upstream } from './upstream.ts';

/** How a recorder is started. */
export interface ProxyOptions {
  readonly upstream: Upstream;
  /** A free port unless said otherwise. */
  readonly port?: number;
  /** Where it listens and the token it asks for; the loopback address without a token unless said otherwise. */
  readonly beyond?: { readonly address: string; readonly token: string };
  /** Gets every exchange when it is over. What it throws is ignored: a call never fails because of it. */
  readonly onExchange: (exchange: Exchange) => void;
  /** For what is kept of bodies. They are whoever's the exchange is; new ones unless said. */
  readonly rooms?: Rooms;
  /** Lets calls through one after the other; all at once unless said. */
  readonly gate?: ProxyGate;
}

/** A recorder that listens. */
export interface Proxy {
  /** For `ANTHROPIC_BASE_URL`. */
  readonly url: string;
  readonly port: number;
  /** Ends calls that are under way; each is told before the promise is fulfilled. */
  readonly stop: () => Promise<void>;
}

const headersTimeoutMs = 60_000;

type Admitted = Extract<Admission, { readonly kind: 'admitted' }>;

/** Starts a server that passes every call on to its upstream, unchanged, and tells how it went. */
export async function startProxy({
  upstream,
  port = 0,
  beyond,
  onExchange,
  rooms,
  gate,
}: ProxyOptions): Promise<Proxy> {
  const pairs = new WeakMap<Socket, Pair>();
  const sockets = new Set<Socket>();
  const running = new Set<Running>();
  let door: Door = { port, ...(beyond ? { token: beyond.token } : {}) };

  const record = (exchange: Exchange): void => told(onExchange, exchange);
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const { method = '', url = '', httpVersion, rawHeaders, socket } = request;
    const admission = admit({ method, url, httpVersion, rawHeaders }, door, upstream);
    const pair = pairs.get(socket);
    if (admission.kind === 'refused' || !pair) {
      refuse(response, admission.kind === 'refused' ? admission : { status: 500, because: 'The connection is gone.' });
      return;
    }
    if (gate) void passGate(gate, admission, request, response, pair);
    else pass(admission, request, response, pair);
  };
  const pass = (
    admission: Admitted,
    request: IncomingMessage,
    response: ServerResponse,
    pair: Pair,
    ended?: (exchange: Exchange) => void,
  ): void => {
    const call = relay({
      ...admission,
      request,
      response,
      pair,
      upstream: upstream.url,
      ...(rooms ? { rooms } : {}),
      record(exchange) {
        running.delete(call);
        if (ended) told(ended, exchange);
        record(exchange);
      },
    });
    running.add(call);
  };
  const passGate = async (
    at: ProxyGate,
    admission: Admitted,
    request: IncomingMessage,
    response: ServerResponse,
    pair: Pair,
  ): Promise<void> => {
    // A gate that is broken lets everything through: a call never fails because of it.
    const decision = await atGate(at, admission.path, request, response).catch(() => ({ kind: 'free' as const }));
    if (!decision) {
      request.socket.destroy();
      return;
    }
    if (decision.kind === 'turned-away') turnAway(request, response, decision);
    else pass(admission, request, response, pair, decision.kind === 'admitted' ? decision.ended : undefined);
  };

  const server = createServer({
    maxHeaderSize: mostHeadBytes,
    headersTimeout: headersTimeoutMs,
    // A large body over a slow line takes its time, and an idle connection lasts as long as the upstream's.
    requestTimeout: 0,
    keepAliveTimeout: 0,
    insecureHTTPParser: false,
  });
  server.on('connection', (socket: Socket) => {
    pairs.set(socket, new Pair(socket, upstream, mostHeadBytes));
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  });
  // Some callers end their side behind their request and read the answer: what becomes of that is for the upstream to say.
  Reflect.set(server, 'httpAllowHalfOpen', true);
  server.on('clientError', (error: Error, socket: Socket) => {
    const isCutShort = 'code' in error && error.code === 'HPE_INVALID_EOF_STATE';
    if (!isCutShort || pairs.get(socket)?.isBusy() !== true) turnOff(socket, error);
  });
  server.on('request', answer);
  server.on('checkContinue', answer);
  // What a caller expects beside `100-continue` is for the upstream to know.
  server.on('checkExpectation', answer);
  // Unless told, Node refuses more than 2000 fields or, in older versions, drops some; without its length a body would be
  // read as a request behind us. The size of a head is bounded anyway.
  server.maxHeadersCount = 0;

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, beyond?.address ?? '127.0.0.1', resolve);
  });
  const bound = server.address();
  door = { ...door, port: typeof bound === 'object' && bound ? bound.port : port };
  const host = beyond === undefined || /^(?:0\.0\.0\.0|::)$/.test(beyond.address) ? '127.0.0.1' : beyond.address;
  const authority = `${host.includes(':') ? `[${host}]` : host}:${door.port}`;
  return {
    url: `http://${authority}${beyond ? `/${beyond.token}` : ''}`,
    port: door.port,
    async stop() {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      // A program that has ended took its calls with it: what has happened is to be heard before calls are ended here.
      await turn();
      await turn();
      for (const call of running) call.stop();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function told(listener: (exchange: Exchange) => void, exchange: Exchange): void {
  try {
    listener(exchange);
  } catch {
    // The call went well or badly without us; its record is lost.
  }
}

/** Refuses what is no request, in the way of Node. */
function turnOff(socket: Socket, error: Error): void {
  const code = 'code' in error ? error.code : undefined;
  const status = code === 'HPE_HEADER_OVERFLOW' ? 431 : code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  if (socket.writable) socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\n\r\n`);
  socket.destroy();
}

/** In the form of the API's errors, so that SDKs print it, and with a type that the API does not have. */
function refuse(response: ServerResponse, { status, because }: Refusal): void {
  const body = JSON.stringify({
    type: 'error',
    error: { type: 'refused_by_recorder', message: `The Faultline recorder did not pass this on. ${because}` },
  });
  response
    .writeHead(status, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      connection: 'close',
    })
    .end(body);
}
