/** The words that stand for a value; undefined: the member is left out of JSON. */
export const wordValues: Readonly<Record<string, unknown>> = {
  true: true,
  True: true,
  false: false,
  False: false,
  null: null,
  None: null,
  nil: null,
  NaN: null,
  Infinity: null,
  undefined,
  NOT_GIVEN: undefined,
  NotGiven: undefined,
  not_given: undefined,
  omit: undefined,
};

/** The tokens of dumps and literals; each matches in time linear in what it takes. */
export const tokens = {
  key: /[\w$\u0080-\uffff][\w$.\-\u0080-\uffff]*/y,
  symbolKey: /\[(?:Symbol\([^\])\n]{0,100}\)|[\w$.]{1,100})\](?=\s{0,3}:)/y,
  separator: /=>|[:=]/y,
  argumentSeparator: /=(?!=)/y,
  word: /[A-Za-z_$\u0080-\uffff][\w$.\u0080-\uffff]*/y,
  stringPrefix: /^(?:[bruf]|rb|br|rf|fr)$/i,
  size: /\(\d{1,10}\)(?=\s{0,3}[{[])/y,
  emptyCall: /\(\)/y,
  date: /\d{4}-\d\d-\d\dT[\d:.]{5,20}Z/y,
  numeral: /[-+]?(?:0[xX][\da-fA-F]+|(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)n?/y,
  /** How `util.inspect` says that it goes no deeper. */
  stub: /\[(?:Circular(?: \*\d{1,9})?|Function[^\]\n]{0,200}|class [^\]\n]{0,200}|(?:Getter|Setter)[^\]\n]{0,40}|[A-Z][\w$]{0,60}|\.\.\.)\]/y,
  nullPrototype: /\[[\w$]{1,60}(?:\(\d{1,10}\))?: [\w ]{1,40}\](?=\s{0,3}[{[])/y,
  reference: /<ref \*\d{1,9}>/y,
  opaque: /<[^<>\n]{1,300}>/y,
  /** How dumps say that they show no more of a list or a text, and how code spreads a variable. */
  omission: /\.\.\.(?:\s{0,3}\d{1,12} more (?:items?|characters?)|[A-Za-z_$][\w$.]{0,100})?/y,
} as const;

/** The token at a place, when it is of that kind. */
export function take(text: string, at: number, pattern: RegExp): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** The offset of the next character that is neither white space nor part of a comment. */
export function skipBlank(text: string, at: number): number {
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff) at++;
    else if (code === 35 || (code === 47 && text[at + 1] === '/')) at = endOf(text, '\n', at);
    else if (code === 47 && text[at + 1] === '*') at = endOf(text, '*/', at + 2);
    else return at;
  }
}

function endOf(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}
