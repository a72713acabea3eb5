import { defineProbe } from '../../core/probe.ts';
import { outcomeOf } from '../noticed.ts';
import { credentialChoice as choose } from './detect/credential-choice.ts';

/** Looks whether several credentials are set at once. */
export const credentialChoice = defineProbe({
  id: 'credential-choice',
  asks: 'Are two credentials set at once, and which one wins?',
  cost: 'nothing',
  limitMs: 1000,
  rulesOut: ['auth-conflict'],
  run: async ({ machine }) => outcomeOf(choose(machine.env), 'At most one credential is set in the environment.'),
});
