/**
 * The notation of the shapes in `src/facts/structure.generated.ts`:
 *
 *     text: string; ttl?: '5m' | '1h'; ~speed?: null | 'fast'; content~?: string | [<ContentBlockParam>]; ...
 *
 * `?` may be left out, `~?` only in the beta types; `~` before a name or a value: only the beta types have it; `[T]` a
 * list, `{T}` an object with any members of one type, `<A>` a union by tag (`text=TextBlockParam | ...`, or its name),
 * `...` other members are allowed.
 */
export interface MemberNotation {
  readonly name: string;
  readonly presence: 'required' | 'optional' | 'optional-in-beta';
  readonly isBetaOnly: boolean;
  readonly type: string;
}

/** A type, taken apart. */
export interface TypeNotation {
  readonly keywords: readonly string[];
  readonly literals: readonly string[];
  /** Those of the literals that only the beta types have. */
  readonly betaLiterals: readonly string[];
  readonly items: TypeNotation | undefined;
  readonly values: TypeNotation | undefined;
  readonly shape: string | undefined;
  readonly union: string | undefined;
}

/** One alternative of a union. */
export interface AlternativeNotation {
  readonly tag: string;
  readonly shape: string;
  readonly isBetaOnly: boolean;
}

const keywordNames: ReadonlySet<string> = new Set(['string', 'integer', 'number', 'boolean', 'null', 'unknown']);

/** Takes the members of a shape apart. */
export function readMembers(text: string): { readonly members: readonly MemberNotation[]; readonly isOpen: boolean } {
  const parts = text === '' ? [] : text.split('; ');
  const members = parts
    .filter((part) => part !== '...')
    .map((part): MemberNotation => {
      const colon = part.indexOf(': ');
      const [, beta, name = '', mark] = /^(~?)(\w+)(~?\??)$/.exec(part.slice(0, colon)) ?? [];
      const presence = mark === '?' ? 'optional' : mark === '~?' ? 'optional-in-beta' : 'required';
      return { name, presence, isBetaOnly: beta === '~', type: part.slice(colon + 2) };
    });
  return { members, isOpen: parts.includes('...') };
}

/** Takes a type apart. */
export function readType(text: string): TypeNotation {
  const keywords: string[] = [];
  const literals: string[] = [];
  const betaLiterals: string[] = [];
  let items: TypeNotation | undefined;
  let values: TypeNotation | undefined;
  let shape: string | undefined;
  let union: string | undefined;
  for (const part of split(text)) {
    const inner = part.slice(1, -1);
    if (keywordNames.has(part)) keywords.push(part);
    else if (part.startsWith("'")) literals.push(inner);
    else if (part.startsWith("~'")) {
      literals.push(part.slice(2, -1));
      betaLiterals.push(part.slice(2, -1));
    } else if (part.startsWith('[')) items = readType(inner);
    else if (part.startsWith('{')) values = readType(inner);
    else if (part.startsWith('<')) union = inner;
    else shape = part;
  }
  return { keywords, literals, betaLiterals, items, values, shape, union };
}

/** Takes the alternatives of a union apart. */
export function splitAlternatives(text: string): readonly AlternativeNotation[] {
  return text.split(' | ').map((part) => {
    const [tag = '', name = ''] = part.split('=');
    return { tag, shape: name.replace('~', ''), isBetaOnly: name.startsWith('~') };
  });
}

/** Splits at the bars that stand in no bracket. */
function split(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const mark = text[at];
    if (mark === '[' || mark === '{' || mark === '<') depth++;
    else if (mark === ']' || mark === '}' || mark === '>') depth--;
    else if (mark === '|' && depth === 0) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  parts.push(text.slice(start).trim());
  return parts;
}
