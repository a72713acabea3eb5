import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { flatTextOf, recognized } from '../recognition.ts';

interface Kind {
  readonly kind: string | undefined;
}

/** Kinds of credentials by how they begin, and by what stands where they were taken out. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/\bsk-ant-oat|redacted Anthropic OAuth access token/, 'an OAuth access token'],
  [/\bsk-ant-ort|redacted Anthropic OAuth refresh token/, 'an OAuth refresh token'],
  [/\bsk-ant-sid|redacted Anthropic session key/, 'a session key of claude.ai'],
  [/\bsk-ant-admin|redacted Anthropic admin key/, 'an Admin API key'],
  [/\bsk-or-|redacted OpenRouter key/, 'a key of OpenRouter'],
  [/\bsk-proj-|redacted OpenAI key/, 'a key of OpenAI'],
  [/\bgsk_|redacted Groq key/, 'a key of Groq'],
  [/\bxai-|redacted xAI key/, 'a key of xAI'],
  [/\bAIza|redacted Google API key/, 'a key of Google'],
  [/\bABSK|bedrock-api-key-|redacted Bedrock API key/, 'a key of Amazon Bedrock'],
  [/Bearer\s+(?:\$\{?ANTHROPIC_API_KEY|sk-ant-api|\[redacted Anthropic API key)/, 'an API key sent as a bearer token'],
];
const otherKinds = String.raw`sk-ant-(?:oat|ort|sid|admin)|sk-or-|sk-proj-|gsk_|xai-|AIza|ABSK|\[redacted (?:Anthropic (?:OAuth|session|admin)|OpenRouter|OpenAI|Groq|xAI|Google|Bedrock)`;
const wrongKey = new RegExp(String.raw`(?:x-api-key|api_?key)["']?\s{0,2}[:=]\s{0,2}["']?(?:${otherKinds})`, 'i');
const keyAsBearer = /Bearer\s+(?:\$\{?ANTHROPIC_API_KEY|sk-ant-api|\[redacted Anthropic API key)/;

/** A credential of the wrong kind for the place where it was put. */
export const apiKeyWrongKind = defineCause<Kind>({
  id: 'api-key-wrong-kind',
  title: 'The credential is of the wrong kind',
  locus: 'credentials',
  retry: 'no',
  signs: [
    { says: 'invalid x-api-key', pattern: wrongKey },
    { says: 'Incorrect API key provided: sk-ant' },
    { says: 'Incorrect API key provided: [redacted Anthropic' },
    { says: 'Invalid bearer token', pattern: keyAsBearer, certainty: 'likely' },
    { says: 'Invalid bearer token', pattern: wrongKey, certainty: 'likely' },
    {
      says: 'invalid x-api-key',
      pattern: /CLAUDE_CODE_OAUTH_TOKEN|sk-ant-oat|redacted Anthropic OAuth/,
      certainty: 'likely',
    },
    { says: 'admin API keys cannot be used', certainty: 'likely' },
    { says: ['OAuth token', 'as an API key', 'sk-ant-oat'], certainty: 'likely' },
    { says: 'x-api-key header must not contain an OAuth token', certainty: 'likely' },
    { type: 'authentication_error', pattern: wrongKey, certainty: 'likely' },
  ],
  recognize: (evidence, hit) => recognized(hit, { kind: kinds.find(([mark]) => mark.test(flatTextOf(evidence)))?.[1] }),
  explain: (found) =>
    `The credential${found?.kind === undefined ? '' : ` looks like ${found.kind}, and`} is not of the kind that belongs in the header it was sent in. The API takes keys that begin with \`sk-ant-api\` as \`x-api-key\` (new SDKs send them as a bearer token), and OAuth access tokens that begin with \`sk-ant-oat\` only as \`Authorization: Bearer\` together with their beta value; admin keys, session keys and keys of other services never work on the Messages API.`,
  remedies: () => [
    {
      action: 'Create an API key for this program in the Claude Console, and send it as `x-api-key`.',
      run: 'curl https://api.anthropic.com/v1/models -H "x-api-key: $ANTHROPIC_API_KEY" -H "anthropic-version: 2023-06-01"',
    },
    { action: 'Pass an OAuth access token as `authToken` (`ANTHROPIC_AUTH_TOKEN`), not as `apiKey`.' },
    {
      action:
        'For a key of another service, set that service as the base URL, or take the key out of the Anthropic settings.',
    },
  ],
  docs: pages.authentication,
});
