import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Cannot verify a thinking block. */
export const thinkingSignatureInvalid = defineFault({
  id: 'thinking-signature-invalid',
  cause: 'thinking-signature-invalid',
  summary: 'Cannot verify a thinking block',
  deed: () =>
    brokenRequest({
      model: 'claude-sonnet-4-5',
      max_tokens: 4096,
      thinking: { type: 'enabled', budget_tokens: 2048 },
      messages: [
        { role: 'user', content: 'How long are the Inn and the Enns?' },
        {
          role: 'assistant',
          content: [
            { type: 'thinking', thinking: 'Two rivers.', signature: 'forged' },
            { type: 'text', text: 'Long.' },
          ],
        },
        { role: 'user', content: [{ type: 'text', text: 'How long?' }] },
      ],
    }),
});
