import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { flatTextOf, recognized } from '../recognition.ts';

interface Uncovered {
  readonly what: 'context' | 'third-party' | 'fast' | 'spent' | undefined;
}

const reasons: readonly (readonly [NonNullable<Uncovered['what']>, RegExp])[] = [
  ['third-party', /third\s*-\s*party/i],
  ['fast', /fast\s+mode/i],
  ['context', /long\s+context|1M\s+context/i],
  ['spent', /out\s+of|run\s+out|used\s+up|exhausted/i],
];
const told = {
  'third-party': 'calls of third-party programs are not covered by the plan and are paid from extra usage',
  fast: 'fast mode is not covered by the plan and is paid from extra usage',
  context: 'requests with the long context window are not covered by the plan and are paid from extra usage',
  spent: 'the extra usage that pays for it is used up',
} as const;

/** The subscription does not cover this call; extra usage must be enabled or bought. */
export const extraUsageRequired = defineCause<Uncovered>({
  id: 'extra-usage-required',
  title: 'The subscription does not cover this call',
  locus: 'account',
  retry: () => ({
    kind: 'no',
    because:
      'It heals when extra usage is enabled or bought, or when the request stays within the plan; a 429 here is not a rate limit.',
  }),
  signs: [
    { says: 'Extra usage is required' },
    { says: 'Usage credits are required' },
    { says: 'Usage credits required for' },
    { says: 'now draw from your extra usage' },
    { says: 'apps now draw from extra usage' },
    { says: 'not your plan limits. Add more at' },
    { says: ['Claim it at claude.ai/settings/usage'] },
    { says: 'Youre out of extra usage' },
    { says: 'out of extra usage' },
    { says: 'Youre out of usage credits' },
    { says: 'run out of extra usage', certainty: 'likely' },
    { says: 'enable extra usage at claude.ai/settings/usage' },
    { says: 'requires extra usage', certainty: 'likely' },
    { says: 'extra usage is exhausted', certainty: 'likely' },
    { says: 'extra usage credits exhausted' },
  ],
  recognize: (evidence, hit) =>
    recognized(hit, { what: reasons.find(([, mark]) => mark.test(flatTextOf(evidence)))?.[0] }),
  explain: (uncovered) =>
    `The call was made with the sign-in of a Claude subscription, and ${uncovered?.what === undefined ? 'the plan does not cover it: it is paid from extra usage, which is off or used up' : told[uncovered.what]}. ${uncovered?.what === 'third-party' ? 'A program counts as one by its headers and its system prompt, so that changes there can bring the message about in Claude Code too.' : 'Whether it is reported as 400 or as 429 makes no difference.'}`,
  remedies: (uncovered) => [
    {
      action:
        'Enable or top up extra usage at claude.ai/settings/usage; for a team, an owner does it in the organization settings.',
      run: 'claude /extra-usage',
    },
    ...(uncovered?.what === 'context'
      ? [
          {
            action: 'Stay within the standard context: choose the model without `[1m]`, and compact the conversation.',
            run: 'export CLAUDE_CODE_DISABLE_1M_CONTEXT=1',
          },
        ]
      : []),
    ...(uncovered?.what === 'third-party'
      ? [
          {
            action: 'Take out custom system prompts and wrappers, and try plain Claude Code.',
            run: "claude -p 'hello'",
          },
        ]
      : []),
    {
      action: 'Use an API key for this program; it is billed by the Claude Console.',
      run: "export ANTHROPIC_API_KEY='...'",
    },
  ],
  docs: pages.claudeCodeErrors,
});
