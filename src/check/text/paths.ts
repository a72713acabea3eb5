import type { BodyPath } from '../../core/problem.ts';
import { keyText } from './locate.ts';
import { skipString } from './skip.ts';

/** The paths of the innermost members or items that hold offsets of a JSON text; one pass, for offsets in order. */
export function pathsTo(text: string, offsets: readonly number[]): readonly BodyPath[] {
  const paths: BodyPath[] = [];
  const path: (string | number)[] = [];
  let expectsKey = false;
  let at = 0;
  const reach = (end: number): void => {
    for (let next = offsets[paths.length]; next !== undefined && next < end; next = offsets[paths.length]) {
      paths.push([...path]);
    }
    at = end;
  };
  while (at < text.length && paths.length < offsets.length) {
    const code = text.charCodeAt(at);
    if (code === 34) {
      const end = skipString(text, at);
      if (expectsKey) path[path.length - 1] = keyText(text.slice(at, end));
      expectsKey = false;
      reach(end);
      continue;
    }
    if (code === 123 || code === 91) {
      path.push(code === 91 ? 0 : '');
      expectsKey = code === 123;
    } else if (code === 125 || code === 93) {
      path.pop();
      expectsKey = false;
    } else if (code === 44) {
      const last = path.at(-1);
      if (typeof last === 'number') path[path.length - 1] = last + 1;
      else expectsKey = true;
    }
    reach(at + 1);
  }
  return paths;
}
