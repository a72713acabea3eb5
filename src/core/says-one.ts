/**
 * Whether a text holds one of the words. A pattern is compiled by every run that uses it, a few hundred microseconds
 * for a long one; where this says no, it is not needed.
 */
export function saysOne(text: string, words: readonly string[]): boolean {
  for (const word of words) if (text.includes(word)) return true;
  return false;
}
