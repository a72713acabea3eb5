import type { Painter } from './paint.ts';
import { visible } from './visible.ts';

interface Change {
  readonly kind: ' ' | '-' | '+';
  readonly line: string;
}

const context = 2;
/** Beyond so many changed lines the middle is shown as replaced whole; the difference stays correct, only less fine. */
const mostCompared = 2000;

/** The lines that two texts differ in, with their neighbors, as a unified diff shows them. */
export function lineDiff(before: string, after: string, paint: Painter): readonly string[] {
  const changes = changesBetween(before.trimEnd().split('\n'), after.trimEnd().split('\n'));
  const shown = new Set<number>();
  for (const [at, change] of changes.entries()) {
    if (change.kind === ' ') continue;
    for (let near = at - context; near <= at + context; near++) shown.add(near);
  }
  const lines: string[] = [];
  let last = -1;
  for (const [at, { kind, line }] of changes.entries()) {
    if (!shown.has(at)) continue;
    if (at > last + 1) lines.push(paint.faint('  ⋯'));
    last = at;
    const text = `${kind} ${visible(line)}`;
    lines.push(kind === '-' ? paint.bad(text) : kind === '+' ? paint.good(text) : paint.faint(text));
  }
  return lines;
}

function same(line: string): Change {
  return { kind: ' ', line };
}

function changesBetween(before: readonly string[], after: readonly string[]): readonly Change[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const middle = compare(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  return [...before.slice(0, head).map(same), ...middle, ...before.slice(before.length - tail).map(same)];
}

/** The longest common subsequence, by a table of its lengths. */
function compare(before: readonly string[], after: readonly string[]): readonly Change[] {
  const removed = before.map((line): Change => ({ kind: '-', line }));
  const added = after.map((line): Change => ({ kind: '+', line }));
  if (before.length > mostCompared || after.length > mostCompared) return [...removed, ...added];
  const columns = after.length + 1;
  const lengths = new Uint16Array((before.length + 1) * columns);
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      const at = row * columns + column;
      const longer = Math.max(lengths[at + columns] ?? 0, lengths[at + 1] ?? 0);
      lengths[at] = before[row] === after[column] ? (lengths[at + columns + 1] ?? 0) + 1 : longer;
    }
  }
  const changes: Change[] = [];
  for (let row = 0, column = 0; row < before.length || column < after.length;) {
    const at = row * columns + column;
    if (row < before.length && column < after.length && before[row] === after[column]) {
      changes.push({ kind: ' ', line: before[row] ?? '' });
      row++;
      column++;
    } else if (
      column >= after.length ||
      (row < before.length && (lengths[at + columns] ?? 0) >= (lengths[at + 1] ?? 0))
    ) {
      changes.push(removed[row] ?? { kind: '-', line: '' });
      row++;
    } else {
      changes.push(added[column] ?? { kind: '+', line: '' });
      column++;
    }
  }
  return changes;
}
