import type { Host } from '../src/app/operation.ts';

/** A host without a terminal that has `input` on standard input, and keeps what is written to standard output. */
export function testHost(input: string): { readonly host: Host; readonly output: () => string } {
  let written = '';
  const host: Host = {
    out: (text) => {
      written += text;
    },
    err: () => {},
    env: {},
    cwd: import.meta.dirname,
    stdin: oneChunk(input),
    stdinIsTerminal: false,
    outIsTerminal: false,
    errIsTerminal: false,
    columns: 80,
    color: false,
    now: () => Date.parse('2026-11-25T12:00:00Z'),
  };
  return { host, output: () => written };
}

async function* oneChunk(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
