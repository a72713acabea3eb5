import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** The call comes from a place or network from which calls are not taken. */
export const regionUnsupported = defineCause({
  id: 'region-unsupported',
  title: 'Calls from this place are not allowed',
  locus: 'account',
  retry: 'no',
  signs: [
    { says: 'Request not allowed', type: 'forbidden' },
    { says: 'Request not allowed', status: 403 },
    { says: 'not allowed from unsupported countries, regions, or territories' },
    { says: 'unsupported countries, regions, or territories' },
    {
      says: 'com/supported-countries',
      pattern: /anthropic\.com\/supported-countries/,
      unless: 'Unable to connect to Anthropic',
      certainty: 'likely',
    },
    // Claude Code adds this hint to every failure to connect.
    { says: ['Claude', 'might not be available in your country'], certainty: 'possible' },
    // Its client tells of an answer with a 4xx so, and the page that it asks for needs no key.
    { says: ['Failed to connect to api.anthropic.com', 'ERR_BAD_REQUEST'], certainty: 'likely' },
    { says: ['Failed to connect to api.anthropic.com', 'Request failed with status code 403'], certainty: 'likely' },
    { says: ['Claude', 'not available in your country'] },
    { says: ['Claude', 'not available in your region'], certainty: 'likely' },
    { says: ['Anthropic', 'not available in your region'], certainty: 'likely' },
    { says: 'App unavailable in region', certainty: 'likely' },
    { says: 'unsupported_country_region_territory', certainty: 'likely', shared: true },
    { type: 'forbidden', certainty: 'likely' },
  ],
  retold: [
    'not available in your region',
    'not available in your country',
    'not available in my region',
    'not available in my country',
    'not supported in your region',
    'not supported in your country',
    'unsupported region',
    'unsupported country',
    '所在的地区',
    '所在地区',
    '不支持的地区',
    '不支持的国家',
    '地区限制',
    '地区不支持',
    'お住まいの地域',
    'ご利用の地域',
    '해당 지역에서',
    'no está disponible en tu país',
    'no disponible en tu región',
    'in deinem land nicht',
    'in ihrem land nicht',
    'pas disponible dans votre',
    "isn't available in your",
    "isn't supported in your",
    'unavailable in your region',
    'unavailable in your country',
  ],
  explain: (_, { platform }) =>
    platform === 'bedrock' || platform === 'vertex'
      ? 'Anthropic models are not offered to callers in this country, region or territory, and the cloud platform enforces that by the place of the account or of the caller.'
      : 'The request was refused at the edge because of where it comes from: the country, region or network of the sending address is not one from which calls are taken. The API did not look at the key or the body; a VPN, a cloud region or a shared exit address can put you in such a place without your knowing.',
  remedies: () => [
    {
      action: 'See from which place your calls come.',
      run: 'curl -s https://api.anthropic.com/cdn-cgi/trace | grep -E "^(ip|loc|colo)="',
    },
    { action: 'Compare it with the list of supported countries; send the calls from a server in one of them.' },
    { action: 'If the place is supported, turn off VPN and proxy, or use another exit address, and try once more.' },
    { action: 'If it still fails, contact support with the address, the time and the `cf-ray` of the answer.' },
  ],
  docs: pages.supportedRegions,
  settledBy: [
    {
      from: 'firewall-blocked',
      test: 'An answer in HTML, or one without `cf-ray`, was given by something between you and the API.',
    },
  ],
});
