/** 1 for each character code that an identifier may hold: letters, digits, `_` and `-`. */
const identifierCodes = new Uint8Array(128);
for (const character of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-') {
  identifierCodes[character.charCodeAt(0)] = 1;
}

/**
 * Whether a text keeps to `^[a-zA-Z0-9_-]+$`, as ids of calls and names of tools do. They stand in every call and every
 * result, where running an expression would be a good part of the whole time.
 */
export function isIdentifier(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (identifierCodes[text.charCodeAt(index)] !== 1) return false;
  return text !== '';
}
