import { squeeze, type Place, type Reading } from '../../core/reading.ts';

// ANSI sequences (CSI, OSC, other escapes) and the remaining control characters, each in linear time.
const controls =
  /\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\u001b[@-Z\\-_]|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0080-\u009f]/g;
const escapes = /\\+(?:u([0-9a-fA-F]{4})|([nrt"'`/bf]))?/g;
const entities = /&(?:quot|apos|amp|lt|gt|#39|#x27|#34|#x22);/g;
const entityText: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&#39;': "'",
  '&#x27;': "'",
  '&#34;': '"',
  '&#x22;': '"',
};
const lineFurniture = /\n[\s>|+\-*│┃⎿]+/g;

/** Removes what a terminal would obey: escape sequences and control characters. Line ends become `\n`. */
export function withoutControls(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(controls, '');
}

/** Makes a text ready to be searched for wordings, however it was wrapped, quoted or escaped. */
export function readText(text: string): Reading {
  const raw = withoutControls(text);
  const flat = flatten(raw);
  const squeezed = squeeze(flat.replace(lineFurniture, '\n'));
  return { raw, flat, squeezed, locate: (start, end) => locate(raw, squeezed.slice(start, end), squeezed, start) };
}

/** Undoes JSON, repr and HTML escapes of any depth: a run of backslashes counts as one. */
export function flatten(raw: string): string {
  let flat = raw;
  if (flat.includes('\\')) {
    flat = flat.replace(escapes, (_, hex: string | undefined, letter: string | undefined) => {
      if (hex !== undefined) return withoutControls(String.fromCharCode(Number.parseInt(hex, 16)));
      if (letter === 'n' || letter === 'r') return '\n';
      if (letter === 't') return '\t';
      return letter === 'b' || letter === 'f' ? '' : (letter ?? '');
    });
  }
  return flat.includes('&') ? flat.replace(entities, (entity) => entityText[entity] ?? entity) : flat;
}

/** The text with hard line wraps closed up, for what a terminal broke inside a word. */
export function unwrapped(flat: string): string {
  return flat.replace(/\n[ \t>|│┃⎿]*/g, '');
}

/**
 * Finds where a range of the squeezed text stands in `raw`: squeezes growing prefixes of lines, then narrows down to
 * the characters. Only called for the few quotes that are shown.
 */
function locate(raw: string, fragment: string, squeezed: string, start: number): Place {
  const count = (to: number): number => squeeze(flatten(raw.slice(0, to)).replace(lineFurniture, '\n')).length;
  const from = bisect(raw.length, (offset) => count(offset) > start);
  const to = bisect(raw.length, (offset) => count(offset) >= start + fragment.length);
  return squeezed.length === 0 ? { start: 0, end: 0 } : { start: Math.max(0, from - 1), end: to };
}

/** The smallest offset for which `reached` holds. */
function bisect(length: number, reached: (offset: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
