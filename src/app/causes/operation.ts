import type { Cause } from '../../core/cause.ts';
import { FaultlineError } from '../../core/error.ts';
import { nearest } from '../../core/nearest.ts';
import { causeListText, causeText } from '../../report/cause-text.ts';
import { defineOperation, exitCodes } from '../operation.ts';
import { textStyle } from '../style.ts';

/** Lists the causes that Faultline knows, or prints the page of one. */
export const causes = defineOperation({
  name: 'causes',
  summary: 'List the causes Faultline knows, or print the page of one',
  operands: '[ID]...',
  operandChoices: async () => (await loadCauses()).map(({ id }) => id),
  about: 'With an id, prints the whole page of that cause. Without one, lists all causes by the side they are on.',
  options: {
    search: {
      type: 'string',
      short: 's',
      value: 'WORDS',
      about: 'list only causes whose page holds all of the words',
    },
    json: { type: 'boolean', about: 'print as JSON' },
  },
  examples: [
    { command: 'faultline causes', about: 'all causes' },
    { command: 'faultline causes tool-result-missing', about: 'one cause, whole' },
    { command: 'faultline causes --search "spend limit"', about: 'causes about spend limits' },
  ],
  async run(input, host) {
    const allCauses = await loadCauses();
    const search = input.value('search');
    const words =
      search === undefined ? [] : [search, ...input.args].join(' ').toLowerCase().split(/\s+/).filter(Boolean);
    const isOfIds = search === undefined && input.args.length > 0;
    const chosen = isOfIds
      ? input.args.map((id) => causeOf(id, allCauses))
      : allCauses.filter((cause) => words.every((word) => pageOf(cause).includes(word)));
    const style = textStyle(host);
    if (input.flag('json')) host.out(`${JSON.stringify(chosen.map(asData), undefined, 2)}\n`);
    else if (chosen.length === 0) {
      host.out(`No cause is about ${words.join(' ')}. \`faultline causes\` lists all of them.\n`);
    } else if (isOfIds) host.out(chosen.map((cause) => causeText(cause, style)).join('\n'));
    else host.out(causeListText(chosen, style));
    return exitCodes.nothingFound;
  },
});

/** All causes lie in a file of their own, which the log reader uses too. */
async function loadCauses(): Promise<readonly Cause[]> {
  return (await import('../../causes/index.ts')).causes;
}

function causeOf(id: string, allCauses: readonly Cause[]): Cause {
  const found = allCauses.find((cause) => cause.id === id.toLowerCase());
  if (found) return found;
  const meant = nearest(
    id,
    allCauses.map((cause) => cause.id),
  );
  throw new FaultlineError(
    'cause-unknown',
    `There is no cause ${id}.`,
    meant === undefined
      ? '`faultline causes` lists all; `faultline causes --search WORDS` looks through their pages.'
      : `Did you mean \`faultline causes ${meant}\`?`,
  );
}

function pageOf(cause: Cause): string {
  const { explanation, remedies } = cause.describe();
  return [
    cause.id,
    cause.title,
    explanation,
    ...remedies.map(({ action }) => action),
    ...cause.signs.flatMap(({ says = [] }) => says),
  ]
    .join(' ')
    .toLowerCase();
}

function asData(cause: Cause): unknown {
  return {
    id: cause.id,
    refines: cause.refines,
    title: cause.title,
    locus: cause.locus,
    docs: cause.docs,
    ...cause.describe(),
  };
}
