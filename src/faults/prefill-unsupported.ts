import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Refuses to continue an assistant turn. */
export const prefillUnsupported = defineFault({
  id: 'prefill-unsupported',
  cause: 'prefill-unsupported',
  summary: 'Refuses to continue an assistant turn',
  deed: () =>
    brokenRequest({
      messages: [
        { role: 'user', content: 'How long are the Inn and the Enns?' },
        { role: 'assistant', content: 'The Inn is' },
      ],
    }),
});
