import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** A custom skill is encrypted with a key that cannot be used any more. */
export const skillUndecryptable = defineCause({
  id: 'skill-undecryptable',
  title: 'A custom skill cannot be decrypted',
  locus: 'request',
  retry: () => ({
    kind: 'no',
    because:
      'The SDKs retry a 409 on their own, and here each retry fails alike: the key of the skill stays unusable until someone restores it.',
  }),
  signs: [
    { code: 'skill_read_blocked_undecryptable' },
    { says: 'skill_read_blocked_undecryptable' },
    { says: ['skill', 'could not be decrypted'], type: 'conflict_error', certainty: 'likely' },
  ],
  explain: () =>
    'The request uses a custom skill that is encrypted with a customer-managed key, and the API can no longer use that key: it was disabled, deleted or withdrawn after the skill was uploaded. The rest of the request was not looked at.',
  remedies: () => [
    {
      action:
        'Enable the key again in the key management service, with the grants that Anthropic needs, and send the request once more.',
    },
    {
      action:
        'Or upload the skill anew under the key that is in use now, and name its new `skill_id` in `container.skills`.',
    },
    { action: 'Until then, leave the skill out of the request.' },
  ],
  docs: pages.skills,
});
