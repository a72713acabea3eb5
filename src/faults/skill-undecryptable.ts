import { defineFault } from '../core/fault.ts';

/** Cannot decrypt a skill. */
export const skillUndecryptable = defineFault({
  id: 'skill-undecryptable',
  cause: 'skill-undecryptable',
  summary: 'Cannot decrypt a skill',
  deed: {
    kind: 'error',
    status: 409,
    type: 'conflict_error',
    code: 'skill_read_blocked_undecryptable',
    message: 'The skill could not be decrypted.',
  },
});
