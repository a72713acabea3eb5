import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { flatTextOf, recognized } from '../recognition.ts';

interface Beta {
  readonly value: string | undefined;
}

/** The organization does not take part in a beta that the endpoint asks for. */
export const betaNotEnrolled = defineCause<Beta>({
  id: 'beta-not-enrolled',
  refines: 'beta-header',
  title: 'The organization does not take part in this beta',
  locus: 'account',
  retry: 'no',
  signs: [
    { code: 'organization_not_enrolled_in_beta' },
    { says: 'OrganizationNotEnrolledInBetaError' },
    { says: 'organization is not enrolled in', pattern: /beta/i, certainty: 'likely' },
  ],
  recognize: (evidence, hit) =>
    recognized(hit, { value: /\b([a-z][a-z-]{2,60}-20\d\d-\d\d-\d\d)\b/.exec(flatTextOf(evidence))?.[1] }),
  explain: (beta) =>
    `The endpoint or field of this request needs ${beta?.value === undefined ? 'a beta' : `the beta \`${beta.value}\``}, and that beta is not enabled for the organization. Sending the header is not enough: this beta is opened organization by organization.`,
  remedies: (beta) => [
    {
      action: `Ask your account team, or the form on the page of the feature, to enable ${beta?.value === undefined ? 'it' : `\`${beta.value}\``} for the organization of this key.`,
    },
    { action: 'Leave the feature and its `anthropic-beta` value out until then.' },
    { action: 'Check that the key belongs to the organization that was enrolled.' },
  ],
  docs: pages.betaHeaders,
});
