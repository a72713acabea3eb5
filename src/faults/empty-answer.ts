import { defineFault } from '../core/fault.ts';

/** Answers well and says nothing. */
export const emptyAnswer = defineFault({
  id: 'empty-answer',
  cause: 'empty-answer',
  summary: 'Answers well and says nothing',
  deed: { kind: 'ending', ending: { stopReason: 'end_turn', isEmpty: true } },
});
