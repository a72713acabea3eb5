import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Refuses a role. */
export const roleInvalid = defineFault({
  id: 'role-invalid',
  cause: 'role-invalid',
  summary: 'Refuses a role',
  deed: () => brokenRequest({ messages: [{ role: 'tool', content: '517 km' }] }),
});
