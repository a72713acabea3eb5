import { connect, type Socket } from 'node:net';
import type { Endpoint, Failed } from '../../core/world.ts';
import { failedOf, within } from './within.ts';

/** A socket that is open, and what the way to it took. */
export interface Opened {
  readonly kind: 'opened';
  readonly socket: Socket;
  readonly tookMs: number;
}

/** Opens a TCP connection. */
export async function openDirect({ host, port }: Endpoint, limitMs: number): Promise<Opened | Failed> {
  return within<Opened>(limitMs, `connect to ${host}:${port}:`, (end, tookMs) => {
    const socket = connect({ host, port });
    let isOpen = false;
    socket.once('connect', () => {
      isOpen = true;
      socket.removeAllListeners('error');
      // A fault that comes later belongs to whoever uses the socket next.
      socket.on('error', () => {});
      end({ kind: 'opened', socket, tookMs: tookMs() });
    });
    socket.once('error', (error) => end(failedOf(error, tookMs())));
    return () => {
      if (!isOpen) socket.destroy();
    };
  });
}
