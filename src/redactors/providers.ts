import { defineRedactor } from './redactor.ts';

/** Keys of other services that a value gives away by its form. */
export const providerKeys = [
  defineRedactor({ kind: 'OpenRouter key', anchors: ['sk-or-'], pattern: /\bsk-or-(?:v1-)?[\w-]{16,200}/ }),
  defineRedactor({
    kind: 'OpenAI key',
    anchors: ['sk-'],
    pattern: /\bsk-(?!ant-|or-)(?:proj-|svcacct-|admin-)?[A-Za-z0-9_-]{20,200}/,
  }),
  defineRedactor({
    kind: 'AWS access key id',
    anchors: ['akia', 'asia', 'abia', 'acca'],
    pattern: /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\b/,
  }),
  defineRedactor({
    kind: 'AWS secret',
    anchors: ['secret_access_key', 'secretaccesskey', 'session_token', 'sessiontoken', 'security-token'],
    pattern:
      /(?:secret_?access_?key|session_?token|x-amz-security-token)["']?\s{0,3}[:=]\s{0,3}["']?(?<secret>[A-Za-z0-9/+=_-]{30,2000})/i,
  }),
  defineRedactor({
    kind: 'Bedrock API key',
    anchors: ['bedrock-api-key-', 'absk'],
    pattern: /\b(?:bedrock-api-key-[A-Za-z0-9+/=_-]{16,2000}|ABSK[A-Za-z0-9+/=]{40,200})/,
  }),
  defineRedactor({ kind: 'Google API key', anchors: ['aiza'], pattern: /\bAIza[\w-]{35}/ }),
  defineRedactor({ kind: 'Google access token', anchors: ['ya29.'], pattern: /\bya29\.[\w.-]{20,2000}/ }),
  defineRedactor({
    kind: 'GitHub token',
    anchors: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_'],
    pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_\w{30,255})/,
  }),
  defineRedactor({ kind: 'GitLab token', anchors: ['glpat-'], pattern: /\bglpat-[\w-]{16,200}/ }),
  defineRedactor({
    kind: 'Slack token',
    anchors: ['xox', 'hooks.slack.com'],
    pattern: /\bxox[abeoprs]-[\w-]{10,250}|hooks\.slack\.com\/services\/(?<secret>[\w/]{20,100})/,
  }),
  defineRedactor({
    kind: 'Stripe key',
    anchors: ['k_live_', 'k_test_'],
    pattern: /\b[rs]k_(?:live|test)_[A-Za-z0-9]{10,200}/,
  }),
  defineRedactor({ kind: 'npm token', anchors: ['npm_'], pattern: /\bnpm_[A-Za-z0-9]{36}\b/ }),
  defineRedactor({ kind: 'PyPI token', anchors: ['pypi-'], pattern: /\bpypi-[\w-]{50,250}/ }),
  defineRedactor({ kind: 'Groq key', anchors: ['gsk_'], pattern: /\bgsk_[A-Za-z0-9]{30,100}/ }),
  defineRedactor({ kind: 'xAI key', anchors: ['xai-'], pattern: /\bxai-[A-Za-z0-9]{40,120}/ }),
  defineRedactor({ kind: 'Hugging Face token', anchors: ['hf_'], pattern: /\bhf_[A-Za-z0-9]{30,60}/ }),
];
