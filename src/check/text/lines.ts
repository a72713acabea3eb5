/** A place as an editor shows it: both from 1, columns in characters. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Line and column of an offset. */
export function lineColumnOf(text: string, offset: number): LineColumn {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++;
    start = at + 1;
  }
  return { line, column: offset - start + 1 };
}
