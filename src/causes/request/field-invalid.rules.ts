import { isArray } from '../../core/json.ts';
import { defineRule } from '../../core/rule.ts';
import type { Rule } from '../../core/rule.ts';
import { lengthMessages } from '../../facts/messages/lengths.ts';

const blankSequence = defineRule<number>({
  cause: 'field-invalid',
  row: 'stop-sequence-blank',
  phase: 'schema',
  find: ({ body }) => {
    const sequences = isArray(body.stop_sequences) ? body.stop_sequences : [];
    const index = sequences.findIndex((sequence) => typeof sequence === 'string' && !/\S/.test(sequence));
    return index < 0 ? [] : [index];
  },
  path: () => 'stop_sequences',
  at: (index) => ['stop_sequences', index],
  message: () => lengthMessages.stopSequenceBlank,
  why: (index) => `Sequence ${index} is empty or white space, which would end any answer at once.`,
});

/** Rules about values that no table of types can judge. */
export const fieldInvalidRules: readonly Rule[] = [blankSequence];
