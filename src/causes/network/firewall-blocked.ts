import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { certaintyOf, saying } from '../connection.ts';

const definite = [
  'Attention Required! | Cloudflare',
  'Sorry, you have been blocked',
  'Enable JavaScript and cookies to continue',
  'Checking if the site connection is secure',
  'used Cloudflare to restrict access',
  'cf-mitigated: challenge',
  'cdn-cgi/challenge-platform',
  'error code: 1020',
  'error code: 1010',
  'error code: 1006',
  'Web Page Blocked',
  'Web Filter Violation',
  'FortiGuard Intrusion Prevention',
  'Application Control Violation',
  'x-deny-reason: host_not_allowed',
  'host_not_allowed',
  'Host not in allowlist',
  'blocked by your organization',
  'blocked by your network administrator',
  'has been blocked in accordance with company policy',
  'This website has been blocked',
  'Access to this site is blocked',
  'Your request was blocked',
  'The request could not be satisfied',
  'blocked by network policy',
  'Request unsuccessful. Incapsula incident',
  'Internet access to this site is restricted',
] as const;
const likely = [
  'Just a moment...',
  'Web application firewall',
  'ModSecurity',
  'Zscaler',
  'netskope.com/block',
  'URL Filtering',
  'Access Denied | ',
  'Category: Artificial Intelligence',
  'Category: Generative AI',
  'egress policy',
] as const;
const product =
  /\b(Cloudflare|Zscaler|Netskope|FortiG(?:uard|ate)|Blue ?Coat|Palo Alto|Umbrella|McAfee|Skyhigh|Forcepoint|Websense|Sophos|Check ?Point|Barracuda|Incapsula|CloudFront|Akamai|Squid|Sangfor|Securly|Lightspeed)\b/i;

/** Something between answered in the API's place and does not let the call through. */
export const firewallBlocked = defineCause<string | undefined>({
  id: 'firewall-blocked',
  title: 'A firewall answered instead of the API',
  locus: 'network',
  retry: () => ({ kind: 'no', because: 'The rule that blocks the call stays until somebody changes it.' }),
  signs: [
    ...saying(definite),
    ...saying(likely, { status: [200, 302, 403, 406, 451, 503], certainty: 'likely' }),
    { header: 'x-deny-reason', shared: true },
    { header: 'cf-mitigated', shared: true },
    { status: [403, 406, 451], pattern: /<!doctype html|<html[\s>]/i, shared: true, certainty: 'likely' },
  ],
  retold: [
    'Cloudflare blocked',
    'blocked by Cloudflare',
    'blocked by the firewall',
    'blocked by a firewall',
    'firewall blocked',
  ],
  recognize: (evidence, { sign, quote }) => ({
    certainty: certaintyOf(evidence, sign),
    because: [quote],
    details: product.exec(evidence.reading?.flat ?? '')?.[1],
  }),
  explain: (name, { response }) => {
    const who = name === undefined ? 'A firewall, filter or sandbox' : `A filter (it names \`${name}\`)`;
    const status = response?.status === undefined ? '' : ` with ${response.status}`;
    return `${who} answered${status} in the API's place and did not let the request through. The API itself answers in JSON with a \`request-id\` header; a block page, a challenge for browsers or a deny header comes from what stands in front of it.`;
  },
  remedies: (name, { reading }) => [
    ...(/host_not_allowed|allowlist/i.test(reading?.flat ?? '')
      ? [
          {
            action:
              'Add `api.anthropic.com` to the allowed hosts of the sandbox or environment in which the program runs.',
          },
        ]
      : []),
    {
      action: `Ask whoever runs the ${name ?? 'filter'} to allow \`api.anthropic.com\` at port 443 (160.79.104.0/23, 2607:6bc0::/48), without inspecting or caching.`,
    },
    {
      action: 'See who answers: `server`, `cf-ray` and `request-id` come from the API, anything else from the filter.',
      run: 'curl -sSI https://api.anthropic.com/v1/models',
    },
    {
      action:
        'Where Cloudflare blocks or challenges, call from another network or address (VPN exits and shared hosts have a bad name), and send the user agent of the SDK unchanged.',
    },
  ],
  docs: pages.ipAddresses,
  settledBy: [
    {
      from: 'region-unsupported',
      test: 'A JSON answer `Request not allowed` comes from the API’s edge and means the country or network; an HTML page comes from a filter.',
    },
  ],
});
