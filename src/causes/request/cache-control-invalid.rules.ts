import type { Fix } from '../../core/problem.ts';
import { defineRule } from '../../core/rule.ts';
import { blockAt, blockPath } from '../../core/view.ts';
import type { Block, CacheMark, Tool } from '../../core/view.ts';
import { cacheMessages, maxCacheBreakpoints } from '../../facts/messages/cache-control.ts';
import { lacks } from '../../facts/platforms.ts';

const cause = 'cache-control-invalid';

const tooManyMarks = defineRule<readonly CacheMark[]>({
  cause,
  row: 'cc-max4',
  phase: 'cross-field',
  find: ({ cacheMarks }) => (cacheMarks.length > maxCacheBreakpoints ? [cacheMarks] : []),
  path: () => '',
  at: (marks) => markAt(marks[maxCacheBreakpoints]),
  message: (marks) => cacheMessages.tooMany(marks.length),
  why: (marks) => `Tools, system and messages count together: ${marks.map(markPath).join(', ')}.`,
  fix: (marks) => ({
    name: 'cache',
    safe: true,
    does: `Keep the first and the last three breakpoints and remove the ${marks.length - maxCacheBreakpoints} between them.`,
    edits: marks.slice(1, -3).map((mark) => ({ kind: 'remove', at: markAt(mark) })),
  }),
});

const longAfterShort = defineRule<CacheMark>({
  cause,
  row: 'cc-ttl-order',
  phase: 'cross-field',
  find({ cacheMarks }) {
    const short = cacheMarks.findIndex(({ ttl }) => ttl === '5m');
    return short < 0 ? [] : cacheMarks.slice(short).filter(({ ttl }) => ttl === '1h');
  },
  path: (mark) => `${markPath(mark)}.cache_control.ttl`,
  at: (mark) => [...markAt(mark), 'ttl'],
  message: () => cacheMessages.ttlOrder,
  why: (_, { cacheMarks }) => {
    const first = cacheMarks.find(({ ttl }) => ttl === '5m');
    return `In the order tools, system, messages, \`${first ? markPath(first) : ''}\` comes first and lasts five minutes.`;
  },
});

const markOnEmptyText = defineRule<Block>({
  cause,
  row: 'cc-empty-text',
  phase: 'schema',
  find: ({ cacheMarks }) =>
    cacheMarks.flatMap(({ on }) =>
      on.kind === 'block' && on.block.type === 'text' && on.block.value.text === '' ? [on.block] : [],
    ),
  path: (block) => (block.home === 'system' ? blockPath(block) : `${blockPath(block)}.text`),
  at: (block) => [...blockAt(block), 'cache_control'],
  message: () => cacheMessages.emptyText,
  why: () => 'A breakpoint ends a prefix that is cached; an empty text adds nothing to end it with.',
  fix: removeBlockMark,
});

const markInsideBlock = defineRule<Block>({
  cause,
  row: 'cc-nested',
  phase: 'cross-field',
  severity: 'warning',
  from: '2025-05-01',
  find(view) {
    const nested = view.cacheMarks.flatMap(({ on }) => (on.kind === 'block' && on.block.parent ? [on.block] : []));
    if (nested.length === 0) return [];
    const lastIn = new Map(view.blocks.map(({ parent, index }) => [parent, index]));
    return nested.filter(({ parent, index }) => index < (lastIn.get(parent) ?? 0));
  },
  path: (block) => `${blockPath(block)}.cache_control`,
  at: (block) => [...blockAt(block), 'cache_control'],
  message: ({ parent }) => `Inside a \`${parent?.type ?? 'block'}\` only the last block may have \`cache_control\`.`,
  wording: 'ours',
  why: () => 'The mark on the last block counts for the block around it.',
});

const automaticConflict = defineRule<string>({
  cause,
  row: 'cc-auto-conflict',
  phase: 'cross-field',
  severity: 'warning',
  find({ automaticCacheMark, cacheMarks, platform }) {
    if (!automaticCacheMark) return [];
    if (lacks(platform, 'automatic-caching'))
      return ['Automatic caching is not available on Amazon Bedrock (InvokeModel).'];
    return cacheMarks.length === maxCacheBreakpoints
      ? [
          `The automatic breakpoint uses one of the ${maxCacheBreakpoints} places, and ${maxCacheBreakpoints} blocks are marked already.`,
        ]
      : [];
  },
  path: () => 'cache_control',
  at: () => ['cache_control'],
  message: (found) => found,
  wording: 'ours',
});

const automaticOtherTtl = defineRule<{ readonly mark: CacheMark; readonly automatic: string }>({
  cause,
  row: 'cc-auto-ttl',
  phase: 'cross-field',
  severity: 'warning',
  find({ automaticCacheMark, cacheMarks, messages }) {
    const mark = cacheMarks.at(-1);
    if (!automaticCacheMark || mark?.on.kind !== 'block') return [];
    const automatic = typeof automaticCacheMark.ttl === 'string' ? automaticCacheMark.ttl : '5m';
    const isOnLastBlock = messages.at(-1)?.blocks.at(-1) === mark.on.block;
    return isOnLastBlock && automatic !== mark.ttl ? [{ mark, automatic }] : [];
  },
  path: () => 'cache_control',
  at: () => ['cache_control'],
  message: ({ mark, automatic }) =>
    `The automatic breakpoint lasts \`${automatic}\` and falls on the last block, which is marked with \`${mark.ttl}\` already.`,
  wording: 'ours',
});

const markOnDeferredTool = defineRule<Tool>({
  cause,
  row: 'cc-defer',
  phase: 'cross-field',
  severity: 'warning',
  find: ({ cacheMarks }) =>
    cacheMarks.flatMap(({ on }) => (on.kind === 'tool' && on.tool.value.defer_loading === true ? [on.tool] : [])),
  path: ({ index, type }) => `tools.${index}.${type}.cache_control`,
  at: ({ index }) => ['tools', index, 'cache_control'],
  message: () => 'A tool with `defer_loading: true` cannot have `cache_control`.',
  wording: 'ours',
  why: () => 'A deferred tool is not part of the prefix that is cached.',
});

const markNeverHits = defineRule<CacheMark>({
  cause,
  row: 'cc-min',
  phase: 'advice',
  severity: 'warning',
  models: ({ minCacheTokens }) => minCacheTokens !== undefined,
  find({ cacheMarks, automaticCacheMark, mayReach, model }) {
    const last = cacheMarks.at(-1);
    // The estimate is of the whole request, so that a mark in its middle is judged by more than it covers.
    return last && !automaticCacheMark && !mayReach(model?.minCacheTokens ?? 0) ? [last] : [];
  },
  path: (mark) => `${markPath(mark)}.cache_control`,
  at: markAt,
  message: (_, { model }) =>
    `The request is too short for a cache: below ${model?.minCacheTokens ?? 0} tokens this model keeps nothing.`,
  wording: 'ours',
  why: (_, { tokens }) =>
    `The whole request has about ${tokens().total.high} tokens at most. A prefix below the minimum is no error: the breakpoint is left out without a word, and every call pays in full.`,
});

function markPath({ on }: CacheMark): string {
  return on.kind === 'tool' ? `tools.${on.tool.index}` : blockPath(on.block);
}

function markAt(mark: CacheMark | undefined): readonly (string | number)[] {
  if (!mark) return [];
  const { on } = mark;
  return on.kind === 'tool' ? ['tools', on.tool.index, 'cache_control'] : [...blockAt(on.block), 'cache_control'];
}

function removeBlockMark(block: Block): Fix {
  return {
    name: 'cache',
    safe: true,
    does: 'Remove the breakpoint.',
    edits: [{ kind: 'remove', at: [...blockAt(block), 'cache_control'] }],
  };
}

/** Rules about `cache_control`. */
export const cacheControlInvalidRules = [
  markOnEmptyText,
  tooManyMarks,
  longAfterShort,
  markInsideBlock,
  automaticConflict,
  automaticOtherTtl,
  markOnDeferredTool,
  markNeverHits,
] as const;
