import { connect } from 'node:net';

/** What a load is made of. */
export interface Load {
  readonly port: number;
  /** The whole request, head and body. */
  readonly wire: Uint8Array;
  readonly connections: number;
  readonly seconds: number;
}

const okay = Buffer.from('HTTP/1.1 200');
const closingBrace = '}'.charCodeAt(0);
const lastChunk = Buffer.from('\n0\r\n\r\n');

/** Keeps every connection busy for a while, and counts the answers. Plain sockets, so that the load costs little itself. */
export async function load(asked: Load): Promise<number> {
  const end = performance.now() + asked.seconds * 1000;
  const counts = await Promise.all(Array.from({ length: asked.connections }, () => drive(asked, end)));
  return counts.reduce((sum, count) => sum + count, 0);
}

function drive({ port, wire }: Load, end: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let answered = 0;
    let isBegun = false;
    const socket = connect(port, '127.0.0.1', () => socket.write(wire));
    socket.setNoDelay(true);
    socket.on('data', (piece: Buffer) => {
      if (!isBegun && !piece.subarray(0, okay.length).equals(okay)) {
        reject(new Error(`The server answered ${piece.toString('latin1').slice(0, 400)}`));
        socket.destroy();
        return;
      }
      isBegun = true;
      if (!isLast(piece)) return;
      isBegun = false;
      answered++;
      if (performance.now() < end) socket.write(wire);
      else socket.end(() => resolve(answered));
    });
    socket.on('error', reject);
  });
}

/** An answer ends in the brace of its JSON, or in the empty chunk behind it. */
function isLast(piece: Buffer): boolean {
  return piece.at(-1) === closingBrace || piece.subarray(-lastChunk.length).equals(lastChunk);
}
