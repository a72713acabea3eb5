import { isArray, isObject } from '../../core/json.ts';
import type { BodyPath } from '../../core/problem.ts';
import { defineRule } from '../../core/rule.ts';
import type { RequestView } from '../../core/view.ts';
import { betaFamily, betaInnerMembers, betaMembers, betaStanding, conflictingBetas, knownBetas } from '../../facts/betas.ts';
import { lacks, platformName } from '../../facts/platforms.ts';

const cause = 'beta-header';
const extraInputs = 'Extra inputs are not permitted';

const valueUnknown = defineRule<string>({
  cause,
  row: 'beta-header-unknown',
  phase: 'transport',
  severity: 'warning',
  find: ({ betas }) => [...new Set(betas)].filter((value) => betaStanding(value) === undefined),
  path: () => '',
  at: () => [],
  message: unexpectedValue,
  why(value) {
    const newest = knownBetas().filter((name) => betaFamily(name) === betaFamily(value)).toSorted().at(-1);
    return `\`${value}\` is in no list of beta values that is known here, and no list is complete.${newest ? ` Known is \`${newest}\`.` : ''}`;
  },
});

const valueEmpty = defineRule<string>({
  cause,
  row: 'beta-header-empty',
  phase: 'transport',
  find: ({ headers }) => (headers['anthropic-beta']?.trim() === '' ? [''] : []),
  path: () => '',
  at: () => [],
  message: unexpectedValue,
  why: () => 'The `anthropic-beta` header was sent without a value; leave it out where no beta is wanted.',
});

const valuesConflict = defineRule<readonly [string, string]>({
  cause,
  row: 'beta-conflict-memory',
  phase: 'transport',
  severity: 'warning',
  find: ({ betas }) => conflictingBetas.filter((pair) => pair.every((value) => betas.includes(value))),
  path: () => '',
  at: () => [],
  message: ([older, newer]) => `The beta values \`${older}\` and \`${newer}\` cannot be sent together; \`${newer}\` replaces the other.`,
  wording: 'ours',
});

const valueNeedless = defineRule<string>({
  cause,
  row: 'beta-header-needless',
  phase: 'advice',
  severity: 'warning',
  from: '2026-02-17',
  // Clouds got some of these features later, so that the value may still be needed there.
  platforms: ['direct', 'aws'],
  find: ({ betas }) => [...new Set(betas)].filter((value) => betaStanding(value) === 'general'),
  path: () => '',
  at: () => [],
  message: (value) => `The beta value \`${value}\` is no longer needed: the feature is general.`,
  wording: 'ours',
});

interface Member {
  readonly path: string;
  readonly at: BodyPath;
  readonly betas: readonly string[];
}

const memberNeedsBeta = defineRule<Member>({
  cause,
  row: 'beta-member',
  phase: 'schema',
  // A header that was not recorded proves nothing, and examples often show the beta value alone or not at all.
  severity: (_, view) => (isFullCapture(view) ? 'error' : 'warning'),
  kinds: ['messages', 'count-tokens'],
  platforms: ['direct', 'aws'],
  find: (view) => membersOf(view).filter(({ betas }) => !betas.some((value) => view.beta(value) === 'sent')),
  path: ({ path }) => path,
  at: ({ at }) => at,
  message: () => extraInputs,
  why: ({ path, betas }, view) =>
    `\`${path}\` is known to the API only with ${betas.map((value) => `\`${value}\``).join(' or ')} in \`anthropic-beta\`${
      isFullCapture(view) ? ', which was not sent' : '; whether it was sent is not known'
    }.`,
});

const headerOnBedrock = defineRule<string>({
  cause,
  row: 'beta-header-platform',
  phase: 'advice',
  severity: 'warning',
  platforms: ['bedrock'],
  find: ({ headers }) => (headers['anthropic-beta'] ? [headers['anthropic-beta']] : []),
  path: () => 'anthropic_beta',
  at: () => [],
  message: () => 'Amazon Bedrock (InvokeModel) takes beta values in the body, as the array `anthropic_beta`, not as a header.',
  wording: 'ours',
});

const fallbacksOnPlatform = defineRule<undefined>({
  cause,
  row: 'fallbacks-platform',
  phase: 'capability',
  severity: 'warning',
  find: ({ platform, body }) => (lacks(platform, 'fallbacks') && isFilled(body.fallbacks) ? [undefined] : []),
  path: () => 'fallbacks',
  at: () => ['fallbacks'],
  message: (_, { platform }) => `Server-side fallbacks are not available on ${platformName(platform)}.`,
  wording: 'ours',
});

/** The members of a request that need a beta value. */
function membersOf(view: RequestView): readonly Member[] {
  const { body, outputConfig, thinking } = view;
  const found: Member[] = [];
  for (const [member, betas] of Object.entries(betaMembers)) {
    if (!isFilled(body[member])) continue;
    // Compaction alone passes with its own value, other context edits do not.
    const isWide = member === 'context_management' && !editsOnlyCompact(body[member]);
    found.push({ path: member, at: [member], betas: isWide ? betas.slice(0, 1) : betas });
  }
  const inner = (parent: unknown, key: string, path: string, at: BodyPath, beta: string): void => {
    if (isObject(parent) && isFilled(parent[key])) found.push({ path, at, betas: [beta] });
  };
  inner(outputConfig, 'task_budget', 'output_config.task_budget', ['output_config', 'task_budget'], betaInnerMembers.taskBudget);
  const mode = thinking.mode ?? '';
  inner(thinking.value, 'block_binding', `thinking.${mode}.block_binding`, ['thinking', 'block_binding'], betaInnerMembers.blockBinding);
  if (thinking.value?.display === 'updates') {
    found.push({ path: `thinking.${mode}.display`, at: ['thinking', 'display'], betas: [betaInnerMembers.displayUpdates] });
  }
  return found;
}

function editsOnlyCompact(management: unknown): boolean {
  if (!isObject(management) || !isArray(management.edits)) return false;
  return management.edits.every((edit) => isObject(edit) && typeof edit.type === 'string' && edit.type.startsWith('compact_'));
}

function isFullCapture({ areHeadersKnown, headers }: RequestView): boolean {
  return areHeadersKnown && headers['anthropic-version'] !== undefined;
}

function isFilled(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function unexpectedValue(value: string): string {
  return `Unexpected value(s) \`${value}\` for the \`anthropic-beta\` header. Please consult our documentation at platform.claude.com/docs or try again without the header.`;
}

/** Rules about `anthropic-beta` and the members that need it. */
export const betaHeaderRules = [
  valueEmpty,
  valueUnknown,
  valuesConflict,
  memberNeedsBeta,
  fallbacksOnPlatform,
  headerOnBedrock,
  valueNeedless,
] as const;
