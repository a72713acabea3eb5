import { readElsewhere } from '../elsewhere.ts';
import { defineVariable, needed, oneChange } from '../variable.ts';

/** Another machine, on which the bundle was run. */
export const machine = defineVariable({
  name: 'machine',
  group: 'machine',
  value: 'FILE',
  about: 'another machine: the result that the script of --bundle wrote there',
  async vary(written, { failing, machine: here }) {
    const there = await readElsewhere(needed(written, machine), failing, here);
    return oneChange({
      id: 'machine',
      variable: 'machine',
      group: 'machine',
      name: 'the machine',
      remedy: 'Compare the two machines: `faultline doctor` on each, then the network between.',
      what: `${there.place} in place of this machine`,
      failing: 'this machine',
      changed: there.place,
      reach: 'way',
      apply: (setup) => ({ ...setup, elsewhere: there.ending }),
    });
  },
});
