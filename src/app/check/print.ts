import { checkGithub, checkJson, checkMarkdown, sentenceOf } from '../../report/check-formats.ts';
import type { CheckedItem } from '../../report/check-model.ts';
import type { RulePage } from '../../report/check-sarif.ts';
import { checkText } from '../../report/check-text.ts';
import { visible } from '../../report/visible.ts';
import type { Host, OperationInput } from '../operation.ts';
import { textStyle } from '../style.ts';
import { version } from '../version.ts';

/** The format that was asked for. */
export function formatOf(input: OperationInput): string {
  return input.flag('json') ? 'json' : (input.value('format') ?? 'text');
}

/** What was judged, in the format that was asked for. */
export async function printed(items: readonly CheckedItem[], input: OperationInput, host: Host): Promise<string> {
  switch (formatOf(input)) {
    case 'json':
      return `${JSON.stringify(checkJson(items), undefined, 2)}\n`;
    case 'sarif': {
      const { checkSarif } = await import('../../report/check-sarif.ts');
      return `${JSON.stringify(checkSarif(items, version(), await rulePages()), undefined, 2)}\n`;
    }
    case 'github':
      return checkGithub(items);
    case 'markdown':
      return checkMarkdown(items);
    default:
      return input.flag('quiet')
        ? items
            .filter(({ ok }) => !ok)
            .map(quietLine)
            .join('')
        : checkText(items, textStyle(host));
  }
}

/** Only the format that lists its rules needs the causes. */
async function rulePages(): Promise<ReadonlyMap<string, RulePage>> {
  const { causes } = await import('../../causes/index.ts');
  return new Map(causes.map(({ id, title, docs }) => [id, { title, url: docs.url }]));
}

function quietLine({ name, problems }: CheckedItem): string {
  const first = problems.find(({ problem }) => problem.severity === 'error');
  return first
    ? `${name}:${first.line}:${first.column}: ${first.problem.cause}: ${visible(sentenceOf(first.problem))}\n`
    : `${name}\n`;
}
