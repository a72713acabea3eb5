/** Lookaround, backreferences and word boundaries, which a grammar cannot hold; in a character class they mean nothing. */
export function refusedRegexFeature(pattern: string): string | undefined {
  let isInClass = false;
  for (let index = 0; index < pattern.length; index++) {
    const character = pattern[index];
    if (character === '\\') {
      const escaped = pattern[index + 1] ?? '';
      index++;
      if (isInClass) continue;
      if (escaped === 'b' || escaped === 'B') return `word boundary \\${escaped}`;
      if ((escaped >= '1' && escaped <= '9') || escaped === 'k') return `backreference \\${escaped}`;
    } else if (character === '[') isInClass = true;
    else if (character === ']') isInClass = false;
    else if (!isInClass && character === '(' && /^\(\?(?:[=!]|<[=!])/.test(pattern.slice(index, index + 4))) {
      return pattern[index + 2] === '<' ? 'lookbehind' : 'lookahead';
    }
  }
  return undefined;
}
