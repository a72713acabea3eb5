import { defineProbe } from '../../core/probe.ts';
import { outcomeOf } from '../noticed.ts';
import { authorityFiles, authorityPaths } from './detect/certificates.ts';
import { readNamedFile } from './files.ts';

/** Looks at the files of extra authorities that the environment names. */
export const certificateFiles = defineProbe({
  id: 'certificate-files',
  asks: 'Are the extra certificates there, and in a form that programs read?',
  cost: 'local',
  limitMs: 3000,
  rulesOut: [],
  run: async ({ machine }) => {
    const files = await Promise.all(authorityPaths(machine.env).map(async (one) => readNamedFile(machine, one)));
    return outcomeOf(
      authorityFiles(files),
      files.length === 0
        ? 'No variable names a file of certificates.'
        : 'The files of certificates that variables name can be read.',
    );
  },
});
