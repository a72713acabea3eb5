import { isArray } from '../core/json.ts';

/** Whether a text holds nothing but white space, or nothing at all; stops at the first other character. */
export function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  // Nearly every text begins with a visible ASCII character, which needs no expression to be told.
  return !(first > 0x20 && first < 0x7f) && !/\S/.test(text);
}

/** Whether content is empty: nothing, an empty string, an empty list. */
export function isEmptyContent(content: unknown): boolean {
  return content === undefined || content === '' || (isArray(content) && content.length === 0);
}
