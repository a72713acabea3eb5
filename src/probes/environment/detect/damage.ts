/** Something in a value that came in by accident, told without the value. */
export interface Damage {
  /** As it follows `holds`: `a line break at its end`. */
  readonly what: string;
  /** Every client trims it or refuses it; `refused`: no client can send it. */
  readonly effect: 'trimmed-by-some' | 'sent-as-is' | 'refused';
}

interface Mark extends Damage {
  readonly pattern: RegExp;
}

const marks: readonly Mark[] = [
  { pattern: /^(["'`])[\s\S]*\1\s*$/, what: 'quotes around it', effect: 'sent-as-is' },
  { pattern: /^["'`]|["'`]\s*$/, what: 'a quote at one of its ends', effect: 'sent-as-is' },
  { pattern: /^[\u2018-\u201f]|[\u2018-\u201f]\s*$/, what: 'typographic quotes', effect: 'refused' },
  { pattern: /[\r\n]\s*$/, what: 'a line break at its end', effect: 'trimmed-by-some' },
  { pattern: /^[ \t]|[ \t]$/, what: 'white space at one of its ends', effect: 'trimmed-by-some' },
  { pattern: /\S[\r\n]+\s*\S/, what: 'a line break inside', effect: 'refused' },
  {
    pattern: /\\[nrt]\s*["']?$/,
    what: 'the characters `\\n` at its end, which were meant as a line break',
    effect: 'sent-as-is',
  },
  { pattern: /^["'`]?Bearer\s/i, what: 'the word `Bearer`, which the client adds itself', effect: 'sent-as-is' },
  {
    pattern: /^["'`]?(?:x-api-key|authorization)\s*:/i,
    what: 'the name of a header, which the client adds itself',
    effect: 'sent-as-is',
  },
  {
    pattern: /^(?:export\s+)?[A-Z][A-Z0-9_]{3,60}\s*=/,
    what: 'the name of a variable and an equals sign',
    effect: 'sent-as-is',
  },
  { pattern: /[\u200b-\u200f\u2060\ufeff\u00ad]/, what: 'an invisible character (zero width)', effect: 'refused' },
  { pattern: /[\u2010-\u2015\u2212]/, what: 'a typographic dash in place of `-`', effect: 'refused' },
  { pattern: /[\u2022\u25cf\u2026\u00b7]/, what: 'dots of a hidden field in place of characters', effect: 'refused' },
  { pattern: /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/, what: 'a control character', effect: 'refused' },
  { pattern: /[^\u0000-\u007f]/, what: 'a character outside ASCII', effect: 'refused' },
];

const inner: Mark = { pattern: /\S[ \t]+\S/, what: 'a blank inside', effect: 'sent-as-is' };

/** What came by accident into a value that may hold neither blanks nor quotes. */
export function damageOf(value: string): readonly Damage[] {
  const found = marks.filter(({ pattern }) => pattern.test(value));
  // A finer mark tells it already.
  const finer = found.filter(
    ({ what }) =>
      what !== 'a character outside ASCII' ||
      found.every(({ effect, what: other }) => other === what || effect !== 'refused'),
  );
  const single = finer.some(({ what }) => what === 'quotes around it')
    ? finer.filter(({ what }) => what !== 'a quote at one of its ends')
    : finer;
  return single.length === 0 && inner.pattern.test(value) ? [inner] : single;
}

/** A value as it was probably meant, without what came by accident around it. */
export function undamaged(value: string): string {
  return value
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .trim()
    .replace(/^(?:export\s+)?[A-Z][A-Z0-9_]{3,60}\s*=\s*/, '')
    .replace(/^["'`\u2018-\u201f]+|["'`\u2018-\u201f]+$/g, '')
    .replace(/^(?:x-api-key|authorization)\s*:\s*/i, '')
    .replace(/^Bearer\s+/i, '')
    .replace(/(?:\\[nrt])+$/, '')
    .trim();
}
