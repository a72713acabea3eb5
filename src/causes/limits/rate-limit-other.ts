import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { recognizedFamily } from '../recognition.ts';
import { waitAsTold } from '../retry.ts';

/** A 429 that does not say which limit it met. */
export const rateLimitOther = defineCause({
  id: 'rate-limit-other',
  title: 'A rate limit that is not named',
  locus: 'limits',
  retry: (evidence) => waitAsTold(evidence, 'Most limits refill within a minute.'),
  signs: [
    { type: 'rate_limit_error' },
    { type: 'rate_limit_error', status: 429 },
    { says: 'Request rejected (429)' },
    { says: 'Server is temporarily limiting requests' },
    { says: 'Rate limit reached', pattern: /API Error|claude|anthropic/i, certainty: 'likely' },
    { says: ['anthropic', '429 Too Many Requests'], certainty: 'likely', shared: true },
    { status: 429, certainty: 'likely', shared: true },
    { says: 'Rate limited by Anthropic', unless: ['per minute', 'has exceeded', 'would exceed'], certainty: 'likely' },
    { says: 'Anthropic rate limit', unless: ['per minute', 'has exceeded', 'would exceed'], certainty: 'likely' },
    { says: "Anthropic's API rate limit", unless: ['per minute', 'has exceeded', 'would exceed'], certainty: 'likely' },
    { says: 'Anthropic API rate limit', unless: ['per minute', 'has exceeded', 'would exceed'], certainty: 'likely' },
    { says: ['claude', 'is rate limited right now'], certainty: 'likely' },
    { says: ["exhausted this model's rate limit"], certainty: 'likely' },
    { says: 'Claude API rate limit', unless: ['per minute', 'has exceeded', 'would exceed'], certainty: 'likely' },
    { says: 'Claude rate limit', unless: ['per minute', 'has exceeded', 'would exceed'], certainty: 'likely' },
  ],
  retold: [
    'rate limited',
    'rate limit exceeded',
    'rate limit reached',
    'hit the rate limit',
    'hit a rate limit',
    'hit rate limit',
    'rate limit error',
    'exceeded the rate limit',
    'too many requests',
    '请求过于频繁',
    '请求频率过高',
    '请求太频繁',
    '速率限制',
    '频率限制',
    '被限流',
    '触发限流',
    'レート制限に',
    'レートリミット',
    '요청 한도',
    '속도 제한',
    ['límite de', 'solicitudes'],
    ['límite de', 'velocidad'],
    ['limite de', 'requisições'],
    ['limite de', 'requêtes'],
    'ratenlimit',
    'rate-limit erreicht',
    'превышен лимит',
    'rate limiting me',
    'rate limiting us',
    'rate limiting my',
    'being rate limited',
    'getting rate limited',
    'get rate limited',
    'got rate limited',
    'are rate limited',
    'am rate limited',
    'was rate limited',
    'were rate limited',
    'hitting rate limits',
    'hitting the rate limit',
    'hit rate limits',
    'rate limit hit',
    'getting throttled',
    'got throttled',
    'being throttled',
    'is throttled',
    'throttling me',
    'quota exceeded',
    'exceeded your quota',
    'exceeded the quota',
    '요청이 너무 많',
    'rate-limited',
    'has rate limited you',
    'hit a provider rate limit',
  ],
  recognize(evidence, hit) {
    const recognized = recognizedFamily(evidence, hit, undefined);
    // What names the limit may stand in the part that is cut off.
    const isOpen = evidence.response?.isMessageCut === true && recognized?.certainty === 'proven';
    return isOpen ? { ...recognized, certainty: 'likely' } : recognized;
  },
  explain: (_, { gateway }) =>
    `The call was answered with 429, and nothing in what was captured says which limit it met: requests, input tokens or output tokens per minute, concurrent requests, a spend cap or a subscription window.${gateway === undefined ? '' : ` It may also be a limit of ${gateway} itself.`} The response headers and the body of the answer tell.`,
  remedies: () => [
    {
      action:
        'Capture the headers of the answer: a budget with `remaining: 0` is the limit, and `retry-after` says how long it lasts.',
      run: 'catch (error) { console.error(error.status, error.error, Object.fromEntries(error.headers)) }',
    },
    { action: 'Wait as long as `retry-after` says; without it, back off and double the wait.' },
    { action: 'If it never heals, look for a spend limit or a subscription window: those do not refill in minutes.' },
    {
      action:
        'With the token of a subscription in a program of your own, use an API key: such calls are answered with a bare 429.',
    },
  ],
  docs: pages.rateLimits,
  settledBy: [
    {
      from: 'spend-limit-tier',
      test: 'A 429 without `retry-after` whose message names a date or a monthly threshold is a spend cap.',
    },
    {
      from: 'subscription-limit',
      test: 'With a sign-in of a Claude subscription, `claude /usage` shows whether a window is used up.',
    },
  ],
});
