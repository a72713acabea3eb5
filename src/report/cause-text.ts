import type { Cause } from '../core/cause.ts';
import { hang, wrapText } from './layout.ts';
import { remedyLines } from './remedy-lines.ts';
import type { TextStyle } from './verdict-text.ts';
import { retryWords, sides } from './words.ts';

/** The whole page of a cause. */
export function causeText(cause: Cause, style: TextStyle): string {
  const { paint, width } = style;
  const { explanation, remedies, retry } = cause.describe();
  const marks = cause.signs
    .flatMap(({ says = [] }) => (typeof says === 'string' ? says : says.join(' … ')))
    .slice(0, 4);
  const body = (text: string): readonly string[] => wrapText(text, width - 2).map((line) => `  ${line}`);
  return `${[
    paint.strong(cause.title),
    paint.faint(
      `${cause.id} · on the side of ${sides[cause.locus]}${cause.refines === undefined ? '' : ` · a kind of ${cause.refines}`}`,
    ),
    '',
    ...body(explanation),
    '',
    paint.strong('What to do'),
    ...remedyLines(remedies, '  ', style),
    '',
    ...hang(`${paint.strong('Retry')}  `, `${retryWords(retry)}. ${retry.because}`, width),
    ...(marks.length === 0
      ? []
      : ['', paint.strong('Recognized by'), ...marks.flatMap((mark) => hang('  … ', `${mark} …`, width)), '']),
    ...cause.settledBy.flatMap(({ from, test }) => hang('', `To tell it from ${from}: ${test}`, width).concat('')),
    ...hang(`${paint.strong('Read')}   `, `${cause.docs.title} (checked ${cause.docs.checkedOn})`, width),
    `       ${cause.docs.url}`,
  ].join('\n')}\n`;
}

/** The list of causes, by side. */
export function causeListText(causes: readonly Cause[], { paint, width }: TextStyle): string {
  const loci = [...new Set(causes.map((cause) => cause.locus))];
  const column = causes.reduce((widest, cause) => Math.max(widest, cause.id.length), 0) + 4;
  const lines = loci.flatMap((locus) => {
    const own = causes.filter((cause) => cause.locus === locus);
    const heading = ['', paint.strong(`On the side of ${sides[locus]}`)];
    return heading.concat(own.flatMap((cause) => hang(`  ${cause.id}`.padEnd(column), cause.title, width)));
  });
  return `${lines.slice(1).join('\n')}\n`;
}
