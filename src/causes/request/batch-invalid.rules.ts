import { isArray, isObject, textOf } from '../../core/json.ts';
import type { JsonObject } from '../../core/json.ts';
import { defineRule } from '../../core/rule.ts';
import type { RequestView } from '../../core/view.ts';
import { batchLimits } from '../../facts/limits.ts';
import { lacks, platformName } from '../../facts/platforms.ts';

const cause = 'batch-invalid';
const customIdPattern = new RegExp(batchLimits.customIdPattern);
/** Parameters that an entry may not have (documented 2026-08-22). */
const refusedParams = [
  'stream',
  'speed',
  'store',
  'previous_thread_event_id',
  'cache_hint',
  'context_hint',
  'research_preview_2026_02',
];

interface Entry {
  readonly index: number;
  readonly value: JsonObject;
}

const requestsMissing = defineRule<undefined>({
  cause,
  row: 'batch-requests',
  phase: 'schema',
  kinds: ['batch'],
  find: ({ body }) => (body.requests === undefined ? [undefined] : []),
  path: () => 'requests',
  at: () => ['requests'],
  message: () => 'Field required',
});

const requestsCount = defineRule<number>({
  cause,
  row: 'batch-count',
  phase: 'schema',
  severity: (count) => (count === 0 ? 'warning' : 'error'),
  kinds: ['batch'],
  find: ({ body: { requests } }) =>
    isArray(requests) && (requests.length === 0 || requests.length > batchLimits.requests) ? [requests.length] : [],
  path: () => 'requests',
  at: () => ['requests'],
  message: (count) => `A batch holds 1 to ${batchLimits.requests} requests; this one holds ${count}.`,
  wording: 'ours',
});

const customIdInvalid = defineRule<Entry & { readonly id: string | undefined }>({
  cause,
  row: 'batch-custom-id',
  phase: 'schema',
  kinds: ['batch'],
  find: (view) =>
    entries(view).flatMap(({ index, value }) => {
      const id = textOf(value.custom_id);
      return id === undefined || !customIdPattern.test(id) ? [{ index, value, id }] : [];
    }),
  path: ({ index }) => `requests.${index}.custom_id`,
  at: ({ index }) => ['requests', index, 'custom_id'],
  message: ({ id, value }) => {
    if (value.custom_id === undefined) return 'Field required';
    return id === undefined
      ? 'Input should be a valid string'
      : `String should match pattern '${batchLimits.customIdPattern}'`;
  },
});

const customIdTwice = defineRule<Entry & { readonly id: string; readonly first: number }>({
  cause,
  row: 'batch-custom-id-duplicate',
  phase: 'cross-field',
  kinds: ['batch'],
  find(view) {
    const seen = new Map<string, number>();
    return entries(view).flatMap((entry) => {
      const id = textOf(entry.value.custom_id);
      if (id === undefined) return [];
      const first = seen.get(id);
      if (first !== undefined) return [{ ...entry, id, first }];
      seen.set(id, entry.index);
      return [];
    });
  },
  path: ({ index }) => `requests.${index}.custom_id`,
  at: ({ index }) => ['requests', index, 'custom_id'],
  message: ({ id, first }) => `The \`custom_id\` ${JSON.stringify(id)} is used by \`requests.${first}\` already.`,
  wording: 'ours',
  why: () => 'Results come back in any order and are told apart by `custom_id` alone.',
});

const paramsMissing = defineRule<Entry>({
  cause,
  row: 'batch-params',
  phase: 'schema',
  kinds: ['batch'],
  find: (view) => entries(view).filter(({ value }) => value.params === undefined),
  path: ({ index }) => `requests.${index}.params`,
  at: ({ index }) => ['requests', index, 'params'],
  message: () => 'Field required',
});

const paramRefused = defineRule<string>({
  cause,
  row: 'batch-param-refused',
  phase: 'cross-field',
  find: ({ isBatchEntry, body }) =>
    isBatchEntry
      ? refusedParams.filter((name) => body[name] !== undefined && body[name] !== false && body[name] !== null)
      : [],
  path: (name) => name,
  at: (name) => [name],
  message: (name) => `\`${name}\` is not allowed in a batch.`,
  wording: 'ours',
  why: () => 'Entries of a batch are answered later and as a whole.',
  fix: (name) =>
    name === 'stream'
      ? { name: 'batches', safe: true, does: 'Remove `stream`.', edits: [{ kind: 'remove', at: [name] }] }
      : undefined,
});

const zeroTokens = defineRule<undefined>({
  cause,
  row: 'batch-max-tokens-zero',
  phase: 'cross-field',
  find: ({ isBatchEntry, maxTokens }) => (isBatchEntry && maxTokens === 0 ? [undefined] : []),
  path: () => 'max_tokens',
  at: () => ['max_tokens'],
  message: () => '`max_tokens: 0`, which only fills the cache, is not allowed in a batch.',
  wording: 'ours',
});

const batchesOnPlatform = defineRule<undefined>({
  cause,
  row: 'batch-platform',
  phase: 'capability',
  severity: 'warning',
  kinds: ['batch'],
  find: ({ platform }) => (lacks(platform, 'batches') ? [undefined] : []),
  path: () => '',
  at: () => [],
  message: (_, { platform }) => `The Message Batches API is not available on ${platformName(platform)}.`,
  wording: 'ours',
});

function entries({ body: { requests } }: RequestView): readonly Entry[] {
  if (!isArray(requests)) return [];
  return requests.flatMap((value, index) => (isObject(value) ? [{ index, value }] : []));
}

/** Rules about Message Batches and their entries. */
export const batchInvalidRules = [
  requestsMissing,
  requestsCount,
  customIdInvalid,
  paramsMissing,
  customIdTwice,
  paramRefused,
  zeroTokens,
  batchesOnPlatform,
] as const;
