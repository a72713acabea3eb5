/** A word of the command line: what is to be worked on, or an option with its value. */
export type Word =
  | { readonly kind: 'operand'; readonly value: string; readonly isBehindDashes?: true }
  | { readonly kind: 'option'; readonly name: string; readonly written: string; readonly value?: string };

/** How the words of an option are read. */
export interface WordSpec {
  readonly type: 'string' | 'boolean' | 'optional';
  readonly short?: string;
}

/**
 * Splits a command line as POSIX and GNU have it: `--name value`, `--name=value`, `-n value`, `-nvalue`, grouped short
 * flags, and `--`, behind which everything is an operand. Node's own parser does the same, and takes longer to load
 * than most errors take to explain.
 */
export function splitWords(words: readonly string[], specs: Readonly<Record<string, WordSpec>>): readonly Word[] {
  const found: Word[] = [];
  const byShort = (letter: string): string | undefined =>
    Object.keys(specs).find((name) => specs[name]?.short === letter);
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const next = words[at + 1];
    if (word === '--') {
      found.push(...words.slice(at + 1).map((value): Word => ({ kind: 'operand', value, isBehindDashes: true })));
      break;
    }
    if (word.startsWith('--')) {
      const equals = word.indexOf('=');
      const written = equals < 0 ? word : word.slice(0, equals);
      const name = written.slice(2);
      if (equals >= 0) found.push({ kind: 'option', name, written, value: word.slice(equals + 1) });
      else if (specs[name]?.type === 'string' && next !== undefined && !next.startsWith('--')) {
        found.push({ kind: 'option', name, written, value: next });
        at++;
      } else found.push({ kind: 'option', name, written });
    } else if (word.startsWith('-') && word.length > 1) {
      for (let letter = 1; letter < word.length; letter++) {
        const written = `-${word[letter] ?? ''}`;
        const name = byShort(written.slice(1)) ?? written.slice(1);
        if (specs[name]?.type !== 'string') found.push({ kind: 'option', name, written });
        else if (letter + 1 < word.length) {
          found.push({ kind: 'option', name, written, value: word.slice(letter + 1) });
          break;
        } else if (next !== undefined && !next.startsWith('--')) {
          found.push({ kind: 'option', name, written, value: next });
          at++;
        } else found.push({ kind: 'option', name, written });
      }
    } else found.push({ kind: 'operand', value: word });
  }
  return found;
}
