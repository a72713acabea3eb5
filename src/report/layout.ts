const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\ud83c-\ud83e][\udc00-\udfff]/g;
const colors = /\u001b\[[\d;]*m/g;
const plain = /^[ -~]*$/;

/** How many columns a text takes in a terminal. */
export function widthOf(text: string): number {
  if (plain.test(text)) return text.length;
  const bare = text.replace(colors, '');
  return bare.length + (bare.match(wide) ?? []).filter((found) => found.length === 1).length;
}

/** What is copied whole or not at all: an address, an id, a name. */
const uncut = /^\W{0,2}(?:https?:|[\w-]{1,64}\W{0,2}$)/;

/** Breaks a paragraph into lines of at most `width` columns, at spaces; a longer word is cut, but not an address or an id. */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      let rest = word;
      if (line !== '' && widthOf(line) + 1 + widthOf(rest) <= width) {
        line += ` ${rest}`;
        continue;
      }
      if (line !== '') lines.push(line);
      while (widthOf(rest) > width && !uncut.test(rest)) {
        const end = fitting(rest, width);
        lines.push(rest.slice(0, end));
        rest = rest.slice(end);
      }
      line = rest;
    }
    lines.push(line);
  }
  return lines;
}

/** How much of a word fits, in code units; at least one whole character. */
function fitting(word: string, width: number): number {
  let end = 0;
  let used = 0;
  for (const character of word) {
    used += widthOf(character);
    if (used > width && end > 0) break;
    end += character.length;
  }
  return end;
}

/** A paragraph under a hanging label: the label stands before the first line, the rest is indented to match. */
export function hang(label: string, text: string, width: number): readonly string[] {
  const indent = ' '.repeat(widthOf(label));
  return wrapText(text, Math.max(20, width - indent.length)).map((line, at) => (at === 0 ? label : indent) + line);
}

/** Shortens a line to `width` columns. */
export function clip(line: string, width: number): string {
  return clipAround(line, width, 0).text;
}

/** Shortens a line to `width` columns with what stands at `at` in view; `shift` is how many columns it moved left. */
export function clipAround(line: string, width: number, at: number): { readonly text: string; readonly shift: number } {
  if (line.length <= width && widthOf(line) <= width) return { text: line, shift: 0 };
  const room = Math.max(8, width - 2);
  const from = at < room - 10 ? 0 : Math.max(0, Math.min(at - 10, line.length - room));
  const text = `${from > 0 ? '…' : ''}${line.slice(from, from + room)}${from + room < line.length ? '…' : ''}`;
  return { text, shift: from > 0 ? widthOf(line.slice(0, from)) - 1 : 0 };
}
