import { squeeze, squeezedLength, type Place, type Reading } from '../../core/reading.ts';

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
  return { raw, flat, squeezed, locate: (start, end) => locate(raw, start, end) };
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
  return withoutEntities(flat);
}

/** Undoes HTML escapes alone. */
export function withoutEntities(text: string): string {
  return text.includes('&') ? text.replace(entities, (entity) => entityText[entity] ?? entity) : text;
}

/** The text with hard line wraps closed up, for what a terminal broke inside a word. */
export function unwrapped(flat: string): string {
  return flat.replace(/\n[ \t>|│┃⎿]*/g, '');
}

/** Finds where a range of the squeezed text stands in `raw`, by walking as `readText` did; whole blocks are skipped. */
function locate(raw: string, start: number, end: number): Place {
  let { at, passed } = blockBefore(raw, start);
  let from = at;
  let isLineStart = at > 0;
  while (at < raw.length) {
    const char = raw.charAt(at);
    const escaped = char === '\\' || char === '&' ? escapedAt(raw, at) : undefined;
    const text = escaped?.text ?? char;
    const length = escaped?.length ?? 1;
    if (text === '\n') isLineStart = true;
    else if (text !== '' && !(isLineStart && furniture.includes(text))) {
      isLineStart = false;
      const kept = squeezedLength(text);
      if (kept > 0 && passed <= start) from = at;
      passed += kept;
      if (passed >= end) return { start: from, end: at + length };
    }
    at += length;
  }
  return { start: from, end: raw.length };
}

const blockLength = 32_768;

/** The line from which to walk: the last block of lines that begins before `start`. */
function blockBefore(raw: string, start: number): { at: number; passed: number } {
  let at = 0;
  let passed = 0;
  while (at + blockLength < raw.length) {
    const lineEnd = raw.indexOf('\n', at + blockLength);
    const next = lineEnd < 0 || lineEnd > at + 2 * blockLength ? at + blockLength : lineEnd;
    const { length } = squeeze(flatten(raw.slice(at, next)).replace(lineFurniture, '\n'));
    if (passed + length > start) break;
    passed += length;
    at = next;
  }
  return { at, passed };
}

const furniture = ' \t>|+-*│┃⎿';

/** What an escape stands for in the flattened text, and how much of the raw text it takes. */
function escapedAt(raw: string, at: number): { readonly text: string; readonly length: number } | undefined {
  if (raw.charAt(at) === '\\') {
    escapes.lastIndex = at;
    const found = escapes.exec(raw);
    return found?.index === at ? { text: flatten(found[0]), length: found[0].length } : undefined;
  }
  const entity = Object.keys(entityText).find((one) => raw.startsWith(one, at));
  return entity === undefined ? undefined : { text: entityText[entity] ?? '', length: entity.length };
}
