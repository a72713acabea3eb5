import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Refuses the order of roles. */
export const roleOrder = defineFault({
  id: 'role-order',
  cause: 'role-order',
  summary: 'Refuses the order of roles',
  deed: () =>
    brokenRequest({
      messages: [
        { role: 'user', content: 'How long are the Inn and the Enns?' },
        { role: 'system', content: 'Be brief.' },
        { role: 'assistant', content: 'Hm.' },
      ],
    }),
});
