import { isUtf8 } from 'node:buffer';
import { join, relative } from 'node:path';
import { decodeBytes } from '../../capture/decode.ts';
import { FaultlineError } from '../../core/error.ts';
import { isIncidentId } from '../incidents/id.ts';
import { bytesOf, filesBelow, lookUp, readingFailed, wholeOf } from '../files.ts';
import type { Host } from '../operation.ts';

/** A text that may hold requests. */
export interface CheckSource {
  readonly name: string;
  readonly text: string;
  /** Absent for standard input. */
  readonly path?: string;
  /** The encoding in which it was read, where its bytes are no UTF-8. */
  readonly foreignEncoding?: string;
}

/** The largest body of any endpoint is 256 MB; what is larger is no request. */
const mostBytes = 300_000_000;
/** The largest body of `/v1/messages` is 32 MB, and commands, logs and streams are little longer than what they hold. */
const mostBytesOfText = 64_000_000;
const endings = ['.json', '.jsonl', '.ndjson', '.har', '.sse'];

/** Where a text is to be read from: a file, an incident of the store, or standard input, which has no path. */
export interface Place {
  readonly name: string;
  readonly path?: string;
  /** The folder that was named; a file which only lies in it need not hold a request. */
  readonly folder?: string;
}

/** What the operands name: files, every request file below a folder, standard input. */
export function placesOf(args: readonly string[], host: Host): readonly Place[] {
  if (args.length === 0 && host.stdinIsTerminal) {
    throw new FaultlineError(
      'no-input',
      'Nothing to check: no file and no standard input was given.',
      'Give the request body as a file, or pipe it: `faultline check request.json`.',
    );
  }
  return (args.length === 0 ? ['-'] : args).flatMap((arg) =>
    arg === '-' ? [{ name: 'standard input' }] : isIncidentId(arg) ? [{ name: arg }] : filesOf(arg, host),
  );
}

/** Reads the text at a place. */
export async function readPlace({ name, path }: Place, host: Host): Promise<CheckSource> {
  if (isIncidentId(name)) {
    const { storedRequest } = await import('../incidents/stored.ts');
    return { name, text: await storedRequest(name, host) };
  }
  const read = await textOf(name, path === undefined ? host.stdin : bytesOf(path));
  return path === undefined ? { name, ...read } : { name, path, ...read };
}

/** The files that an operand names, under names that begin as the user wrote them. */
function filesOf(arg: string, host: Host): readonly Place[] {
  const named = lookUp(arg, host);
  if (named.kind === 'file') return [{ name: arg, path: named.path }];
  if (named.kind === 'nothing') {
    throw new FaultlineError(
      'input-missing',
      `There is no file ${arg}.`,
      'Check the path, or pipe the request: `... | faultline check`.',
    );
  }
  const files = filesBelow(named.path, endings);
  if (files.length === 0) {
    throw new FaultlineError(
      'input-empty',
      `The folder ${arg} holds no request files.`,
      `Looked for names that end in ${endings.join(', ')}.`,
    );
  }
  return files.map((path) => ({ name: join(arg, relative(named.path, path)), path, folder: arg }));
}

async function textOf(
  name: string,
  pieces: AsyncIterable<Uint8Array>,
): Promise<Pick<CheckSource, 'text' | 'foreignEncoding'>> {
  const input = await withStart(pieces).catch(rethrown(name));
  const most = input.isJson ? mostBytes : mostBytesOfText;
  const bytes = await wholeOf(input.pieces, most).catch(rethrown(name));
  if (!bytes) {
    throw new FaultlineError(
      'input-too-large',
      input.isJson
        ? `${name} is larger than ${most / 1e6} MB.`
        : `${name} is larger than ${most / 1e6} MB and does not begin as JSON.`,
      'No endpoint takes such a body; give the request alone.',
    );
  }
  const decoded = decodeBytes(bytes);
  if (decoded.kind === 'binary') {
    throw new FaultlineError(
      'input-binary',
      `${name} is not text.`,
      'Give the request body as JSON; a compressed body must be unpacked first.',
    );
  }
  if (decoded.text.trim() === '') {
    throw new FaultlineError('input-empty', `${name} is empty.`, 'Give the request body that the API would get.');
  }
  const { text, encoding } = decoded;
  return encoding === 'utf-8' && isUtf8(bytes) ? { text } : { text, foreignEncoding: encoding };
}

function rethrown(name: string): (error: unknown) => never {
  return (error) => {
    throw readingFailed(name, error);
  };
}

/** Whether pieces begin as JSON does, and the same pieces to be read from the start. */
async function withStart(
  pieces: AsyncIterable<Uint8Array>,
): Promise<{ readonly isJson: boolean; readonly pieces: AsyncIterable<Uint8Array> }> {
  const rest = pieces[Symbol.asyncIterator]();
  const first = await rest.next();
  if (first.done === true) return { isJson: false, pieces };
  const start = first.value.find((byte) => !leading.has(byte));
  return { isJson: start === undefined || start === 0x7b || start === 0x5b, pieces: joined(first.value, rest) };
}

/** What may stand before JSON: white space, marks of the byte order, the nul bytes of UTF-16. */
const leading = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf, 0xfe, 0xff, 0x00]);

async function* joined(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield first;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
