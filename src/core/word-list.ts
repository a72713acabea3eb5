/** Words that a word is looked up in. */
export interface WordList {
  readonly has: (word: string) => boolean;
}

/**
 * A list of words, parted by spaces. They are searched as the text that they are: sets of them would be made at every
 * start, and few of them are asked.
 */
export function wordList(words: string): WordList {
  const text = ` ${words} `;
  return { has: (word) => !word.includes(' ') && text.includes(` ${word} `) };
}
