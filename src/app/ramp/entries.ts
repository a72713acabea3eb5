import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Captured } from '../../capture/request/captured.ts';
import { FaultlineError, isFaultlineError } from '../../core/error.ts';
import { isObject, numberOf, parsedJson, textOf } from '../../core/json.ts';
import { present } from '../../core/present.ts';
import { openStore } from '../../store/sqlite.ts';
import { visible } from '../../report/visible.ts';
import { findIn } from '../check/found.ts';
import { isIncidentId } from '../incidents/id.ts';
import type { Host } from '../operation.ts';

/** A request that waits to be sent. */
export interface Entry {
  readonly key: string;
  /** As a person finds it. */
  readonly label: string;
  /** `custom_id`, or `id`, of the record that it stands in. */
  readonly customId?: string;
  readonly path: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly model: string;
  readonly maxTokens: number;
  readonly isStreaming: boolean;
  /** Where it was kept as an incident: the cause, and why the same request would fail again. */
  readonly failedWith?: { readonly cause: string; readonly hopeless?: string };
}

const messagesPath = '/v1/messages';
/** Headers that change what a request means; every other one is ours to send. */
const meaningful = ['anthropic-beta', 'anthropic-version'] as const;
/** Where a request does not say, an answer is reckoned with this. */
const usualMaxTokens = 1024;

/** Reads the entries of a queue; answers that stand beside requests are left out. */
export async function readEntries(args: readonly string[], host: Host): Promise<readonly Entry[]> {
  const found = await findIn(args, host).catch(aboutAQueue);
  const numbers = new Map<string, number>();
  return found.flatMap(({ source, captures }) => {
    for (const { note } of captures)
      if (note !== undefined) host.err(`faultline: ${visible(`${source.name}: ${note}`)}\n`);
    const linesOf = lineFinder(source.text);
    return captures
      .filter(({ kind }) => kind === 'request')
      .map((captured) => entryOf(captured, source.name, linesOf(captured.offset), numbers));
  });
}

/** What is missing is a queue here, and cannot be piped. */
function aboutAQueue(error: unknown): never {
  if (isFaultlineError(error) && error.code === 'input-missing')
    throw new FaultlineError(error.code, error.message, 'Check the path. A queue is a file or a folder.');
  throw error;
}

/** A line of the source. */
interface Line {
  readonly number: number;
  readonly text: string;
}

function entryOf(
  captured: Captured,
  name: string,
  line: Line | undefined,
  numbers: Map<string, number>,
  failedWith?: Entry['failedWith'],
): Entry {
  const { text, label, endpoint, headers = {} } = captured;
  const body = parsedJson(text);
  const members = isObject(body) ? body : {};
  const sent = Object.fromEntries(
    meaningful.flatMap((one) => (headers[one] === undefined ? [] : [[one, headers[one]] as const])),
  );
  const path = endpoint ?? messagesPath;
  const print = createHash('sha256')
    .update(JSON.stringify([path, sent]))
    .update(text)
    .digest('base64url')
    .slice(0, 20);
  const number = numbers.get(print) ?? 0;
  numbers.set(print, number + 1);
  return {
    key: number === 0 ? print : `${print}-${number + 1}`,
    label: line && label !== '' ? `${name}:${line.number}` : label === '' ? name : `${name} ${label}`,
    path,
    body: text,
    headers: sent,
    model: textOf(members.model) ?? '',
    maxTokens: numberOf(members.max_tokens) ?? usualMaxTokens,
    isStreaming: members.stream === true,
    ...present({ customId: customIdIn(line), failedWith }),
  };
}

/** The id that the record around a request has, where a line holds one record. */
function customIdIn(line: Line | undefined): string | undefined {
  const record = line && parsedJson(line.text);
  if (!isObject(record) || record.messages !== undefined) return undefined;
  return [record.custom_id, record.id]
    .filter((one) => typeof one === 'string' || typeof one === 'number')
    .map(String)
    .at(0);
}

/** Finds the line of an offset; offsets come in order, so that the text is gone through once. */
function lineFinder(text: string): (offset: number | undefined) => Line | undefined {
  let start = 0;
  let number = 1;
  return (offset) => {
    if (offset === undefined) return undefined;
    if (offset < start) [start, number] = [0, 1];
    for (let end = text.indexOf('\n', start); end >= 0 && end < offset; end = text.indexOf('\n', start)) {
      start = end + 1;
      number++;
    }
    const end = text.indexOf('\n', start);
    return { number, text: text.slice(start, end < 0 ? text.length : end) };
  };
}

/** Reads the failing requests that were kept, the oldest first; those without a body cannot be sent. */
export async function readIncidents(cause: string | undefined, folder: string): Promise<readonly Entry[]> {
  const store = openStore(folder, 'existing');
  try {
    const listed = await store.list({ limit: 100_000, ...present({ cause }) });
    const numbers = new Map<string, number>();
    const entries: Entry[] = [];
    for (const { id } of listed.toReversed()) {
      const incident = await store.get(id);
      const { text, isCut } = incident?.request.body ?? {};
      if (!incident || text === undefined || isCut === true || incident.request.method !== 'POST') continue;
      const [finding] = incident.verdict.findings;
      const headers = Object.fromEntries(incident.request.headers.map(([name, value]) => [name.toLowerCase(), value]));
      const isHopeless = finding?.retry.kind === 'no' && finding.locus === 'request';
      const captured: Captured = { kind: 'request', label: '', text, endpoint: pathOf(incident.request.path), headers };
      entries.push(
        entryOf(captured, id, undefined, numbers, {
          cause: finding?.cause ?? 'unknown',
          ...(isHopeless ? { hopeless: finding.title } : {}),
        }),
      );
    }
    return entries;
  } finally {
    await store.close();
  }
}

function pathOf(path: string): string {
  return path.replace(/\?.*$/, '');
}

/** The source of a run: the same operands, from wherever they are named, go on with the same run. */
export function sourceOf(args: readonly string[], { cwd }: Host): string {
  return JSON.stringify(args.map((arg) => (isIncidentId(arg) ? arg : resolve(cwd, arg))));
}
