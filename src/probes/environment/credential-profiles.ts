import { defineProbe } from '../../core/probe.ts';
import { outcomeOf } from '../noticed.ts';
import { profiles } from './detect/profiles.ts';
import { readProfiles } from './files.ts';

/** Looks at the profiles of the SDKs and of `ant`; what stands in `credentials/` is not read. */
export const credentialProfiles = defineProbe({
  id: 'credential-profiles',
  asks: 'Is there a credential profile, and can it be used?',
  cost: 'local',
  limitMs: 3000,
  rulesOut: ['credential-profile-broken'],
  run: async ({ machine }) => {
    const folder = await readProfiles(machine);
    const noticed = profiles(folder, machine.env);
    const { used } = noticed;
    return outcomeOf(noticed, used === undefined ? 'No profile is used.' : `The profile \`${used}\` is complete.`);
  },
});
