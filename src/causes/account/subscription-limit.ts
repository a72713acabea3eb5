import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { flatTextOf, recognized } from '../recognition.ts';
import { delayOf, waitAsTold } from '../retry.ts';

interface Window {
  readonly name: string | undefined;
  readonly resets: string | undefined;
}

const windowName = /\b(5-hour|five-hour|session|weekly|Opus weekly|Opus|Sonnet)\s+limit/i;

/** The usage window of a Claude subscription is used up. */
export const subscriptionLimit = defineCause<Window>({
  id: 'subscription-limit',
  title: 'The usage window of the Claude subscription is used up',
  locus: 'account',
  retry: (evidence) =>
    delayOf(evidence)
      ? waitAsTold(evidence, 'The window opens again at its reset.')
      : {
          kind: 'wait',
          because: 'The window opens again at its reset, hours or days away; `/usage` in Claude Code shows when.',
        },
  signs: [
    { says: 'Claude AI usage limit reached' },
    { says: 'Claude usage limit reached' },
    { says: 'Claude Max usage limit reached' },
    { says: 'Claude Pro usage limit reached' },
    { says: ['hit your limit', 'resets'] },
    { says: 'hit your session limit' },
    { says: 'hit your weekly limit' },
    { says: 'hit your Opus limit' },
    { says: 'hit your Sonnet limit' },
    { says: 'hit your usage limit', pattern: /claude/i, certainty: 'likely' },
    { says: ['reached your weekly limit', 'resets'] },
    { says: ['reached your', 'limit', 'resets'], pattern: /claude/i, certainty: 'likely' },
    { says: 'Weekly limit reached' },
    { says: ['Session limit reached', 'resets'] },
    { says: '5-hour limit reached' },
    { says: 'Opus weekly limit reached' },
    { says: ['Opus limit reached'], certainty: 'likely' },
    { says: ['limit reached', 'resets', '/upgrade'] },
    { says: ['limit reached', '/upgrade to increase your usage limit'] },
    { says: 'Your limit will reset at', pattern: /claude/i, certainty: 'likely' },
    {
      says: ['hit your', 'limit', 'resets'],
      pattern: /hit\s+your\s+(?:[\w.]{1,20}\s+){1,3}limit\s+[·∙|-]?\s*resets\b/i,
    },
    { says: ['anthropic-ratelimit-unified-status', 'rejected'] },
    { says: 'would exceed your accounts rate limit', certainty: 'likely' },
    { says: 'You are out of usage until', certainty: 'likely' },
  ],
  retold: [
    'limites semanais',
    'limite semanal',
    'limites da semana',
    'límite semanal',
    'limite hebdomadaire',
    'wochenlimit',
    '週間制限',
    '每周限额',
    '周限额',
    '주간 한도',
    'usage limit reached',
    'usage limit hit',
    'reached your usage limit',
    'reached my usage limit',
    'session limit reached',
    'weekly limit reached',
    '使用上限',
    '用量上限',
    '使用额度已',
    '利用上限',
    '利用制限に',
    '사용량 한도',
    'límite de uso',
    'nutzungslimit',
    "limite d'utilisation",
    'лимит использования',
    'reached your weekly limit',
    'reached my weekly limit',
    'reached the weekly limit',
    'hit your weekly limit',
    'hit my weekly limit',
    'hit the weekly limit',
    'weekly limit for',
    'reached my limit',
    'hit my limit',
    'hit my usage limit',
    'hit the usage limit',
    'hit your usage limit',
    '5-hour limit',
    'five-hour limit',
    'message limit reached',
    'out of messages until',
  ],
  recognize: (evidence, hit) =>
    recognized(hit, {
      name: windowName.exec(flatTextOf(evidence))?.[1]?.toLowerCase(),
      resets: delayOf(evidence)?.until,
    }),
  explain: (window) =>
    `The Claude subscription behind this sign-in has used up ${window?.name === undefined ? 'one of its usage windows' : `its ${window.name} window`}${window?.resets === undefined ? '' : `, which opens again at ${window.resets}`}. A subscription has a window of five hours and one of a week, shared by Claude Code and the Claude apps; the API answers 429 without telling which, and the client shows it.`,
  remedies: () => [
    { action: 'See which window is used up and when it opens.', run: 'claude /usage' },
    { action: 'Turn on extra usage to go on at API prices.', run: 'claude /extra-usage' },
    {
      action: 'Use an API key for work that must go on; it has limits of its own.',
      run: "export ANTHROPIC_API_KEY='...'",
    },
    { action: 'Spend less per turn: a smaller model, `/clear` between tasks, `/compact` before long ones.' },
  ],
  docs: pages.subscriptionUsage,
  settledBy: [
    {
      from: 'rate-limit-other',
      test: 'An API key (`sk-ant-api`) has no subscription windows: with one, it is an ordinary rate limit.',
    },
  ],
});
