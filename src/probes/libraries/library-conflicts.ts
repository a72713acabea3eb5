import { defineProbe } from '../../core/probe.ts';
import { outcomeOf } from '../noticed.ts';
import { conflicts } from './conflicts.ts';
import { readProject } from './project.ts';

/** Looks for packages that do not go together. */
export const libraryConflicts = defineProbe({
  id: 'library-conflicts',
  asks: 'Do the packages of this project go together?',
  cost: 'local',
  limitMs: 5000,
  rulesOut: [],
  run: async ({ machine }) =>
    outcomeOf(conflicts(await readProject(machine)), 'No two packages here are known not to go together.'),
});
