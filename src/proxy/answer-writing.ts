import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** A body up to this long is handed over as text: in one piece with its head, which is text, that is the faster way. */
const mostTextBytes = 1 << 14;

/** Ends an answer, with the last part of its body. */
export function endWith(response: ServerResponse, last: Buffer | undefined): void {
  if (!last) response.end();
  else if (last.length <= mostTextBytes) response.end(last.toString('latin1'), 'latin1');
  else response.end(last);
}

/** Writes past what Node knows of an answer, in its turn. */
export function writeRaw(response: ServerResponse, bytes: Buffer): void {
  if (response.socket) response.socket.write(bytes);
  // The answer before it is still being handed over.
  else response.once('socket', (socket: Socket) => socket.write(bytes));
}
