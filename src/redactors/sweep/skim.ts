import { group } from './bytes.ts';
import { marked } from './marks.ts';
import type { SearchTables } from './tables.ts';

const { anySet, toSecond, noRun, noNumber, sign } = marked;
const classes = noRun | noNumber | sign;

/**
 * The next group that ends a run of base64, if one is under way, or is the second of one, or has other marks than almost
 * all text; `end` when there is none. Nothing is called in this loop, as all that it reads would then be looked up anew
 * for each group: it is the one place where text is read by the megabyte.
 */
export function nextGroup(
  tables: SearchTables,
  bytes: DataView,
  from: number,
  end: number,
  { isInRun, marksBefore }: { readonly isInRun: boolean; readonly marksBefore: number },
): number {
  const { marks } = tables;
  const expected = isInRun ? noNumber : noRun | noNumber;
  let runBefore = marksBefore;
  let last = marks.getInt32(bytes.getUint16(from - 2, true) << 2, true);
  for (let at = from; at < end; at += group) {
    const low = bytes.getInt32(at, true);
    const high = bytes.getInt32(at + 4, true);
    const one = marks.getInt32((low & 0xffff) << 2, true);
    const two = marks.getInt32((low >>> 16) << 2, true);
    const three = marks.getInt32((high & 0xffff) << 2, true);
    const four = marks.getInt32((high >>> 16) << 2, true);
    const near =
      ((last & (one >> toSecond)) |
        (one & (two >> toSecond)) |
        (two & (three >> toSecond)) |
        (three & (four >> toSecond))) &
      anySet;
    last = four;
    const all = (one | two | three | four) & classes;
    if ((((all | runBefore) ^ expected) | near) !== 0) return at;
    runBefore = all & noRun;
  }
  return end;
}
