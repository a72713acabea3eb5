import { FaultlineError } from '../../core/error.ts';
import type { Verdict } from '../../core/verdict.ts';
import { isIncidentId } from '../incidents/id.ts';
import { bytesOf, looksLikePath, lookUp } from '../files.ts';
import type { Host } from '../operation.ts';

/** Something to explain: its name for messages, and its bytes. */
export interface Source {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Bytes in all, where that is known before reading. */
  readonly size?: number;
  /** For an incident of the store, in place of bytes. */
  readonly verdict?: () => Promise<Verdict>;
}

/** Turns operands into sources: `-` is standard input, an existing path a file, words a text. */
export function sourcesOf(args: readonly string[], host: Host): readonly Source[] {
  if (args.length > 0)
    return args.map((arg, at) => sourceOf(arg, args.length > 1 ? `text ${at + 1}` : 'the text given', host));
  if (host.stdinIsTerminal) {
    throw new FaultlineError(
      'no-input',
      'Nothing to explain: no file, no text and no standard input was given.',
      'Give a file, paste the error as an argument, or pipe it: `faultline explain error.txt`, `some-command 2>&1 | faultline`.',
    );
  }
  return [{ name: 'standard input', bytes: host.stdin }];
}

function sourceOf(arg: string, textName: string, host: Host): Source {
  if (arg === '-') return { name: 'standard input', bytes: host.stdin };
  if (isIncidentId(arg)) {
    const verdict = async (): Promise<Verdict> => (await import('../incidents/stored.ts')).storedVerdict(arg, host);
    return { name: arg, bytes: one(Buffer.alloc(0)), verdict };
  }
  const named = lookUp(arg, host);
  if (named.kind === 'folder') {
    throw new FaultlineError('input-is-folder', `${arg} is a folder.`, 'Name the files in it that hold the error.');
  }
  if (named.kind === 'file') {
    return { name: arg, bytes: bytesOf(named.path), ...(named.size === undefined ? {} : { size: named.size }) };
  }
  if (looksLikePath(arg)) {
    throw new FaultlineError(
      'input-missing',
      `There is no file ${arg}.`,
      'Check the path; to explain a text, give it with its words (spaces) or pipe it.',
    );
  }
  return { name: textName, bytes: one(Buffer.from(arg)), size: arg.length };
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
