import type { Socket } from 'node:net';
import type { Endpoint, Failed, ProxyRoute, SocksAnswer } from '../../core/world.ts';
import { beginSocks, hearSocks, type SocksStep, type SocksUser } from '../../proxy/socks.ts';
import { openDirect, type Opened } from './direct.ts';
import { within } from './within.ts';

const usualPort = 1080;

/** Asks a SOCKS5 proxy for a way to a host. The socket belongs to the caller once it is opened. */
export async function openSocks(
  { url }: ProxyRoute,
  to: Endpoint,
  limitMs: number,
): Promise<Opened | SocksAnswer | Failed> {
  const proxy = new URL(url);
  const at = { host: proxy.hostname.replace(/^\[|\]$/g, ''), port: Number(proxy.port) || usualPort };
  const opened = await openDirect(at, limitMs);
  if (opened.kind === 'failed') return opened;
  const answer = await handshake(opened.socket, to, userIn(proxy), limitMs - opened.tookMs);
  return { ...answer, tookMs: opened.tookMs + answer.tookMs };
}

async function handshake(
  socket: Socket,
  to: Endpoint,
  user: SocksUser | undefined,
  limitMs: number,
): Promise<Opened | SocksAnswer> {
  const [begun, greeting] = beginSocks(to.host, to.port, user);
  let state = begun;
  const answer = await within<Opened | SocksAnswer>(
    limitMs,
    `SOCKS5 handshake for ${to.host}:${to.port}:`,
    (end, tookMs) => {
      let isHandedOver = false;
      const hear = (piece: Buffer): void => {
        const [next, command] = hearSocks(state, piece);
        state = next;
        if (command.kind === 'send') socket.write(command.bytes);
        else if (command.kind === 'opened') {
          isHandedOver = true;
          socket.removeListener('data', hear);
          end({ kind: 'opened', socket, tookMs: tookMs() });
        } else if (command.kind === 'ended') {
          const { step, kind, because } = command.refusal;
          end({ kind: 'socks-ended', step, reason: kind, because, tookMs: tookMs() });
        }
      };
      const lost = (): void => end(ended(state.step, 'it closed the connection without an answer', tookMs()));
      socket.on('data', hear).once('close', lost).once('end', lost);
      socket.write(greeting);
      return () => {
        socket.removeListener('close', lost).removeListener('end', lost);
        if (!isHandedOver) socket.destroy();
      };
    },
  );
  if (answer.kind !== 'failed') return answer;
  // What was late or broken is a fact about the step in which it happened.
  return ended(state.step, `it gave no answer within ${Math.round(limitMs)} ms`, answer.tookMs);
}

function ended(step: SocksStep, because: string, tookMs: number): SocksAnswer {
  return { kind: 'socks-ended', step, reason: 'silent', because, tookMs };
}

function userIn({ username, password }: URL): SocksUser | undefined {
  if (username === '') return undefined;
  return { name: decodeURIComponent(username), password: decodeURIComponent(password) };
}
