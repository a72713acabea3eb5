/** A secret in what is about to be written: which rule saw it, where, and why it is one; never the secret. */
export interface Leak {
  readonly rule: string;
  readonly at: number;
  /** How the secret was hidden, when it does not stand there as it is. */
  readonly reason: string;
}

/** What the verifier cannot do by itself, and what else must not come out. */
export interface VerifierOptions {
  readonly gunzip?: (bytes: Uint8Array) => Uint8Array | undefined;
  readonly words?: readonly string[];
}

/**
 * Looks through what is about to be written for secrets that redaction left in. It shares nothing with the redactors:
 * it has its own list of forms and its own decoders, and undoes an encoding in the whole text at once. Whoever writes
 * must refuse when it answers anything.
 */
export function leaksIn(text: string, options: VerifierOptions = {}): readonly Leak[] {
  const leaks: Leak[] = [];
  scan(text, 'stands there as it is', (at) => at, options, leaks);
  for (const [reason, reading] of readingsOf(text)) scan(reading, reason, () => 0, options, leaks);
  for (const [reason, at, reading] of decodedRuns(text, options, 0)) {
    scan(reading, reason, () => at, options, leaks);
    if (leaks.length > mostLeaks) break;
  }
  return distinct(leaks);
}

const mostLeaks = 100;

/** Forms, most telling first; each needs more than its prefix, so that texts about keys pass. */
const forms: readonly (readonly [rule: string, source: string])[] = [
  ['anthropic', String.raw`sk-ant-[a-z]{2,8}\d{0,2}-[\w-]{8}`],
  ['openai-like', String.raw`(?<![A-Za-z0-9])sk-(?!ant-)(?:proj-|or-v1-|svcacct-|admin-|lf-)?(?=[\w-]{0,40}\d)[\w-]{24}`],
  ['aws-key-id', String.raw`(?<![A-Za-z0-9])A(?:KIA|SIA|BIA|CCA)[A-Z0-9]{16}(?![A-Za-z0-9])`],
  ['bedrock', String.raw`bedrock-api-key-[A-Za-z0-9+/=]{16}|(?<![A-Za-z0-9])ABSK[A-Za-z0-9+/]{40}`],
  ['google', String.raw`(?<![A-Za-z0-9])(?:AIza[\w-]{35}|ya29\.[\w-]{20}|GOCSPX-[\w-]{20})`],
  ['code-host', String.raw`(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{30}|github_pat_\w{30}|gl[a-z]{2,5}-[\w-]{20}|npm_[A-Za-z0-9]{36}|pypi-[\w-]{50}|dckr_[po]at_[\w-]{20})`],
  ['messaging', String.raw`(?<![A-Za-z0-9])(?:xox[a-e0-9o-s]-[\w-]{10}|xapp-[\w-]{20}|SG\.[\w-]{16,30}\.[\w-]{30}|\d{7,12}:AA[\w-]{30}|SK[\da-f]{32}(?![\da-f]))|hooks\.slack\.com/services/[\w/]{20}|/api/webhooks/\d{10,}/[\w-]{20}`],
  ['bot', String.raw`(?<![\w-])[MNO][\w-]{22,28}\.[\w-]{6}\.[\w-]{27}`],
  ['vault', String.raw`(?<![A-Za-z0-9])hv[sbr]\.[\w-]{24}`],
  ['aws-session', String.raw`(?:IQoJb3JpZ2lu|F[wQ]oGZXIvYXdz)[A-Za-z0-9+/]{40}`],
  ['azure', String.raw`(?<![A-Za-z0-9])[\w.~-]{3}[78]Q~[\w.~-]{31}|[A-Za-z0-9]{52}JQQJ99[A-Za-z0-9]{20}|[?&;]sig=[\w%+/-]{20}`],
  ['google-refresh', String.raw`(?<![A-Za-z0-9])1\/\/0[\w-]{30}`],
  ['query', String.raw`[?&](?:key|access_token|token|api_?key|client_secret|password|secret)=(?=[\w%.~-]{0,60}\d)[\w%.~-]{16}`],
  ['cookie', String.raw`\b[Cc]ookie\\{0,8}["']?\s{0,3}[:=]\s{0,3}\\{0,8}["']?[^\n"'[]{0,200}=(?=[\w%-]{0,40}\d)[\w%-]{12}`],
  ['payment', String.raw`(?<![A-Za-z0-9])(?:[rs]k_(?:live|test)_[A-Za-z0-9]{10}|whsec_[A-Za-z0-9]{10})`],
  ['model-provider', String.raw`(?<![A-Za-z0-9])(?:gsk_[A-Za-z0-9]{30}|xai-[A-Za-z0-9]{40}|hf_[A-Za-z0-9]{30}|pplx-[A-Za-z0-9]{32}|r8_[A-Za-z0-9]{30})`],
  ['jwt', String.raw`(?<![\w-])eyJ[\w-]{10,4000}\.eyJ?[\w-]{8}`],
  ['private-key', String.raw`-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----`],
  ['url-password', String.raw`[a-z][a-z+.-]{1,20}:\/\/[^\s\/@:"'<>\\[\]?#]{0,100}:[^\s\/@"'<>\\[\]]{2,200}@[A-Za-z0-9[]`],
  ['bearer', String.raw`\b[Bb]earer (?=[\w.~+/=-]{0,60}\d)[\w.~+/=-]{20}`],
  ['email', String.raw`(?<![\w.+@/-])(?!git@)[\w.+-]{1,64}@(?!\d)(?:[A-Za-z0-9-]{1,63}\.){1,4}(?!(?:js|ts|mjs|cjs|json|py|tgz)\b)[A-Za-z]{2,24}(?![\w-])`],
];

let compiledForms: RegExp | undefined;

/** All forms as one pattern, one group for each. */
function formPattern(): RegExp {
  compiledForms ??= new RegExp(forms.map(([, source]) => `(${source})`).join('|'), 'g');
  return compiledForms;
}

const assignment =
  /(?:authorization|[-_]key|apikey|accesskey|[-_]token|session_?token|security-token|secret|passw(?:or)?d|password|twilio)\w{0,30}\\{0,8}["']?\]?\s{0,3}(?:[:=]|(?<=["'`] {0,2}),(?:\s?\\{0,8}"value\\{0,8}"\s?:)?)\s{0,3}b?\\{0,8}["']?(?:bearer |basic |token )?([^\s"'`\\,;[\]{}()<>]{12,400})/gi;

function scan(text: string, reason: string, placeOf: (at: number) => number, { words = [] }: VerifierOptions, leaks: Leak[]): void {
  for (const match of text.matchAll(formPattern())) {
    const rule = forms[match.slice(1).findIndex((group) => group !== undefined)]?.[0] ?? 'form';
    leaks.push({ rule, at: placeOf(match.index), reason });
    if (leaks.length > mostLeaks) return;
  }
  for (const match of text.matchAll(assignment)) {
    const value = match[1] ?? '';
    if (isDrawn(value)) leaks.push({ rule: 'assignment', at: placeOf(match.index), reason });
    if (leaks.length > mostLeaks) return;
  }
  for (const match of text.matchAll(/(?<![\w.])[3-6](?:[ -]?\d){12,18}(?![\w-]|\.\d)/g)) if (hasCheckDigit(match[0].replaceAll(/\D/g, ''))) leaks.push({ rule: 'card', at: placeOf(match.index), reason });
  const lower = words.length === 0 ? '' : text.toLowerCase();
  for (const word of words) {
    const at = word === '' ? -1 : lower.indexOf(word.toLowerCase());
    if (at >= 0) leaks.push({ rule: 'word', at: placeOf(at), reason });
  }
}

/** Whether a value was drawn at random rather than written: many different characters, of several classes. */
function isDrawn(value: string): boolean {
  if (/^(?:\$|%|process\.|os\.|env|your|my-|<|\*|•|\{)|^[\w$]+[.(]|^[\da-f]{8}-(?:[\da-f]{4}-){3}/i.test(value)) return false;
  const classes = [/[a-z]/, /[A-Z]/, /\d/].filter((one) => one.test(value)).length;
  return /\d/.test(value) && classes >= 2 && value.length >= 16 && new Set(value).size / Math.min(value.length, 40) > 0.3 && new Set(value).size >= 10;
}

/** Luhn's check, from the right, in groups that cards have. */
function hasCheckDigit(number: string): boolean {
  if (![14, 15, 16, 19].includes(number.length) || new Set(number).size < 2) return false;
  let sum = 0;
  for (const [place, digit] of [...number].reverse().entries()) sum += place % 2 === 0 ? Number(digit) : (digit === '0' ? 0 : ((Number(digit) * 2 - 1) % 9) + 1);
  return sum % 10 === 0;
}

/** The whole text without an encoding or without what may stand between the parts of a secret. */
function* readingsOf(text: string): Generator<readonly [reason: string, reading: string], void, undefined> {
  if (/%[\da-f]{2}/i.test(text)) {
    const once = withoutPercent(text);
    yield ['is percent-encoded', once];
    if (/%[\da-f]{2}/i.test(once)) yield ['is percent-encoded twice', withoutPercent(once)];
  }
  if (/\\[ux]|&#/.test(text)) yield ['is escaped', withoutEscapes(text)];
  if (text.includes('\0')) yield ['is UTF-16', text.replaceAll('\0', '')];
  if (/\n|\\n/.test(text)) yield ['is broken over lines', text.replaceAll(/[ \t]*[│|]?(?:\r?\n|\\+n)[ \t│|>]*/g, (gap, at: number) => (joins(text, at, at + gap.length) ? '' : ' '))];
  if (/_delta|"delta"/.test(text)) yield ['is split over events', streamedText(text)];
}

/** Whether a line end stands inside what may be one token: long on both sides. */
function joins(text: string, before: number, after: number): boolean {
  return /[\w-]{8}$/.test(text.slice(Math.max(0, before - 8), before)) && /^[\w-]{16}/.test(text.slice(after, after + 16));
}

function withoutPercent(text: string): string {
  return text.replaceAll(/%([2-7][\da-f])/gi, (_, pair: string) => String.fromCharCode(Number.parseInt(pair, 16)));
}

function withoutEscapes(text: string): string {
  return text
    .replaceAll(/\\+(?:u00|x)([2-7][\da-f])/gi, (_, pair: string) => String.fromCharCode(Number.parseInt(pair, 16)))
    .replaceAll(/&#x([2-7][\da-f]);/gi, (_, pair: string) => String.fromCharCode(Number.parseInt(pair, 16)))
    .replaceAll(/&#(\d{2,3});/g, (_, digits: string) => String.fromCharCode(Number(digits)));
}

/** The values of `text`, `partial_json` and their like, one after the other. */
function streamedText(text: string): string {
  const pieces: string[] = [];
  for (const match of text.matchAll(/"(?:text|partial_json|thinking|content|arguments)\\*"\s*:\s*\\*"((?:[^"\\]|\\[^"])*)/g)) pieces.push(match[1] ?? '');
  return withoutEscapes(pieces.join('')).replaceAll(/\\+(?=["'\\])/g, '');
}

const longestDecoded = 3;

/** Runs of base64 and of hexadecimal digits, decoded here and not by the engine's own decoder. */
function* decodedRuns(text: string, options: VerifierOptions, depth: number): Generator<readonly [reason: string, at: number, reading: string], void, undefined> {
  for (const match of text.matchAll(/[A-Za-z0-9+/_-]{24,}/g)) {
    const run = match[0];
    const readings: string[] = [];
    if (run.length % 2 === 0 && /^(?:[\da-f]+|[\dA-F]+)$/.test(run)) readings.push(fromHex(run));
    if (/[A-Z]/.test(run)) for (let shift = 0; shift < (run.length > 4000 ? 1 : 4); shift++) readings.push(fromBase64(run, shift));
    for (const bytes of readings) {
      const packed = bytes.startsWith('\u001f\u008b') || bytes.startsWith('x\u009c');
      const raw = packed ? options.gunzip?.(Uint8Array.from(bytes, (one) => one.charCodeAt(0))) : undefined;
      const reading = raw === undefined ? bytes : Array.from(raw, (byte) => String.fromCharCode(byte)).join('');
      if (!packed && !looksWritten(reading)) continue;
      yield [packed ? 'is packed inside an encoding' : 'is encoded', match.index, reading.replaceAll('\0', '')];
      if (depth < longestDecoded) for (const [reason, , inner] of decodedRuns(reading, options, depth + 1)) yield [reason, match.index, inner];
    }
  }
}

/** Whether bytes hold a stretch of text. */
function looksWritten(bytes: string): boolean {
  return /[\x20-\x7e]{12}/.test(bytes) || bytes.includes('\0');
}

function fromHex(digits: string): string {
  return digits.replaceAll(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function fromBase64(run: string, shift: number): string {
  let bits = 0;
  let held = 0;
  const characters: string[] = [];
  for (let at = shift; at < run.length; at++) {
    const digit = run.charAt(at);
    held = ((held << 6) | alphabet.indexOf(digit === '-' ? '+' : digit === '_' ? '/' : digit)) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    characters.push(String.fromCharCode((held >> bits) & 255));
  }
  return characters.join('');
}

function distinct(leaks: readonly Leak[]): readonly Leak[] {
  const seen = new Set<string>();
  return leaks.filter(({ rule, at, reason }) => {
    const key = `${rule} ${at} ${reason}`;
    return !seen.has(key) && seen.add(key);
  });
}
