import type { BodyPath, Edit } from '../../core/problem.ts';
import { locatorOf } from './locate.ts';
import { skipSpace } from './skip.ts';

/**
 * Makes edits in a JSON text and leaves everything else as it was written. Each edit is found in the text that the
 * one before it left; an edit whose place does not exist changes nothing.
 */
export function editText(text: string, edits: readonly Edit[]): string {
  return edits.reduce(applyEdit, text);
}

function applyEdit(text: string, edit: Edit): string {
  if (edit.kind === 'remove') return remove(text, edit.at);
  if (edit.kind === 'rename') return rename(text, edit.at, edit.to);
  if (edit.kind === 'insert') return insert(text, edit.at, edit.value);
  return set(text, edit.at, edit.value);
}

function set(text: string, at: BodyPath, value: unknown): string {
  const parent = parentOf(text, at);
  const key = at.at(-1);
  if (key === undefined) return written(text, value, '\n');
  if (!parent) return text;
  if (!has(parent.value, key)) return typeof key === 'string' ? addMember(text, at, value) : text;
  const { start, end } = locatorOf(text).locate(at);
  return text.slice(0, start) + written(text, value, indentAt(text, start)) + text.slice(end);
}

/** Writes another key; nothing where there is no such member, or where one of the new name stands already. */
function rename(text: string, at: BodyPath, to: string): string {
  const parent = parentOf(text, at);
  const key = at.at(-1);
  if (typeof key !== 'string' || !parent || !has(parent.value, key) || has(parent.value, to)) return text;
  const { start, end } = locatorOf(text).locateKey(at);
  return text.slice(0, start) + JSON.stringify(to) + text.slice(end);
}

function remove(text: string, at: BodyPath): string {
  const key = at.at(-1);
  const parent = parentOf(text, at);
  if (key === undefined || !parent || !has(parent.value, key)) return text;
  const locator = locatorOf(text);
  const value = locator.locate(at);
  const { start } = locator.locateKey(at);
  const after = skipSpace(text, value.end);
  if (text[after] === ',') return text.slice(0, start) + text.slice(skipSpace(text, after + 1));
  const before = lastBefore(text, start);
  return text[before] === ','
    ? text.slice(0, before) + text.slice(value.end)
    : text.slice(0, start) + text.slice(value.end);
}

function insert(text: string, at: BodyPath, value: unknown): string {
  const index = at.at(-1);
  const parent = parentOf(text, at);
  if (typeof index !== 'number' || !parent || !Array.isArray(parent.value)) return text;
  const list = locatorOf(text).locate(at.slice(0, -1));
  const count = parent.value.length;
  if (count === 0)
    return `${text.slice(0, list.start + 1)}${written(text, value, '')}${text.slice(skipSpace(text, list.start + 1))}`;
  if (index < count) {
    const next = locatorOf(text).locate(at);
    const gap = gapBefore(text, next.start);
    return `${text.slice(0, next.start)}${written(text, value, gap)},${gap}${text.slice(next.start)}`;
  }
  const last = locatorOf(text).locate([...at.slice(0, -1), count - 1]);
  const gap = gapBefore(text, last.start);
  return `${text.slice(0, last.end)},${gap}${written(text, value, gap)}${text.slice(last.end)}`;
}

function addMember(text: string, at: BodyPath, value: unknown): string {
  const object = locatorOf(text).locate(at.slice(0, -1));
  const closing = object.end - 1;
  const last = lastBefore(text, closing);
  const isEmpty = text[last] === '{';
  const first = skipSpace(text, object.start + 1);
  const gap = isEmpty ? '' : gapBefore(text, first);
  const member = `${JSON.stringify(String(at.at(-1)))}: ${written(text, value, gap)}`;
  return `${text.slice(0, last + 1)}${isEmpty ? '' : ','}${gap}${member}${text.slice(last + 1)}`;
}

/** The white space that stands before a value, so that what is put beside it looks the same. */
function gapBefore(text: string, at: number): string {
  return text.slice(lastBefore(text, at) + 1, at);
}

/** The offset of the last character before `at` that is no white space. */
function lastBefore(text: string, at: number): number {
  let before = at - 1;
  while (before >= 0 && /\s/.test(text[before] ?? '')) before--;
  return before;
}

/** A value in the style of the text: on one line, or indented like its neighbors where `gap` before it breaks the line. */
function written(text: string, value: unknown, gap: string): string {
  const unit = /\n([ \t]+)\S/.exec(text)?.[1];
  const lineBreak = gap.lastIndexOf('\n');
  if (unit === undefined || lineBreak < 0) return JSON.stringify(value);
  return JSON.stringify(value, undefined, unit).replaceAll('\n', `\n${gap.slice(lineBreak + 1)}`);
}

/** The line break and the indentation of the line that an offset stands on. */
function indentAt(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return `\n${/^[ \t]*/.exec(text.slice(start, start + 200))?.[0] ?? ''}`;
}

function parentOf(text: string, at: BodyPath): { readonly value: unknown } | undefined {
  const body: unknown = JSON.parse(text);
  let value = body;
  for (const step of at.slice(0, -1)) {
    if (!has(value, step)) return undefined;
    value = Reflect.get(Object(value), step);
  }
  return typeof value === 'object' && value !== null ? { value } : undefined;
}

function has(value: unknown, key: string | number): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key);
}
