import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { flatTextOf, recognized } from '../recognition.ts';

interface Hold {
  readonly appealUrl: string | undefined;
}

/** The organization was disabled for reasons of trust and safety. */
export const organizationOnHold = defineCause<Hold>({
  id: 'organization-on-hold',
  refines: 'organization-disabled',
  title: 'The organization is on hold for trust and safety reasons',
  locus: 'account',
  retry: 'no',
  signs: [
    { code: 'organization_on_hold' },
    { says: 'OrganizationOnHoldError' },
    { says: 'organization is on hold', certainty: 'likely' },
  ],
  recognize: (evidence, hit) =>
    recognized(hit, {
      appealUrl: /appeal_url["']?\s*[:=]\s*["']?(https:\/\/[^\s"'\\,}]{1,300})/.exec(flatTextOf(evidence))?.[1],
    }),
  explain: () =>
    'Anthropic has disabled the organization of this key for reasons of trust and safety. Disabling for other reasons, such as billing, does not carry the code `organization_on_hold`, so that paying or making new keys changes nothing.',
  remedies: (hold) => [
    {
      action: `Appeal${hold?.appealUrl === undefined ? ' through the form that the mail or the Claude Console names' : ` at ${hold.appealUrl}`}.`,
    },
    { action: 'Find the calls that went against the usage policy, by user and time, and stop them before you appeal.' },
  ],
  docs: pages.usagePolicy,
});
