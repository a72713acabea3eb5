import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { Clock } from './clock.ts';
import type { HttpCall } from './call.ts';
import { decide, type LogEntry, type SimulatorEvent } from './decide.ts';
import type { Reply } from './reply.ts';
import type { SimulatorState } from './state.ts';
import { receive } from './wire/receive.ts';
import { send } from './wire/send.ts';

/** Keeps the state, and does what is decided. */
export class Shell {
  state: SimulatorState;
  readonly server: Server;
  readonly #clock: Clock;
  readonly #log: (entry: LogEntry) => void;
  readonly #sockets = new Set<Socket>();
  #port = 0;

  constructor(state: SimulatorState, clock: Clock, log: (entry: LogEntry) => void) {
    this.state = state;
    this.#clock = clock;
    this.#log = log;
    this.server = this.watched(createServer(this.listener));
    this.server.on('connect', (request: IncomingMessage, socket: Socket) => this.#tunnel(request, socket));
  }

  /** Answers one request; the doors with TLS share it. */
  readonly listener = (request: IncomingMessage, response: ServerResponse): void => {
    void this.#answer(request, response);
  };

  set port(port: number) {
    this.#port = port;
  }

  /** A server whose connections are closed with the simulator. */
  watched<T extends Server>(server: T): T {
    server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
      // A connection that breaks is the caller's affair.
      socket.on('error', () => socket.destroy());
    });
    server.on('tlsClientError', () => undefined);
    return server;
  }

  /** Ends every connection. */
  hangUp(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await receive(request);
    if (!call) return;
    response.on('close', () => this.#step({ kind: 'over' }));
    const reply = this.#decide(call);
    if (reply) send(reply, response, this.#clock);
  }

  #decide(call: HttpCall): Reply | undefined {
    return this.#step({ kind: 'call', at: this.#clock.now(), call, baseUrl: `http://127.0.0.1:${this.#port}` });
  }

  #step(event: SimulatorEvent): Reply | undefined {
    const [state, commands] = decide(this.state, event);
    this.state = state;
    let reply: Reply | undefined;
    for (const command of commands) {
      if (command.kind === 'reply') ({ reply } = command);
      else this.#log(command.entry);
    }
    return reply;
  }

  /** As a proxy: every tunnel leads to the simulator itself, unless a fault keeps it shut. */
  #tunnel(request: IncomingMessage, socket: Socket): void {
    const path = `//${request.url ?? ''}`;
    const headers = { 'x-faultline-fault': String(request.headers['x-faultline-fault'] ?? '') };
    const reply = this.#decide({
      method: 'CONNECT',
      path,
      query: {},
      headers,
      body: { kind: 'text', text: '', bytes: 0 },
    });
    this.#step({ kind: 'over' });
    if (reply && !('request-id' in reply.headers)) {
      const { status, body } = reply;
      const text = body.kind === 'text' ? body.text : '';
      const lines = Object.entries(reply.headers).map(([name, value]) => `${name}: ${value}\r\n`);
      socket.end(
        `HTTP/1.1 ${status} ${status === 407 ? 'Proxy Authentication Required' : 'Refused'}\r\n${lines.join('')}content-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
      );
      return;
    }
    const inside = connect(this.#port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(inside).pipe(socket);
    });
    inside.on('error', () => socket.destroy());
    socket.on('error', () => inside.destroy());
    socket.on('close', () => inside.destroy());
  }
}
