import {
  appendFileSync,
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
} from 'node:fs';
import { join } from 'node:path';
import { isObject, parsedJson, textOf } from '../../core/json.ts';
import { present } from '../../core/present.ts';
import type { Entry } from './entries.ts';

/** What became of an entry, in the form of a result of Message Batches. */
export type Result =
  | { readonly type: 'succeeded'; readonly message: unknown }
  | { readonly type: 'succeeded'; readonly events: readonly unknown[] }
  | {
      readonly type: 'errored';
      readonly error: { readonly cause: string; readonly message: string; readonly status?: number };
    }
  | { readonly type: 'set_aside'; readonly because: string };

/** The answers of a run: a line for each entry that came to its end, written when it does. */
export interface Answers {
  readonly file: string;
  readonly write: (
    entry: Entry,
    result: Result,
    rest: { readonly attempts: number; readonly requestId?: string },
  ) => void;
  /** Keys of the entries that have a line, with what it says. */
  readonly written: ReadonlyMap<string, string>;
  readonly close: () => void;
}

const chunkBytes = 1 << 20;

/** Opens the answers of a run. What a process that was killed wrote in part is taken back first. */
export function openAnswers(folder: string): Answers {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'answers.ndjson');
  const written = existsSync(file) ? readBack(file) : new Map<string, string>();
  const descriptor = openSync(file, 'a', 0o600);
  return {
    file,
    written,
    write(entry, result, { attempts, requestId }) {
      const { key, label, customId } = entry;
      const line = {
        custom_id: customId ?? label,
        result,
        key,
        source: label,
        attempts,
        ...present({ request_id: requestId }),
      };
      appendFileSync(descriptor, `${JSON.stringify(line)}\n`);
      written.set(key, result.type);
    },
    close: () => closeSync(descriptor),
  };
}

/** Reads which entries have a line, and cuts off a line that was not written to its end. */
function readBack(file: string): Map<string, string> {
  const written = new Map<string, string>();
  const descriptor = openSync(file, 'r+');
  try {
    let rest = Buffer.alloc(0);
    let whole = 0;
    for (;;) {
      const bytes = Buffer.allocUnsafe(chunkBytes);
      const count = readSync(descriptor, bytes);
      if (count === 0) break;
      rest = Buffer.concat([rest, bytes.subarray(0, count)]);
      for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
        note(rest.toString('utf8', 0, end), written);
        whole += end + 1;
        rest = rest.subarray(end + 1);
      }
    }
    if (fstatSync(descriptor).size > whole) ftruncateSync(descriptor, whole);
    return written;
  } finally {
    closeSync(descriptor);
  }
}

function note(line: string, written: Map<string, string>): void {
  const record = parsedJson(line);
  if (!isObject(record) || !isObject(record.result)) return;
  const [key, type] = [textOf(record.key), textOf(record.result.type)];
  if (key !== undefined && type !== undefined) written.set(key, type);
}
