/** One record of a log that may tell of a failure: a line with the lines that belong to it. */
export interface LogRecord {
  readonly text: string;
}

/** What a failing line holds. Short and rare, since every one is a pass over the bytes. */
const anchors = [
  'rror',
  'RROR',
  'xception',
  'imeout',
  'imed out',
  'verloaded',
  'efused',
  'ailed',
  'FATAL',
  '"refusal"',
].map((text) => Buffer.from(text));
const newline = 10;
const longestLine = 16_384;
const longestRecord = 8_192;
const continuation = /^(?:[ \t]|[}\])]|Caused by|The above exception|During handling|Traceback)/;

/** Takes the bytes of a log in pieces of any size and gives the records worth reading. Memory stays flat. */
export interface LogScan {
  readonly feed: (chunk: Buffer) => readonly LogRecord[];
  /** The records that were still waiting for their last line. */
  readonly end: () => readonly LogRecord[];
}

/** Starts a scan. */
export function scanLog(): LogScan {
  let rest: Buffer = Buffer.alloc(0);
  return {
    feed(chunk) {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const cut = settledUpTo(bytes);
      // A copy, since the caller may reuse the chunk's memory.
      rest = Buffer.from(bytes.subarray(cut));
      return records(bytes.subarray(0, cut));
    },
    end() {
      const last = records(rest);
      rest = Buffer.alloc(0);
      return last;
    },
  };
}

/** Where the last record begins: the bytes from there on wait, since the next chunk may continue it. */
function settledUpTo(bytes: Buffer): number {
  const last = bytes.lastIndexOf(newline);
  if (last < 0) return bytes.length > longestLine * 4 ? bytes.length : 0;
  const limit = Math.max(0, last - longestRecord * 2);
  for (let end = last; end > limit;) {
    const before = bytes.lastIndexOf(newline, end - 1);
    const line = bytes.toString('latin1', before + 1, Math.min(end, before + 24));
    if (!continuation.test(line)) return before + 1;
    if (before < 0) break;
    end = before;
  }
  return last + 1;
}

function records(bytes: Buffer): readonly LogRecord[] {
  const found: LogRecord[] = [];
  const next = anchors.map((anchor) => bytes.indexOf(anchor));
  for (;;) {
    let hit = -1;
    for (const at of next) if (at >= 0 && (hit < 0 || at < hit)) hit = at;
    if (hit < 0) return found;
    const start = Math.max(bytes.lastIndexOf(newline, hit) + 1, hit - longestLine);
    const end = recordEnd(bytes, hit);
    found.push({ text: bytes.toString('utf8', start, Math.min(end, start + longestLine + longestRecord)) });
    for (const [index, anchor] of anchors.entries()) {
      const at = next[index] ?? -1;
      if (at >= 0 && at < end) next[index] = bytes.indexOf(anchor, end);
    }
  }
}

function recordEnd(bytes: Buffer, hit: number): number {
  let end = lineEnd(bytes, hit);
  const limit = Math.min(bytes.length, hit + longestRecord);
  while (end < limit) {
    const following = lineEnd(bytes, end + 1);
    const line = bytes.toString('latin1', end + 1, Math.min(following, end + 24));
    if (line === '' || !continuation.test(line)) break;
    end = following;
  }
  return Math.min(end, bytes.length);
}

function lineEnd(bytes: Buffer, from: number): number {
  const at = bytes.indexOf(newline, from);
  const limit = Math.min(bytes.length, from + longestLine);
  return at < 0 || at > limit ? limit : at;
}
