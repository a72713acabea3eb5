import type { Socket } from 'node:net';

/**
 * Has a socket read what has come before a write that failed destroys it. A server that answers early and hangs up leaves
 * its answer and then a reset; who is still sending meets the reset first, and Node lets go of the socket, answer and all.
 */
export function readRestFirst(socket: Socket): void {
  const destroy = socket.destroy.bind(socket);
  let isEnding = false;
  let hasRead = false;
  const end = (error: Error | undefined): void => {
    // What came before the reset is here already: one turn without a piece is the end of it.
    if (!hasRead || socket.destroyed) {
      destroy(error);
      return;
    }
    hasRead = false;
    setImmediate(end, error);
  };
  const tell = (piece: unknown): void => {
    if (!Buffer.isBuffer(piece)) return;
    hasRead = true;
    socket.emit('data', piece);
  };
  socket.destroy = (error) => {
    if (isEnding || !isLostInWriting(error)) return destroy(error);
    isEnding = true;
    hasRead = true;
    // A stream that has failed tells of no data any more. What is left is little, and nobody needs to hold it back.
    tell(socket.read());
    socket.push = (piece: unknown) => {
      tell(piece);
      return true;
    };
    setImmediate(end, error);
    return socket;
  };
}

/** Whether an error says that the other side had hung up before something was written. */
export function isLostInWriting(error: Error | undefined): boolean {
  return (
    error !== undefined &&
    'syscall' in error &&
    error.syscall === 'write' &&
    'code' in error &&
    (error.code === 'EPIPE' || error.code === 'ECONNRESET')
  );
}
