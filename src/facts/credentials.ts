/** What a credential is by how it begins. */
export interface CredentialForm {
  readonly kind:
    | 'api-key'
    | 'admin-key'
    | 'oauth-token'
    | 'refresh-token'
    | 'session-key'
    | 'bedrock-key'
    | 'google-token'
    | 'jwt'
    | 'foreign';
  /** With an article: `an OAuth access token`. */
  readonly name: string;
  readonly begins: RegExp;
  /** The length of a complete one, where it is fixed. */
  readonly length?: number;
}

/** A complete API key: `sk-ant-api03-`, 93 characters, `AA` (forms seen in recorded keys and detectors, 2026-11-22). */
export const apiKeyLength = 108;

/**
 * Credentials by their beginning, finer ones first. Prefixes of Anthropic's tokens were seen by 2026-11-22; those of
 * refresh and session tokens and of other services are common knowledge.
 */
export const credentialForms: readonly CredentialForm[] = [
  { kind: 'api-key', name: 'an API key', begins: /^sk-ant-api\d\d-/, length: apiKeyLength },
  { kind: 'admin-key', name: 'an Admin API key', begins: /^sk-ant-admin/ },
  { kind: 'oauth-token', name: 'an OAuth access token', begins: /^sk-ant-oat/ },
  { kind: 'refresh-token', name: 'an OAuth refresh token', begins: /^sk-ant-ort/ },
  { kind: 'session-key', name: 'a session key of claude.ai', begins: /^sk-ant-sid/ },
  { kind: 'bedrock-key', name: 'a key of Amazon Bedrock', begins: /^(?:bedrock-api-key-|ABSK)/ },
  { kind: 'google-token', name: 'an access token of Google', begins: /^ya29\./ },
  { kind: 'jwt', name: 'a JSON Web Token', begins: /^eyJ[\w-]{5,}\./ },
  { kind: 'foreign', name: 'a key of OpenRouter', begins: /^sk-or-/ },
  { kind: 'foreign', name: 'a key of OpenAI', begins: /^sk-(?!ant-)/ },
  { kind: 'foreign', name: 'a key of Google', begins: /^AIza/ },
  { kind: 'foreign', name: 'a key of Groq', begins: /^gsk_/ },
  { kind: 'foreign', name: 'a key of xAI', begins: /^xai-/ },
  { kind: 'foreign', name: 'a key of Hugging Face', begins: /^hf_/ },
  { kind: 'foreign', name: 'a key of AWS', begins: /^(?:AKIA|ASIA)[A-Z2-7]{16}$/ },
  { kind: 'foreign', name: 'a token of GitHub', begins: /^(?:gh[pousr]_|github_pat_)/ },
];

/** The form that a credential has, where it is known. */
export function formOf(credential: string): CredentialForm | undefined {
  return credentialForms.find(({ begins }) => begins.test(credential));
}

/** Texts that stand where a key belongs, in examples and templates. */
export const placeholderCredential =
  /^(?:[<[{(].{0,80}[>\]})]$|your?[-_ ]|my[-_ ]|insert|paste|replace|change[-_ ]?me|todo|fixme|x{4,}$|\*{3,}|\.{3}|none$|null$|undefined$|true$|false$|test$|dummy|fake|secret$|placeholder|example|api[-_ ]?key|\$\{?\w+\}?$|%\w+%$|(?:process\.env|os\.environ)|sk-ant-(?:api\d\d-)?(?:x{3,}|\.{2,}|…|\*+|<|your|key|\[))/i;
