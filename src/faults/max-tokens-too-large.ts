import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Refuses more output than the model has. */
export const maxTokensTooLarge = defineFault({
  id: 'max-tokens-too-large',
  cause: 'max-tokens-too-large',
  summary: 'Refuses more output than the model has',
  deed: () => brokenRequest({ max_tokens: 1000000 }),
});
