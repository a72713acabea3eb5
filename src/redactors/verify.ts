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
const mostJoints = 100_000;

/**
 * Forms, with texts of which one must occur before the pattern is tried; each needs more than its prefix, so that texts
 * about keys pass.
 */
const forms: readonly (readonly [rule: string, literals: readonly string[], source: string])[] = [
  ['anthropic', ['sk-ant-'], String.raw`sk-ant-[a-z]{2,8}\d{0,2}-[\w-]{8}`],
  [
    'openai-like',
    ['sk-'],
    String.raw`(?<![A-Za-z0-9])sk-(?!ant-)(?:proj-|or-v1-|svcacct-|admin-|lf-)?(?=[\w-]{0,40}\d)[\w-]{24}`,
  ],
  [
    'aws-key-id',
    ['AKIA', 'ASIA', 'ABIA', 'ACCA'],
    String.raw`(?<![A-Za-z0-9])A(?:KIA|SIA|BIA|CCA)[A-Z0-9]{16}(?![A-Za-z0-9])`,
  ],
  [
    'bedrock',
    ['bedrock-api-key-', 'ABSK'],
    String.raw`bedrock-api-key-[A-Za-z0-9+/=]{16}|(?<![A-Za-z0-9])ABSK[A-Za-z0-9+/]{40}`,
  ],
  [
    'google',
    ['AIza', 'ya29.', 'GOCSPX-'],
    String.raw`(?<![A-Za-z0-9])(?:AIza[\w-]{35}|ya29\.[\w-]{20}|GOCSPX-[\w-]{20})`,
  ],
  [
    'code-host',
    ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_', 'gl', 'npm_', 'pypi-', 'dckr_'],
    String.raw`(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{30}|github_pat_\w{30}|gl[a-z]{2,5}-[\w-]{20}|npm_[A-Za-z0-9]{36}|pypi-[\w-]{50}|dckr_[po]at_[\w-]{20})`,
  ],
  [
    'messaging',
    ['xox', 'xapp-', 'SG.', ':AA', 'SK', 'hooks.slack.com', '/api/webhooks/'],
    String.raw`(?<![A-Za-z0-9])(?:xox[a-e0-9o-s]-[\w-]{10}|xapp-[\w-]{20}|SG\.[\w-]{16,30}\.[\w-]{30}|\d{7,12}:AA[\w-]{30}|SK[\da-f]{32}(?![\da-f]))|hooks\.slack\.com/services/[\w/]{20}|/api/webhooks/\d{10,}/[\w-]{20}`,
  ],
  ['bot', [], String.raw`(?<![\w-])[MNO][\w-]{22,28}\.[\w-]{6}\.[\w-]{27}`],
  ['vault', ['hvs.', 'hvb.', 'hvr.'], String.raw`(?<![A-Za-z0-9])hv[sbr]\.[\w-]{24}`],
  ['aws-session', ['IQoJ', 'GZXIvYXdz'], String.raw`(?:IQoJb3JpZ2lu|F[wQ]oGZXIvYXdz)[A-Za-z0-9+/]{40}`],
  [
    'azure',
    ['Q~', 'JQQJ99', 'sig='],
    String.raw`(?<![A-Za-z0-9])[\w.~-]{3}[78]Q~[\w.~-]{31}|[A-Za-z0-9]{52}JQQJ99[A-Za-z0-9]{20}|[?&;]sig=[\w%+/-]{20}`,
  ],
  ['google-refresh', ['1//'], String.raw`(?<![A-Za-z0-9])1\/\/0[\w-]{30}`],
  [
    'query',
    ['?', '&'],
    String.raw`[?&](?:key|access_token|token|api_?key|client_secret|password|secret)=(?=[\w%.~-]{0,60}\d)[\w%.~-]{16}`,
  ],
  [
    'cookie',
    ['ookie'],
    String.raw`\b[Cc]ookie\\{0,8}["']?\s{0,3}[:=]\s{0,3}\\{0,8}["']?[^\n"'[]{0,200}=(?=[\w%-]{0,40}\d)[\w%-]{12}`,
  ],
  [
    'payment',
    ['_live_', '_test_', 'whsec_'],
    String.raw`(?<![A-Za-z0-9])(?:[rs]k_(?:live|test)_[A-Za-z0-9]{10}|whsec_[A-Za-z0-9]{10})`,
  ],
  [
    'model-provider',
    ['gsk_', 'xai-', 'hf_', 'pplx-', 'r8_'],
    String.raw`(?<![A-Za-z0-9])(?:gsk_[A-Za-z0-9]{30}|xai-[A-Za-z0-9]{40}|hf_[A-Za-z0-9]{30}|pplx-[A-Za-z0-9]{32}|r8_[A-Za-z0-9]{30})`,
  ],
  ['jwt', ['eyJ'], String.raw`(?<![\w-])eyJ[\w-]{10,4000}\.eyJ?[\w-]{8}`],
  ['private-key', ['-----BEGIN'], String.raw`-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----`],
  [
    'url-password',
    ['://'],
    String.raw`[a-z][a-z+.-]{1,20}:\/\/[^\s\/@:"'<>\\[\]?#]{0,100}:[^\s\/@"'<>\\[\]]{2,200}@[A-Za-z0-9[]`,
  ],
  ['bearer', ['earer '], String.raw`\b[Bb]earer (?=[\w.~+/=-]{0,60}\d)[\w.~+/=-]{20}`],
  [
    'email',
    ['@'],
    String.raw`(?<![\w.+@/-])(?!git@)[\w.+-]{1,64}@(?!\d)(?:[A-Za-z0-9-]{1,63}\.){1,4}(?!(?:js|ts|mjs|cjs|json|py|tgz)\b)[A-Za-z]{2,24}(?![\w-])`,
  ],
];

/**
 * Forms that begin with any word: their patterns are tried only around their literals. How far before and behind one a
 * form can reach, with what is looked at around it.
 */
const reaches: ReadonlyMap<string, readonly [before: number, after: number]> = new Map([
  ['messaging', [140, 440]],
  ['url-password', [30, 320]],
  ['email', [80, 360]],
] as const);

/** The stretches of a text in which a form may stand. */
function* stretchesOf(
  text: string,
  rule: string,
  literals: readonly string[],
): Generator<readonly [start: number, stretch: string], void, undefined> {
  const reach = reaches.get(rule);
  if (!reach) {
    if (literals.length === 0 || literals.some((literal) => text.includes(literal))) yield [0, text];
    return;
  }
  const places: number[] = [];
  for (const literal of literals)
    for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1)) places.push(at);
  places.sort((a, b) => a - b);
  const [before, after] = reach;
  for (let index = 0; index < places.length;) {
    const start = Math.max(0, (places[index] ?? 0) - before);
    let end = start;
    for (; index < places.length && (places[index] ?? 0) - before <= end; index++) end = (places[index] ?? 0) + after;
    yield [start, text.slice(start, end)];
  }
}

const compiled = new Map<string, RegExp>();

function patternOf(source: string): RegExp {
  const known = compiled.get(source) ?? new RegExp(source, 'g');
  compiled.set(source, known);
  return known;
}

const assignment =
  /(?:authorization|[-_]key|apikey|accesskey|[-_]token|session_?token|security-token|secret|passw(?:or)?d|password|twilio)\w{0,30}\\{0,8}["']?\]?\s{0,3}(?:[:=]|(?<=["'`] {0,2}),(?:\s?\\{0,8}"value\\{0,8}"\s?:)?)\s{0,3}b?\\{0,8}["']?(?:bearer |basic |token )?([^\s"'`\\,;[\]{}()<>]{12,400})/gi;

function scan(
  text: string,
  reason: string,
  placeOf: (at: number) => number,
  { words = [] }: VerifierOptions,
  leaks: Leak[],
): void {
  for (const [rule, literals, source] of forms) {
    for (const [start, stretch] of stretchesOf(text, rule, literals)) {
      for (const match of stretch.matchAll(patternOf(source))) {
        leaks.push({ rule, at: placeOf(start + match.index), reason });
        if (leaks.length > mostLeaks) return;
      }
    }
  }
  for (const match of text.matchAll(assignment)) {
    const value = match[1] ?? '';
    if (isDrawn(value)) leaks.push({ rule: 'assignment', at: placeOf(match.index), reason });
    if (leaks.length > mostLeaks) return;
  }
  for (const match of text.matchAll(/(?<![\w.])[3-6](?:[ -]?\d){12,18}(?![\w-]|\.\d)/g))
    if (hasCheckDigit(match[0].replaceAll(/\D/g, ''))) leaks.push({ rule: 'card', at: placeOf(match.index), reason });
  const lower = words.length === 0 ? '' : text.toLowerCase();
  for (const word of words) {
    const at = word === '' ? -1 : lower.indexOf(word.toLowerCase());
    if (at >= 0) leaks.push({ rule: 'word', at: placeOf(at), reason });
  }
}

/** Whether a value was drawn at random rather than written: many different characters, of several classes. */
function isDrawn(value: string): boolean {
  if (/^(?:\$|%|process\.|os\.|env|your|my-|<|\*|•|\{)|^[\w$]+[.(]|^[\da-f]{8}-(?:[\da-f]{4}-){3}/i.test(value))
    return false;
  const classes = [/[a-z]/, /[A-Z]/, /\d/].filter((one) => one.test(value)).length;
  return (
    /\d/.test(value) &&
    classes >= 2 &&
    value.length >= 16 &&
    new Set(value).size / Math.min(value.length, 40) > 0.3 &&
    new Set(value).size >= 10
  );
}

/** Luhn's check, from the right, in groups that cards have. */
function hasCheckDigit(number: string): boolean {
  if (![14, 15, 16, 19].includes(number.length) || new Set(number).size < 2) return false;
  let sum = 0;
  for (const [place, digit] of number.split('').toReversed().entries())
    sum += place % 2 === 0 ? Number(digit) : digit === '0' ? 0 : ((Number(digit) * 2 - 1) % 9) + 1;
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
  if (/\\[nrt]/.test(text)) yield ['stands behind a written line end', text.replaceAll(/(?<!\\)\\+[nrt]/g, ' ')];
  if (text.includes('\0')) yield ['is UTF-16', text.replaceAll('\0', '')];
  const joints = jointsIn(text);
  if (joints !== '') yield ['is broken over lines', joints];
  if (/_delta|"delta"/.test(text)) yield ['is split over events', streamedText(text)];
}

const jointCharacters = 120;

/** What stands around line ends that may lie inside a token, long on both sides, without these line ends. */
function jointsIn(text: string): string {
  const joint = /(?:\n|\\n)(?<=[\w-]{8}(?:\r?\n|\\n))[ \t│|>]{0,12}(?=[\w-]{16})/g;
  const windows: string[] = [];
  for (const match of text.matchAll(joint)) {
    const before = text.slice(Math.max(0, match.index - jointCharacters), match.index);
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + jointCharacters);
    windows.push(before + after);
    if (windows.length > mostJoints) break;
  }
  return windows.join(' \n ');
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
  for (const match of text.matchAll(
    /"(?:text|partial_json|thinking|content|arguments)\\*"\s*:\s*\\*"((?:[^"\\]|\\[^"])*)/g,
  ))
    pieces.push(match[1] ?? '');
  return withoutEscapes(pieces.join('')).replaceAll(/\\+(?=["'\\])/g, '');
}

const longestDecoded = 3;

/** Runs of base64 and of hexadecimal digits, decoded here and not by the engine's own decoder. */
function* decodedRuns(
  text: string,
  options: VerifierOptions,
  depth: number,
): Generator<readonly [reason: string, at: number, reading: string], void, undefined> {
  for (const [index, run] of runsIn(text)) {
    for (const bytes of bytesOf(run)) {
      const raw = isPacked(bytes) ? options.gunzip?.(bytes) : undefined;
      if (raw === undefined && !looksWritten(bytes)) continue;
      const reading = textOf(raw ?? bytes);
      yield [raw === undefined ? 'is encoded' : 'is packed inside an encoding', index, reading.replaceAll('\0', '')];
      if (depth < longestDecoded)
        for (const [reason, , inner] of decodedRuns(reading, options, depth + 1)) yield [reason, index, inner];
    }
  }
}

const longestShifted = 4000;
const headDigits = 48;

/** What a run may stand for: pairs of hexadecimal digits, and base64 whose groups begin at any of four places. */
function* bytesOf(run: string): Generator<Uint8Array, void, undefined> {
  if (run.length % 2 === 0 && /^(?:[\da-f]+|[\dA-F]+)$/.test(run))
    yield Uint8Array.from(run.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  if (!/[A-Z]/.test(run)) return;
  for (let shift = 0; shift < 4; shift++) {
    const head = fromBase64(run.slice(0, headDigits), shift);
    const isWhole = run.length > longestShifted ? shift === 0 : looksWritten(head) || isPacked(head);
    if (isWhole) yield fromBase64(run, shift);
  }
}

function isPacked(bytes: Uint8Array): boolean {
  return (
    (bytes[0] === 0x1f && bytes[1] === 0x8b) || (bytes[0] === 0x78 && [0x01, 0x5e, 0x9c, 0xda].includes(bytes[1] ?? 0))
  );
}

const leastRun = 24;

/** Runs of the characters of base64, found from within: each is longer than the steps taken. */
function* runsIn(text: string): Generator<readonly [at: number, run: string], void, undefined> {
  for (let at = leastRun - 1; at < text.length;) {
    let start = at;
    while (start > at - leastRun && start >= 0 && isInAlphabet(text.charCodeAt(start))) start--;
    if (start === at) {
      at += leastRun;
      continue;
    }
    let end = at + 1;
    while (isInAlphabet(text.charCodeAt(end))) end++;
    if (end - start > leastRun) yield [start + 1, text.slice(start + 1, end)];
    at = end + leastRun - 1;
  }
}

function isInAlphabet(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122
    ? code >= 65
    : (code >= 47 && code <= 57) || code === 43 || code === 45 || code === 95;
}

const leastWritten = 12;

/** Whether bytes hold a stretch of text, in UTF-8 or in UTF-16. */
function looksWritten(bytes: Uint8Array): boolean {
  let run = 0;
  for (const byte of bytes) {
    if (byte === 0) continue;
    run = (byte >= 32 && byte < 127) || byte === 10 || byte === 9 ? run + 1 : 0;
    if (run === leastWritten) return true;
  }
  return false;
}

function fromBase64(run: string, shift: number): Uint8Array {
  const bytes = new Uint8Array(((run.length - shift) * 3) >> 2);
  let length = 0;
  let at = shift;
  for (; at + 4 <= run.length; at += 4) {
    const four =
      (sextetOf(run.charCodeAt(at)) << 18) |
      (sextetOf(run.charCodeAt(at + 1)) << 12) |
      (sextetOf(run.charCodeAt(at + 2)) << 6) |
      sextetOf(run.charCodeAt(at + 3));
    bytes[length++] = four >> 16;
    bytes[length++] = four >> 8;
    bytes[length++] = four;
  }
  // Two or three digits are left of one or two bytes.
  let held = 0;
  for (let left = at; left < run.length; left++) held |= sextetOf(run.charCodeAt(left)) << (18 - 6 * (left - at));
  if (length < bytes.length) bytes[length++] = held >> 16;
  if (length < bytes.length) bytes[length++] = held >> 8;
  return bytes;
}

function sextetOf(code: number): number {
  if (code >= 97) return code - 71;
  if (code === 95) return 63;
  if (code >= 65) return code - 65;
  if (code >= 48) return code + 4;
  return code === 47 ? 63 : 62;
}

/** Each byte as one character: secrets are ASCII. */
function textOf(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

function distinct(leaks: readonly Leak[]): readonly Leak[] {
  const seen = new Set<string>();
  return leaks.filter(({ rule, at, reason }) => {
    const key = `${rule} ${at} ${reason}`;
    return !seen.has(key) && seen.add(key);
  });
}
