import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** The daily token quota of the cloud platform is used up. */
export const platformDailyQuota = defineCause({
  id: 'platform-daily-quota',
  refines: 'platform-quota',
  title: 'The daily token quota of the cloud platform is used up',
  locus: 'limits',
  retry: () => ({
    kind: 'wait',
    because:
      'The quota is counted by the day: seconds of waiting, and the retries of a client, do nothing before the next one.',
  }),
  signs: [
    { says: 'Too many tokens per day, please wait before trying again' },
    { says: 'Too many tokens per day' },
    { says: ['per_day_per_base_model', 'Quota exceeded'] },
    { says: ['tokens per day', 'bedrock'], certainty: 'likely', shared: true },
  ],
  explain: () =>
    'The account has used up the tokens that the cloud platform grants it for this model in one day. The wording is that of a limit per minute, but it lasts until the next day; in new accounts the daily quota is often a fraction of the published default, or zero.',
  remedies: () => [
    {
      action:
        'Look up the applied value of "tokens per day" for the model, which may be lower than the default, and ask for the default or more.',
      run: 'aws service-quotas list-service-quotas --service-code bedrock --query "Quotas[?contains(QuotaName, \'per day\')]"',
    },
    {
      action:
        'Use another region, an inference profile, or another model for the rest of the day: each has a quota of its own.',
    },
    { action: 'Stop retrying: failed calls come back at once and fill logs.' },
  ],
  docs: pages.bedrockErrors,
});
