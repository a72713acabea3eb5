import { isAlphanumeric, isBase64Character, isHexDigit, isTokenCharacter, type CharacterClass } from '../characters.ts';
import { definePatternRedactor, defineRedactor, type Redactor } from '../redactor.ts';
import { token } from '../token.ts';
import { isUuid } from '../values.ts';

/** Of what a token consists behind its prefix, and the fewest and the most characters of that. */
type Form = readonly [kind: string, anchors: readonly string[], of: CharacterClass, least: number, most: number];

const isDotted: CharacterClass = (code) => isTokenCharacter(code) || code === 46;
const isPacked: CharacterClass = (code) => isBase64Character(code) || code === 61;
const isDottedPacked: CharacterClass = (code) => isPacked(code) || code === 46;

/**
 * Keys and tokens of services that a program beside its calls of a model uses, by the prefix that each service gives
 * them; read in the services' documentation and in the public rules of secret scanners on 2026-11-26.
 */
const forms: readonly Form[] = [
  ['Databricks token', ['dapi'], isHexDigit, 32, 40],
  ['Supabase key', ['sbp_', 'sb_secret_'], isTokenCharacter, 28, 80],
  ['Netlify token', ['nfp_'], isAlphanumeric, 30, 60],
  ['Vercel token', ['vercel_blob_rw_', 'vcp_', 'vck_'], isTokenCharacter, 24, 100],
  ['Pinecone key', ['pcsk_'], isTokenCharacter, 40, 100],
  ['ElevenLabs key', ['sk_'], isTokenCharacter, 40, 60],
  ['Voyage key', ['pa-'], isTokenCharacter, 40, 60],
  ['Jina key', ['jina_'], isTokenCharacter, 40, 80],
  ['Firecrawl key', ['fc-'], isHexDigit, 32, 32],
  ['Figma token', ['figd_', 'figo_'], isTokenCharacter, 30, 60],
  ['HubSpot token', ['pat-na1-', 'pat-na2-', 'pat-na3-', 'pat-eu1-', 'pat-ap1-'], isTokenCharacter, 36, 40],
  ['Sentry token', ['sntrys_', 'sntryu_'], isPacked, 40, 300],
  ['New Relic key', ['NRAK-', 'NRII-', 'NRJS-'], isTokenCharacter, 19, 40],
  ['Grafana token', ['glsa_', 'glc_'], isPacked, 30, 400],
  ['PlanetScale token', ['pscale_tkn_', 'pscale_pw_', 'pscale_oauth_'], isDotted, 30, 80],
  ['Doppler token', ['dp.pt.', 'dp.st.', 'dp.ct.', 'dp.sa.', 'dp.scim.', 'dp.audit.'], isDotted, 40, 80],
  ['Pulumi token', ['pul-'], isHexDigit, 40, 40],
  ['Heroku key', ['HRKU-'], isTokenCharacter, 30, 80],
  ['Render key', ['rnd_'], isAlphanumeric, 24, 60],
  ['Fly token', ['fm2_', 'fo1_'], isPacked, 40, 2000],
  ['RubyGems key', ['rubygems_'], isHexDigit, 48, 48],
  ['Artifactory key', ['AKCp', 'cmVmdGtuOjAxOj'], isAlphanumeric, 50, 100],
  ['Postman key', ['PMAK-'], isTokenCharacter, 50, 70],
  ['Razorpay key', ['rzp_live_', 'rzp_test_'], isAlphanumeric, 14, 30],
  ['age key', ['AGE-SECRET-KEY-1'], isAlphanumeric, 50, 70],
  ['Typeform token', ['tfp_'], isTokenCharacter, 40, 80],
  ['Dropbox token', ['sl.'], isDotted, 100, 2000],
  ['Segment token', ['sgp_'], isAlphanumeric, 60, 70],
  ['Brevo key', ['xkeysib-', 'xsmtpsib-'], isTokenCharacter, 64, 100],
  ['Shippo token', ['shippo_live_', 'shippo_test_'], isHexDigit, 40, 40],
  ['EasyPost key', ['EZAK', 'EZTK'], isAlphanumeric, 54, 54],
  ['Contentful token', ['CFPAT-'], isTokenCharacter, 40, 50],
  ['Infracost key', ['ico-'], isAlphanumeric, 32, 32],
  ['Prefect key', ['pnu_', 'pnb_'], isAlphanumeric, 36, 40],
  ['ReadMe key', ['rdme_'], isAlphanumeric, 60, 80],
  ['Scalingo token', ['tk-us-'], isTokenCharacter, 40, 60],
  ['Cloudflare origin key', ['v1.0-'], isTokenCharacter, 160, 180],
  ['Cloudflare token', ['cfut_', 'cfat_'], isTokenCharacter, 40, 80],
  ['Brave key', ['BSA'], isTokenCharacter, 26, 32],
  ['Anyscale key', ['esecret_'], isAlphanumeric, 20, 60],
  ['Modal token', ['ak-', 'as-'], isAlphanumeric, 20, 30],
  ['Cerebras key', ['csk-'], isAlphanumeric, 40, 60],
  ['RunPod key', ['rpa_'], isAlphanumeric, 40, 60],
  ['Together key', ['tgp_v1_'], isTokenCharacter, 40, 60],
  ['Weights & Biases key', ['wandb_v1_'], isTokenCharacter, 40, 120],
  ['Baidu key', ['bce-v3/ALTAK-'], isPacked, 40, 120],
  ['Tencent Cloud id', ['AKID'], isAlphanumeric, 32, 32],
  ['Alibaba Cloud id', ['LTAI'], isAlphanumeric, 16, 26],
  ['Yandex Cloud key', ['AQVN', 't1.9eu'], isDottedPacked, 35, 300],
  ['Apify token', ['apify_api_'], isAlphanumeric, 30, 50],
  ['PostHog key', ['phx_', 'phs_'], isTokenCharacter, 30, 60],
  ['Resend key', ['re_'], isTokenCharacter, 30, 40],
  ['CircleCI token', ['CCIPAT_', 'CCIPRJ_'], isTokenCharacter, 40, 80],
  ['Buildkite token', ['bkua_', 'bkat_'], isAlphanumeric, 36, 60],
  ['SonarQube token', ['squ_', 'sqp_', 'sqa_'], isHexDigit, 40, 40],
  ['Tailscale key', ['tskey-'], isTokenCharacter, 20, 80],
  ['1Password token', ['ops_eyJ'], isPacked, 100, 4000],
  ['Trello token', ['ATTA'], isHexDigit, 60, 80],
  ['Dify key', ['app-', 'dataset-'], isAlphanumeric, 24, 24],
  ['Coze token', ['pat_'], isAlphanumeric, 64, 64],
  ['E2B key', ['e2b_'], isHexDigit, 40, 40],
  ['Browserbase key', ['bb_live_'], isTokenCharacter, 20, 60],
  ['Duffel token', ['duffel_live_', 'duffel_test_'], isTokenCharacter, 40, 50],
  ['Frame.io token', ['fio-u-'], isTokenCharacter, 60, 70],
  ['crates.io token', ['cio'], isAlphanumeric, 32, 32],
  ['NuGet key', ['oy2'], isAlphanumeric, 43, 43],
  ['password hash', ['$6$', '$5$', '$y$', '$2a$', '$2b$', '$2y$', '$argon2'], isHashed, 40, 200],
];

/** What hashes of passwords are written with. */
function isHashed(code: number): boolean {
  return isDottedPacked(code) || code === 36 || code === 44;
}

/** A name may have the same prefix and length; it is made of words and numbers. */
function looksDrawn(value: string): boolean {
  return /\d/.test(value) && /[A-Za-z]/.test(value) && !/^[A-Za-z]+(?:[-_.](?:[a-z]+|\d+)){2,}$/.test(value);
}

/** Tokens of other services, each known by its prefix. */
export const serviceTokens: readonly Redactor[] = [
  ...forms.map(([kind, anchors, of, least, most]) =>
    defineRedactor({ kind, anchors, find: token({ of, least, most, confirm: looksDrawn }) }),
  ),
  defineRedactor({
    kind: 'LaunchDarkly key',
    anchors: ['sdk-', 'mob-', 'api-'],
    find: token({
      of: isTokenCharacter,
      least: 36,
      most: 36,
      confirm: (value) => isUuid(value.slice('sdk-'.length)),
    }),
  }),
  defineRedactor({
    kind: 'ClickHouse key',
    anchors: ['4b1d'],
    // A hash that begins so is shorter or longer.
    find: token({ of: isAlphanumeric, least: 38, most: 39, confirm: ({ length }) => length === 42 }),
  }),
  defineRedactor({
    kind: 'Terraform token',
    anchors: ['.atlasv1.'],
    find(text, at, anchor) {
      let start = at;
      while (start > 0 && at - start < 20 && isAlphanumeric(text.charCodeAt(start - 1))) start--;
      const rest = token({ of: isTokenCharacter, least: 50, most: 100, anywhere: true })(text, at, anchor);
      return rest && at - start >= 12 ? { ...rest, start } : undefined;
    },
  }),
];

/** Tokens whose beginning is too short to be looked for among the anchors. */
export const servicePatterns = [
  definePatternRedactor({
    kind: 'Airtable token',
    beginning: String.raw`pat[A-Za-z0-9]{8}`,
    endsWithRun: { least: 64, isAfterPoint: true },
    pattern: () => /(?<![A-Za-z0-9])pat[A-Za-z0-9]{14}\.[0-9a-f]{64}(?![A-Za-z0-9])/g,
  }),
];
