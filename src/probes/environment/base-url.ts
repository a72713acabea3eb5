import { defineProbe } from '../../core/probe.ts';
import { outcomeOf } from '../noticed.ts';
import { baseUrls } from './detect/base-url.ts';

/** Looks at the form of every address that the environment sets. */
export const baseUrl = defineProbe({
  id: 'base-url',
  asks: 'Is the base URL one to which a path can be added?',
  cost: 'nothing',
  limitMs: 1000,
  rulesOut: [],
  run: async ({ machine, target }) => outcomeOf(baseUrls(machine.env), `Calls go to \`${target.baseUrl}\`.`),
});
