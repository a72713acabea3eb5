import type { Problem } from '../../core/problem.ts';
import type { CheckSource } from './sources.ts';

const names: Readonly<Record<string, string>> = {
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252 or a relative of it',
};

/**
 * A body that stands in a file in another encoding than UTF-8, with the place of the first character that shows it. Only
 * a warning: the program may read the file in its own encoding, and send UTF-8.
 */
export function encodingProblem({ text, foreignEncoding }: CheckSource): Problem | undefined {
  if (foreignEncoding === undefined) return undefined;
  const known = names[foreignEncoding];
  const found = text.search(known === undefined ? /\ufffd/ : /[^\0-\x7f]/);
  const from = foreignEncoding === 'utf-8' ? '' : ` -f ${foreignEncoding.replace(/[lb]e$/, '')}`;
  return {
    cause: 'body-encoding',
    row: 'not-utf-8',
    severity: 'warning',
    phase: 'transport',
    path: '',
    message: known === undefined ? 'The file holds bytes that are no UTF-8.' : `The file is not UTF-8, but ${known}.`,
    wording: 'ours',
    at: [],
    offset: Math.max(0, found),
    why: `The API reads a body as UTF-8. A program that sends these bytes as they are is refused, or understood with other characters. Write the file anew in UTF-8${from === '' ? '' : ` (\`iconv${from} -t utf-8\`)`}.`,
  };
}
