import { fontMeasure, glyphs } from './glyphs.generated.ts';
import { eachLine, type OutlinePoint } from './outline.ts';

/** How much of each pixel a letter covers, from 0 to 1, row by row. */
export interface Coverage {
  readonly width: number;
  readonly height: number;
  /** The row on which the letter stands. */
  readonly baseline: number;
  readonly shares: Float32Array;
}

/** Drawn for a character that the font does not have. */
const unknownCharacter = '□';
const known = new Map<string, Coverage>();

/** What a character covers at a size; `isStrong` makes its lines wider. */
export function coverageOf(character: string, size: number, isStrong: boolean): Coverage {
  const key = `${character} ${size} ${isStrong}`;
  const before = known.get(key);
  if (before) return before;
  const outline = glyphs[character] ?? glyphs[unknownCharacter] ?? '';
  const thin = covered(outline, size);
  const made = isStrong ? widened(thin, size / 16) : thin;
  if (known.size < 2000) known.set(key, made);
  return made;
}

function covered(outline: string, size: number): Coverage {
  const scale = size / fontMeasure.unitsPerEm;
  // Wide enough for accents and for the signs that reach beyond their cell.
  const width = Math.ceil(fontMeasure.advance * scale) + 4;
  const height = Math.ceil(size * 1.5);
  const baseline = Math.round(size * 1.1);
  const changes = new Float32Array((width + 1) * height);
  const placed = ({ x, y }: OutlinePoint): OutlinePoint => ({ x: x * scale + 1, y: baseline - y * scale });
  eachLine(outline, (from, to) => addLine(changes, width, height, placed(from), placed(to)));
  return { width, height, baseline, shares: summed(changes, width, height) };
}

/**
 * Notes where a line changes how much of each pixel lies inside, by the signed area to its right; what is summed up
 * along a row is then the exact share of each pixel.
 */
function addLine(changes: Float32Array, width: number, height: number, from: OutlinePoint, to: OutlinePoint): void {
  if (from.y === to.y) return;
  const direction = from.y < to.y ? 1 : -1;
  const [top, bottom] = direction === 1 ? [from, to] : [to, from];
  const slope = (bottom.x - top.x) / (bottom.y - top.y);
  const first = Math.max(0, Math.floor(top.y));
  const last = Math.min(height, Math.ceil(bottom.y));
  for (let row = first; row < last; row++) {
    const y0 = Math.max(row, top.y);
    const y1 = Math.min(row + 1, bottom.y);
    const x0 = top.x + (y0 - top.y) * slope;
    const x1 = top.x + (y1 - top.y) * slope;
    addPiece(changes, row * (width + 1), width, direction * (y1 - y0), Math.min(x0, x1), Math.max(x0, x1));
  }
}

/** One row of a line: `amount` is its signed height, spread evenly between `left` and `right`. */
function addPiece(
  changes: Float32Array,
  start: number,
  width: number,
  amount: number,
  left: number,
  right: number,
): void {
  let before = 0;
  for (let column = Math.floor(left); before < 1; column++) {
    const share = column > right ? 1 : reach(column + 1, left, right) - reach(column, left, right);
    const at = start + Math.min(width, Math.max(0, column));
    changes[at] = (changes[at] ?? 0) + amount * (share - before);
    before = share;
  }
}

/** How far `x` lies right of a point between `left` and `right`, in the mean of all of them; 0 for those right of it. */
function reach(x: number, left: number, right: number): number {
  if (x <= left) return 0;
  return x >= right ? x - (left + right) / 2 : (x - left) ** 2 / (2 * (right - left));
}

function summed(changes: Float32Array, width: number, height: number): Float32Array {
  const shares = new Float32Array(width * height);
  for (let row = 0; row < height; row++) {
    let inside = 0;
    for (let column = 0; column < width; column++) {
      inside += changes[row * (width + 1) + column] ?? 0;
      shares[row * width + column] = Math.min(1, Math.abs(inside));
    }
  }
  return shares;
}

/** Lines that are wider by some pixels: each pixel takes the most of itself and of its neighbor on the left. */
function widened({ width, height, baseline, shares }: Coverage, by: number): Coverage {
  const wider = shares.map((share, at) => {
    const left = at % width === 0 ? 0 : (shares[at - 1] ?? 0);
    return Math.max(share, Math.min(1, share + left * Math.min(1, by)));
  });
  return { width, height, baseline, shares: wider };
}
