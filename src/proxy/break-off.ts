import type { Socket } from 'node:net';

/** Ends a caller's connection as the upstream ended its own, behind what was already sent. */
export function breakOff(socket: Socket, how: 'reset' | 'closed'): void {
  if (how === 'closed') {
    socket.destroySoon();
    return;
  }
  // A reset overtakes what waits to be sent; the caller is to get what the upstream had sent first.
  if (socket.writableLength === 0) socket.resetAndDestroy();
  else socket.write('', () => socket.resetAndDestroy());
}
