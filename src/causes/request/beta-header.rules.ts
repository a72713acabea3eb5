import { defineRule } from '../../core/rule.ts';
import { betaFamily, betaStanding, conflictingBetas, knownBetas } from '../../facts/betas.ts';
import { lacks, platformName } from '../../facts/platforms.ts';

const cause = 'beta-header';

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
    const newest = knownBetas()
      .filter((name) => betaFamily(name) === betaFamily(value))
      .toSorted()
      .at(-1);
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
  message: ([older, newer]) =>
    `The beta values \`${older}\` and \`${newer}\` cannot be sent together; \`${newer}\` replaces the other.`,
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
  find: ({ betas, body }) =>
    [...new Set(betas)].filter(
      (value) =>
        betaStanding(value) === 'general' &&
        // The old form of an output format still needs its value.
        !(body.output_format !== undefined && betaFamily(value) === 'structured-outputs'),
    ),
  path: () => '',
  at: () => [],
  message: (value) => `The beta value \`${value}\` is no longer needed: the feature is general.`,
  wording: 'ours',
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
  message: () =>
    'Amazon Bedrock (InvokeModel) takes beta values in the body, as the array `anthropic_beta`, not as a header.',
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

function isFilled(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function unexpectedValue(value: string): string {
  return `Unexpected value(s) \`${value}\` for the \`anthropic-beta\` header. Please consult our documentation at platform.claude.com/docs or try again without the header.`;
}

/** Rules about the values of `anthropic-beta`; the structure tables know what needs them. */
export const betaHeaderRules = [
  valueEmpty,
  valueUnknown,
  valuesConflict,
  fallbacksOnPlatform,
  headerOnBedrock,
  valueNeedless,
] as const;
