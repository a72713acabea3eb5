import { defineProbe } from '../../core/probe.ts';
import { outcomeOf, type Noticed } from '../noticed.ts';
import { nearMisses, type NearMiss } from './detect/variable-names.ts';

/** Looks for variables under names that nothing reads. */
export const variableNames = defineProbe({
  id: 'variable-names',
  asks: 'Is a variable misspelt, so that no program reads it?',
  cost: 'nothing',
  limitMs: 1000,
  rulesOut: [],
  run: async ({ machine }) => {
    const misses = nearMisses(machine.env, machine.system);
    return outcomeOf(
      misses.reduce(add, {}),
      misses.length === 0
        ? 'No name is close to one that programs read without being it.'
        : 'No address of calls is lost to a misspelt name.',
    );
  },
});

const whyOf: Readonly<Record<NearMiss['why'], string>> = {
  case: 'names are told apart by upper and lower case here',
  'other-name': 'no official program reads it',
  spelling: 'no program reads it',
  'stray-characters': 'the stray characters are part of the name',
};

function add(all: Noticed, miss: NearMiss): Noticed {
  const { name, meant, why, isMeantSet } = miss;
  const text = `\`${name}\` is set, and ${whyOf[why]}; \`${meant}\` was probably meant${isMeantSet ? ', which is set as well' : ''}.`;
  const rename = { action: `Rename it to \`${meant}\`.` };
  // Names that other programs use on purpose are no sign of a fault by themselves.
  if (isMeantSet || why === 'other-name' || /_API_KEY$|_AUTH_TOKEN$/.test(meant) || !meant.startsWith('ANTHROPIC_BASE'))
    return { ...all, notes: [...(all.notes ?? []), { text, remedy: rename }] };
  return {
    ...all,
    findings: [
      ...(all.findings ?? []),
      { cause: 'endpoint-wrong', certainty: 'possible', saw: text, isDecisive: false, remedies: [rename] },
    ],
  };
}
