/** A point of an outline. */
export interface OutlinePoint {
  readonly x: number;
  readonly y: number;
}

/** Calls `line` for each straight piece of an outline in the notation of `glyphs.generated.ts`; curves are cut into pieces. */
export function eachLine(outline: string, line: (from: OutlinePoint, to: OutlinePoint) => void): void {
  let at: OutlinePoint = { x: 0, y: 0 };
  for (const [, command, numbers = ''] of outline.matchAll(/([Mlq])([^Mlq]*)/g)) {
    const [a = 0, b = 0, c = 0, d = 0] = (numbers.match(/-?\d+/g) ?? []).map(Number);
    if (command === 'M') {
      at = { x: a, y: b };
      continue;
    }
    if (command === 'l') {
      const to = { x: at.x + a, y: at.y + b };
      line(at, to);
      at = to;
      continue;
    }
    const [from, by, to] = [at, { x: at.x + a, y: at.y + b }, { x: at.x + c, y: at.y + d }];
    for (let piece = 1; piece <= curvePieces; piece++) {
      const next = onCurve(from, by, to, piece / curvePieces);
      line(at, next);
      at = next;
    }
  }
}

/** At the sizes of a report no piece is longer than three pixels. */
const curvePieces = 6;

function onCurve(from: OutlinePoint, by: OutlinePoint, to: OutlinePoint, share: number): OutlinePoint {
  const left = 1 - share;
  const mixed = (a: number, b: number, c: number): number => left * left * a + 2 * left * share * b + share * share * c;
  return { x: mixed(from.x, by.x, to.x), y: mixed(from.y, by.y, to.y) };
}
