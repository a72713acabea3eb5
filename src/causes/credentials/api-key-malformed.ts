import { defineCause, type Sign } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { flatTextOf, recognized } from '../recognition.ts';

interface Damage {
  readonly what: string;
  /** The client would not build the request; otherwise something looked at the key and answered. */
  readonly isRefused: boolean;
}

/** Texts of runtimes that show which damage the credential has. */
const damages: readonly (readonly [RegExp, string])[] = [
  [
    /\\n|\\r|0x0[ad]|CR\/LF|[Nn]ew-?line|return character|\n["'] is an invalid header|Illegal header value b?["'].{0,300}\n/,
    'a line break',
  ],
  [
    /ByteString|ascii|ASCII|latin-1|ISO-8859-1|ordinal not in range|non-ISO|greater than 255/,
    'a character outside ASCII',
  ],
  [/leading whitespace|trailing whitespace|whitespace/i, 'white space'],
  [/prefix|start(?:s)? with|format/i, 'a wrong beginning'],
];

/** Words of programs and gateways that look at the form of a key. */
const ofForm: ReadonlySet<Sign> = new Set<Sign>([
  { says: 'API key must start with sk-ant', certainty: 'likely' },
  { says: 'API key should start with sk-ant', certainty: 'likely' },
  { says: 'Invalid API key format', certainty: 'likely', shared: true },
]);

/** The credential cannot be a header value, or is not of the form that it must have. */
export const apiKeyMalformed = defineCause<Damage>({
  id: 'api-key-malformed',
  title: 'The API key holds characters that it must not',
  locus: 'credentials',
  retry: 'no',
  signs: [
    { says: 'Invalid character in header content [x-api-key]' },
    { says: 'Invalid character in header content [authorization]' },
    { says: 'net/http: invalid header field value for X-Api-Key' },
    { says: 'net/http: invalid header field value for Authorization', certainty: 'likely' },
    { says: ['Unexpected char', 'in x-api-key value'] },
    { says: ['Unexpected char', 'in Authorization value'], certainty: 'likely' },
    {
      says: 'Illegal header value',
      shared: true,
      pattern: /Illegal header value\s+b?["'](?:Bearer )?(?:\s|sk-|\\|\[redacted|["'])/,
    },
    { says: 'is an invalid header value', pattern: /sk-ant|x-api-key|redacted Anthropic/i },
    { says: 'is an invalid header value', pattern: /Bearer|["']sk-(?!proj|or-)/, certainty: 'likely', shared: true },
    { says: 'is not a legal HTTP header value', certainty: 'likely', shared: true },
    {
      says: 'Invalid leading whitespace, reserved character(s), or return character(s) in header value',
      certainty: 'likely',
      shared: true,
    },
    { says: 'header field value cannot include CR/LF', certainty: 'likely', shared: true },
    {
      says: 'Cannot convert argument to a ByteString because the character at index',
      certainty: 'likely',
      shared: true,
    },
    { says: 'String contains non ISO-8859-1 code point', certainty: 'likely', shared: true },
    { says: ['codec cant encode character', 'normalize_header_value'] },
    { says: ['codec cant encode character', 'httpx', 'header'], certainty: 'likely' },
    {
      says: 'codec cant encode character',
      pattern: /ascii' codec can't encode characters? [^\n]{0,200}\b(?:header|x-api-key|authorization)\b/i,
      certainty: 'likely',
    },
    // What else of a call must be ASCII are the values of its headers, and of these the key is what people paste.
    { says: ['ascii codec cant encode character', 'anthropic'], certainty: 'possible' },
    { says: 'New-line characters are not allowed in header values', certainty: 'likely', shared: true },
    { says: 'Request headers must contain only ASCII characters', certainty: 'likely', shared: true },
    { says: 'failed to parse header value', certainty: 'likely', shared: true },
    ...ofForm,
    { says: ['invalid header value', 'x-api-key'], certainty: 'likely' },
    { errno: 'ERR_INVALID_CHAR', certainty: 'likely', shared: true },
  ],
  recognize: (evidence, hit) => {
    const text = flatTextOf(evidence);
    // An empty value after `Bearer` is a key that is missing; runtimes report it as an illegal header all the same.
    return recognized(hit, {
      what: damages.find(([mark]) => mark.test(text))?.[1] ?? 'a character that no header may hold',
      isRefused: evidence.response?.status === undefined && !ofForm.has(hit.sign),
    });
  },
  explain: (damage) =>
    `The credential is not of the form that it must have: it holds ${damage?.what ?? 'white space, quotes, a line break or a character outside ASCII'}. ${whatHappened(damage)} Such damage comes from copying (a line break at the end, dots of a hidden field, typographic quotes) or from a file that was read with its line end.`,
  remedies: () => [
    {
      action: 'Show the key as bytes, and look for anything but letters, digits, `-` and `_`.',
      run: `printf '%s' "$ANTHROPIC_API_KEY" | LC_ALL=C grep -c '[^A-Za-z0-9_-]'`,
    },
    {
      action:
        'Copy the key anew from where it was made, not from a page that hides it, and paste it without quotes or a line break.',
    },
    {
      action: 'Where the key comes from a file or a secret store, trim it.',
      run: 'new Anthropic({ apiKey: key.trim() })',
    },
  ],
  docs: pages.authentication,
});

function whatHappened(damage: Damage | undefined): string {
  if (damage === undefined) {
    return 'What no header may hold, such as a line break, the client refuses to send; anything else, such as quotes or a second `Bearer`, is sent as it is and answered with 401.';
  }
  return damage.isRefused
    ? 'Nothing was sent; the client refused to build the request.'
    : 'Whatever looked at it refused it before the model was called.';
}
