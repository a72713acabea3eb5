import { defineRedactor } from './redactor.ts';

/** Placeholders and references that stand where a secret would. */
const placeholder =
  /^(?:\$|%|<|\{|\*|x{4,}|\.{3}|process\.|os\.|env\b|ENV\b|your[-_]|my[-_]|none$|null$|undefined$|true$|false$|redacted|required|missing|invalid|string$|expired)/i;

/** Secrets known by what stands beside them or by their structure. */
export const genericSecrets = [
  defineRedactor({
    kind: 'private key',
    anchors: ['-----begin'],
    pattern: /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^-]{10,20000}(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?/,
  }),
  defineRedactor({ kind: 'JWT', anchors: ['eyj'], pattern: /\beyJ[\w-]{10,4000}\.[\w-]{4,8000}(?:\.[\w-]{0,4000})?/ }),
  defineRedactor({
    kind: 'credential header',
    anchors: ['authorization', 'api-key', 'cookie'],
    pattern:
      /\b(?:proxy-authorization|authorization|x-api-key|api-key|x-goog-api-key|ocp-apim-subscription-key|set-cookie|cookie)\\{0,6}["'`]?\s{0,3}[:=]\s{0,3}\\{0,6}["'`[]{0,2}(?:(?:bearer|basic|token)\s{1,3})?(?<secret>[^\s"'`,;\\\]}]{6,4000})/i,
    confirm: (secret) => !placeholder.test(secret) && !/^header\b/i.test(secret),
  }),
  defineRedactor({
    kind: 'bearer token',
    anchors: ['bearer '],
    pattern: /\bbearer\s{1,3}(?<secret>[\w.~+/=-]{16,4000})/i,
    confirm: (secret) => /\d/.test(secret) && !placeholder.test(secret),
  }),
  defineRedactor({
    kind: 'password in a URL',
    anchors: ['://'],
    pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/(?<secret>[^\s/@:"'<>]{0,200}:[^\s/@"'<>]{1,200})@/i,
  }),
  defineRedactor({
    kind: 'secret in a query',
    anchors: ['key=', 'token=', 'signature=', 'sig=', 'secret=', 'password='],
    pattern:
      /[?&](?:api_?key|key|access_token|token|x-amz-signature|x-amz-security-token|signature|sig|client_secret|secret|password)=(?<secret>[^\s&"'<>#]{8,2000})/i,
  }),
  defineRedactor({
    kind: 'assigned secret',
    anchors: ['password', 'passwd', 'secret', 'token', 'api_key', 'apikey', 'auth_key'],
    pattern:
      /\b\w{0,40}(?:password|passwd|secret|auth_?token|access_?token|refresh_?token|authorization_token|api_?key|auth_key)\\{0,6}["'`]?\s{0,3}[:=]\s{0,3}\\{0,6}["'`]?(?<secret>[^\s"'`,;\\)\]}<>]{8,1000})/i,
    confirm: (secret) =>
      !placeholder.test(secret) && (/\d/.test(secret) || /[^\w.[(-]/.test(secret)) && !/^[\w.]+\(/.test(secret),
  }),
  defineRedactor({
    kind: 'e-mail address',
    anchors: ['@'],
    pattern: /(?<![\w.+-])[\w.+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,24}\b/,
    confirm: (secret) =>
      !/@\d/.test(secret) && !/\.(?:js|ts|mjs|cjs|json)$/i.test(secret) && !secret.startsWith('git@'),
  }),
  defineRedactor({
    kind: 'card number',
    anchors: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    pattern: /(?<![\w.-])(?:[3-6]\d{3})(?:[ -]?\d{4}){2}[ -]?\d{3,4}(?![\w.-])/,
    confirm: passesLuhn,
  }),
];

function passesLuhn(candidate: string): boolean {
  const digits = candidate.replace(/\D/g, '');
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length >= 14 && sum % 10 === 0;
}
