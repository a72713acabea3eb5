import type { Readable } from 'node:stream';

const mostBodyBytes = 1 << 20;

/** Reads the body of an answer, at most the first megabyte of it. */
export function readBody(answer: Readable, done: (text: string) => void, failed: (error: Error) => void): void {
  const pieces: Buffer[] = [];
  let size = 0;
  answer.on('data', (piece: Buffer) => {
    size += piece.length;
    pieces.push(piece);
    if (size > mostBodyBytes) done(textOf(pieces));
  });
  answer.once('end', () => done(textOf(pieces)));
  answer.once('error', failed);
  answer.once('aborted', () => failed(new Error('ECONNRESET: the answer broke off before its end')));
}

function textOf(pieces: readonly Buffer[]): string {
  return Buffer.concat(pieces).toString('utf8', 0, mostBodyBytes);
}
