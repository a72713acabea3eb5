import { defineFault } from '../core/fault.ts';

/** Answers in what is no HTTP. */
export const garbledAnswer = defineFault({
  id: 'garbled-answer',
  cause: 'response-unparsable',
  summary: 'Answers in what is no HTTP',
  seenAs: ['response-unparsable', 'connection-reset'],
  deed: { kind: 'wire', how: 'garbled-answer' },
});
