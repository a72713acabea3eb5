import { createHash } from 'node:crypto';
import type { JsonObject } from '../../core/json.ts';
import type { RequestView } from '../../core/view.ts';

/** Prompt prefixes that are cached, with the time at which each ends. */
export type CachedPrefixes = ReadonlyMap<string, number>;

/** What the cache did for one request, in tokens. */
export interface CacheUse {
  readonly read: number;
  readonly written: { readonly fiveMinutes: number; readonly oneHour: number };
  /** Prefixes to keep, each with its end; reading one keeps it for as long again. */
  readonly kept: ReadonlyMap<string, number>;
}

/** A place in the prompt up to which it can be cached. */
interface Boundary {
  readonly key: string;
  /** The share of the prompt before it. */
  readonly share: number;
  /** How long the mark on it holds, where it has one. */
  readonly ttlMs?: number;
}

/** A mark looks so many blocks back for a prefix that is cached (prompt caching page, 2026-08-22). */
const lookBack = 20;
/** The shortest cached prompt of a model whose figure is not known. */
const shortest = 1024;
const nothing: CacheUse = { read: 0, written: { fiveMinutes: 0, oneHour: 0 }, kept: new Map() };

/** Works out what a request reads from the cache and writes into it. */
export function cacheUse(view: RequestView, promptTokens: number, cached: CachedPrefixes, at: number): CacheUse {
  if (view.cacheMarks.length === 0 && !view.automaticCacheMark) return nothing;
  const boundaries = boundariesOf(view);
  const marked = boundaries.flatMap(({ ttlMs }, index) => (ttlMs === undefined ? [] : [index]));
  const tokensAt = (index: number): number => Math.round((boundaries[index]?.share ?? 0) * promptTokens);
  const least = view.model?.minCacheTokens ?? shortest;
  const usable = marked.filter((index) => tokensAt(index) >= least);
  const hit = usable
    .toReversed()
    .map((index) => lastCached(boundaries, index, cached, at))
    .find((index) => index !== undefined);
  const read = hit === undefined ? 0 : tokensAt(hit);
  const kept = new Map<string, number>();
  let from = read;
  const written = { fiveMinutes: 0, oneHour: 0 };
  for (const index of usable) {
    const { key = '', ttlMs = 0 } = boundaries[index] ?? {};
    kept.set(key, at + ttlMs);
    const fresh = Math.max(0, tokensAt(index) - from);
    if (ttlMs > fiveMinutesMs) written.oneHour += fresh;
    else written.fiveMinutes += fresh;
    from += fresh;
  }
  return { read, written, kept };
}

function lastCached(
  boundaries: readonly Boundary[],
  mark: number,
  cached: CachedPrefixes,
  at: number,
): number | undefined {
  for (let index = mark; index >= 0 && index > mark - lookBack; index--) {
    if ((cached.get(boundaries[index]?.key ?? '') ?? 0) > at) return index;
  }
  return undefined;
}

const fiveMinutesMs = 300_000;
const oneHourMs = 3_600_000;

/** Every end of a tool or block, in the order tools, system, messages, with the hash of all that stands before it. */
function boundariesOf(view: RequestView): readonly Boundary[] {
  const hash = createHash('sha256').update(`${view.modelId ?? ''}/${JSON.stringify(view.thinking.value ?? '')}`);
  const items = promptItems(view);
  const total = items.reduce((sum, { text }) => sum + text.length, 0);
  let length = 0;
  return items.map(({ text, ttlMs }) => {
    length += text.length;
    const key = hash.update(text).copy().digest('base64url').slice(0, 22);
    return { key, share: length / total, ...(ttlMs === undefined ? {} : { ttlMs }) };
  });
}

interface PromptItem {
  readonly text: string;
  readonly ttlMs?: number;
}

function promptItems(view: RequestView): readonly PromptItem[] {
  const items: PromptItem[] = [
    ...view.tools.map(({ value }) => itemOf('tool', value)),
    ...(view.systemText === undefined ? [] : [{ text: `system/${view.systemText}` }]),
    ...view.systemBlocks.map(({ value }) => itemOf('system', value)),
    ...view.messages.flatMap(({ role, text, blocks }) =>
      text === undefined ? blocks.map(({ value }) => itemOf(role, value)) : [itemOf(role, { type: 'text', text })],
    ),
  ];
  const last = items.at(-1);
  if (view.automaticCacheMark && last)
    items[items.length - 1] = { text: last.text, ttlMs: ttlOf(view.automaticCacheMark) };
  return items;
}

/** The mark itself is no part of the prompt: moving it keeps the prefix. */
function itemOf(home: string, { cache_control: mark, ...value }: JsonObject): PromptItem {
  const text = `${home}/${JSON.stringify(value)}`;
  return typeof mark === 'object' && mark !== null ? { text, ttlMs: ttlOf(mark) } : { text };
}

function ttlOf(mark: object): number {
  return 'ttl' in mark && mark.ttl === '1h' ? oneHourMs : fiveMinutesMs;
}
