import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { flatTextOf, recognized } from '../recognition.ts';
import { noRetryBefore } from '../retry.ts';

interface Limit {
  readonly scope: 'workspace' | 'organization' | undefined;
}

/** A spend limit that the organization or workspace set for itself is reached. */
export const spendLimitOwn = defineCause<Limit>({
  id: 'spend-limit-own',
  title: 'Your own spend limit is reached',
  locus: 'account',
  retry: (evidence) =>
    noRetryBefore(
      evidence,
      'The limit stays reached until its period ends or someone raises it; waiting seconds does nothing.',
    ),
  signs: [
    { says: 'reached your specified API usage limits' },
    { says: 'reached your specified workspace API usage limits' },
    { says: 'specified workspace API usage limits' },
    { says: 'You have reached your specified' },
    { says: ['hit your orgs monthly spend limit'] },
    { says: 'hit your monthly spend limit' },
    { says: 'organizations monthly spend limit', certainty: 'likely' },
    { says: 'workspace spend limit', certainty: 'likely' },
    { says: ['spend limit', 'set by your organization'], certainty: 'likely' },
    { says: 'You will regain access on', unless: 'monthly API usage threshold', certainty: 'likely' },
    { says: 'usage limits', type: 'invalid_request_error', certainty: 'likely' },
    { says: 'spend limit', type: 'invalid_request_error', certainty: 'likely' },
    { says: 'regain access', type: 'invalid_request_error', certainty: 'likely' },
  ],
  retold: [
    'spending limit reached',
    'monthly spending limit',
    'spend limit reached',
    'reached the spending limit',
    'hit the spending limit',
  ],
  recognize: (evidence, hit) => {
    const text = flatTextOf(evidence);
    const scope = /workspace/i.test(text)
      ? 'workspace'
      : /org(?:anization)?\b|specified\s+API/i.test(text)
        ? 'organization'
        : undefined;
    return recognized(hit, { scope });
  },
  explain: (limit, { response }) =>
    `A monthly spend limit that ${limit?.scope === 'workspace' ? 'is set for this workspace' : 'your organization set for itself'} is reached, so that the API refuses further calls until the month ends or the limit is raised. ${response?.status === 429 ? 'The answer is a 429 and looks like a rate limit, but no wait of seconds or minutes helps.' : 'It is reported as 400 `invalid_request_error`, although the request itself is in order.'}`,
  remedies: (limit) => [
    {
      action: `Raise the limit in the Claude Console under Limits${limit?.scope === 'workspace' ? ' of the workspace' : ''}, with an admin or billing role; it takes effect at once.`,
    },
    { action: 'See in the usage page which key or model spent it, before you raise it.' },
    { action: 'Move urgent work to a key of a workspace that has budget left.' },
    { action: 'Stop retries of this answer in your program: match on the message or the date, not on the status.' },
  ],
  docs: pages.rateLimits,
  settledBy: [
    {
      from: 'spend-limit-tier',
      test: 'The Console shows under Limits whether a limit you set, or the cap of the usage tier, is used up.',
    },
  ],
});
