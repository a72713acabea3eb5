import { defineProbe } from '../../core/probe.ts';
import { listed, outcomeOf } from '../noticed.ts';
import { dotenvFiles as compare } from './detect/dotenv.ts';
import { readDotenvFiles } from './files.ts';

/** Compares `.env` files with the environment. */
export const dotenvFiles = defineProbe({
  id: 'dotenv-files',
  asks: 'Are there `.env` files that are not loaded, or that say otherwise than the environment?',
  cost: 'local',
  limitMs: 3000,
  rulesOut: [],
  run: async ({ machine }) => {
    const files = await readDotenvFiles(machine);
    return outcomeOf(
      compare(files, machine.env),
      files.length === 0
        ? 'There is no `.env` file.'
        : `${listed(files.map(({ path }) => `\`${path}\``))} ${files.length === 1 ? 'agrees' : 'agree'} with the environment.`,
    );
  },
});
