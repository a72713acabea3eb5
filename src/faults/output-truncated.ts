import { defineFault } from '../core/fault.ts';

/** Answers well and is cut at max_tokens. */
export const outputTruncated = defineFault({
  id: 'output-truncated',
  cause: 'output-truncated',
  summary: 'Answers well and is cut at max_tokens',
  deed: { kind: 'ending', ending: { stopReason: 'max_tokens' } },
});
