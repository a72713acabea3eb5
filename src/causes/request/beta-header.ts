import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { platformName } from '../../facts/platforms.ts';
import { recognized } from '../recognition.ts';

interface Beta {
  readonly values: string | undefined;
  readonly isMissing: boolean;
}

const unexpected = /Unexpected value\(s\) ["'`]{0,2}([^"'`\n]{0,300}?)["'`]{0,2} for the/;
const required = /([a-z][a-z0-9-]{3,50}-20\d\d-\d\d-\d\d)["'`]{0,2}(?: value)?(?: in the| beta)/;

/** A value of the `anthropic-beta` header is missing, unknown, retired or not allowed where it was sent. */
export const betaHeader = defineCause<Beta>({
  id: 'beta-header',
  title: 'A beta header is missing or not accepted',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: ['unexpected value(s)', 'for the anthropic-beta header'] },
    { says: 'for the anthropic-beta header' },
    { says: ['unexpected value(s)', 'anthropic-beta'] },
    { says: 'invalid beta flag' },
    { says: 'or try again without the header' },
    { says: ['requires the', 'anthropic-beta'], unless: ['thinking-binding-controls', 'oauth-2025'] },
    { says: ['requires the', 'beta header'], certainty: 'likely', shared: true },
    { says: ['anthropic_beta:', 'input'], certainty: 'likely' },
    { says: ['beta flag', 'not supported'], certainty: 'likely', shared: true },
    { says: ['this beta feature', 'not available'], certainty: 'likely', shared: true },
    { says: ['source: input tag file found using type does not match any of the expected tags'] },
    { says: ['source: input tag file found using type'] },
    {
      says: ['anthropic-beta', 'is required'],
      pattern: /anthropic-beta[^\n{}]{0,120}\bis required/i,
      certainty: 'likely',
    },
    {
      says: ['anthropic-beta', 'invalid'],
      pattern: /anthropic-beta[^\n{}]{0,120}\binvalid(?!_)|\binvalid(?!_)[^\n{}]{0,120}anthropic-beta/i,
      type: 'invalid_request_error',
      unless: 'signature',
      certainty: 'likely',
    },
    { says: 'organization_not_enrolled_in_beta' },
    { code: 'organization_not_enrolled_in_beta' },
  ],
  retold: [
    ['anthropic-beta', 'not supported'],
    ['anthropic-beta', 'unsupported'],
    ['anthropic-beta', 'is invalid'],
    ['anthropic-beta', 'invalid value'],
    ['invalid', 'anthropic-beta header'],
    ['anthropic-beta', 'unknown'],
    ['anthropic-beta', '不支持'],
    ['beta header', 'not supported'],
    ['beta header', 'invalid'],
  ],
  recognize: ({ reading, subject }, hit) => {
    if (hit.sign.shared && subject !== 'claude') return undefined;
    const flat = reading?.flat.replaceAll(/\s+/g, ' ') ?? '';
    const refused = unexpected.exec(flat)?.[1]?.trim();
    return recognized(hit, {
      values: refused ?? required.exec(flat)?.[1],
      isMissing: refused === undefined && /requires|is required|input tag file/i.test(flat),
    });
  },
  explain: (beta, { platform }) => {
    if (beta?.values === '')
      return 'The request carries an `anthropic-beta` header without a value. An empty value is refused like an unknown one.';
    const values = beta?.values === undefined ? 'a value' : `\`${beta.values}\``;
    if (beta?.isMissing === true) {
      return `The request uses something that is in beta, and does not carry ${beta.values === undefined ? 'its value' : `\`${beta.values}\``} in the \`anthropic-beta\` header. Without the header the API behaves as if the feature did not exist.`;
    }
    const where = platform === undefined || platform === 'direct' ? 'the API' : `${platformName(platform)}`;
    return `The \`anthropic-beta\` header holds ${values}, which ${where} does not accept: it is misspelled, was withdrawn, or is not offered there. Clouds accept fewer betas than the API itself, and refuse the whole call for one that they do not know.`;
  },
  remedies: (beta) =>
    beta?.isMissing === true
      ? [
          {
            action: 'Send the beta value that the documentation of the feature names.',
            run: "client.beta.messages.create({ betas: ['files-api-2025-04-14'], ... })",
          },
          { action: 'If a gateway stands in between, make it pass `anthropic-beta` on.' },
        ]
      : [
          {
            action: `Remove ${beta?.values === undefined || beta.values === '' ? 'the value' : `\`${beta.values}\``} from \`anthropic-beta\` (or \`betas\`, or \`anthropic_beta\` in the body), or correct its name and date.`,
          },
          {
            action: 'If Claude Code sends it through a cloud or a gateway, switch its experimental betas off.',
            run: 'export CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS=1',
          },
          {
            action:
              'If a framework adds it, update the framework: features that became general need no header any more.',
          },
        ],
  docs: pages.betaHeaders,
});
