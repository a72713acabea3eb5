import { connect, type Socket } from 'node:net';
import { agentBody, bodySizes } from './bodies.ts';

/** Something that calls go through, on its way to one upstream. */
export interface Hop {
  readonly name: string;
  readonly url: string;
  /** What it wants to be told with each request. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What callers send: a question, and the conversation of a coding agent. */
export const bodies = {
  short: JSON.stringify({ model: 'claude-sonnet-5', max_tokens: 64, messages: [{ role: 'user', content: 'Hi' }] }),
  // The upstream answers in one piece, and a gateway looks at what was asked for.
  long: JSON.stringify({ ...agentBody(bodySizes[0]), stream: false }),
} as const;

/** The middle time of a call on one connection, in microseconds. */
export async function latency(hop: Hop, calls: number, body: string = bodies.short): Promise<number> {
  const caller = await connected(hop, body);
  const times: number[] = [];
  for (let call = 0; call < calls; call++) {
    const began = performance.now();
    await caller.ask('/v1/messages');
    times.push((performance.now() - began) * 1000);
  }
  caller.socket.destroy();
  return middle(times);
}

/** Calls a second over many connections. */
export async function throughput(
  hop: Hop,
  { connections, seconds, body }: { readonly connections: number; readonly seconds: number; readonly body: string },
): Promise<number> {
  const callers = await Promise.all(Array.from({ length: connections }, () => connected(hop, body)));
  const began = performance.now();
  const until = began + seconds * 1000;
  const counts = await Promise.all(
    callers.map(async (caller) => {
      let count = 0;
      for (; performance.now() < until; count++) await caller.ask('/v1/messages');
      caller.socket.destroy();
      return count;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0) / ((performance.now() - began) / 1000);
}

/** Makes so many calls over many connections. */
export async function makeCalls(hop: Hop, connections: number, calls: number): Promise<void> {
  let left = calls;
  const callers = Array.from({ length: connections }, () => connected(hop, bodies.short));
  await Promise.all(
    callers.map(async (connecting) => {
      const caller = await connecting;
      while (left-- > 0) await caller.ask('/v1/messages');
      caller.socket.destroy();
    }),
  );
}

/** The middle time until the first byte of a stream, in milliseconds. */
export async function firstByte(hop: Hop, streams: number): Promise<number> {
  const caller = await connected(hop, bodies.short);
  const times: number[] = [];
  for (let stream = 0; stream < streams; stream++) {
    const began = performance.now();
    times.push((await caller.ask('/stream')) - began);
  }
  caller.socket.destroy();
  return middle(times);
}

/** The value in the middle. */
function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

interface Caller {
  readonly socket: Socket;
  /** Sends a request, waits until its answer is whole, and gives back the moment of its first byte. */
  readonly ask: (path: string) => Promise<number>;
}

/** A caller that does as little as can be, so that the time is that of the hop. */
async function connected({ url, headers = {} }: Hop, body: string): Promise<Caller> {
  const { hostname, host, port } = new URL(url);
  const socket = connect({ port: Number(port), host: hostname, noDelay: true });
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  const own = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return {
    socket,
    ask(path) {
      socket.write(
        `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nX-Api-Key: any\r\nAnthropic-Version: 2023-06-01\r\nContent-Type: application/json\r\n${own.join('')}X-Stainless-Retry-Count: 0\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      );
      return new Promise((resolve, reject) => {
        let first: number | undefined;
        let isWhole: ((length: number, tail: string) => boolean) | undefined;
        let head = '';
        let tail = '';
        let length = 0;
        const end = (settle: () => void): void => {
          socket.off('data', take).off('close', lost);
          settle();
        };
        const lost = (): void => end(() => reject(new Error(`${url} closed the connection`)));
        const take = (piece: Buffer): void => {
          first ??= performance.now();
          let text = piece.toString('latin1');
          if (!isWhole) {
            head += text;
            const at = head.indexOf('\r\n\r\n');
            if (at < 0) return;
            if (!head.startsWith('HTTP/1.1 200')) return end(() => reject(new Error(`${url}: ${head.slice(0, 300)}`)));
            isWhole = wholeness(head.slice(0, at));
            text = head.slice(at + 4);
          }
          length += text.length;
          tail = (tail + text).slice(-7);
          const moment = first;
          if (isWhole(length, tail)) end(() => resolve(moment));
        };
        socket.on('data', take).on('close', lost);
      });
    },
  };
}

/** How the end of a body is known. */
function wholeness(head: string): (length: number, tail: string) => boolean {
  const stated = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (stated === undefined) return (_, tail) => tail.endsWith('0\r\n\r\n');
  return (length) => length >= Number(stated);
}
