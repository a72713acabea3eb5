import { defineProbe } from '../../core/probe.ts';
import { outcomeOf } from '../noticed.ts';
import { leftOverSettings as find, noteOf } from './detect/left-over-settings.ts';
import { readSettingsFiles } from './files.ts';

/** Looks for settings of an earlier diagnosis that were left behind. */
export const leftOverSettings = defineProbe({
  id: 'left-over-settings',
  asks: 'Were settings of an earlier diagnosis left behind?',
  cost: 'local',
  limitMs: 3000,
  rulesOut: [],
  run: async ({ machine }) => {
    const found = find(machine.env, await readSettingsFiles(machine));
    return outcomeOf(
      { notes: found.map(noteOf) },
      found.length === 0
        ? 'No check of certificates is off, and no debug log is on.'
        : `${found.length} ${found.length === 1 ? 'setting was' : 'settings were'} left behind.`,
    );
  },
});
