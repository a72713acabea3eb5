import { isIP } from 'node:net';
import { publicResolver } from '../../../facts/reachability.ts';
import { defineVariable, oneChange, unusable } from '../variable.ts';

/** Another resolver of names than that of the machine. */
export const resolver = defineVariable({
  name: 'resolver',
  group: 'path',
  value: '[ADDRESS]',
  about: `another resolver of names than the machine's; without an address, ${publicResolver}`,
  vary(written = publicResolver, { failing }) {
    const [, six, four] = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::\d+)?$/.exec(written) ?? [];
    if (isIP(six ?? four ?? written) === 0)
      unusable('resolver', `${JSON.stringify(written)} is no address.`, 'For example: --vary resolver=1.1.1.1.');
    if (isIP(failing.target.host) !== 0)
      return { kind: 'needless', because: 'The base URL names an address, so that nothing is resolved.' };
    if (failing.target.proxy) return { kind: 'needless', because: 'The proxy resolves the name, not this machine.' };
    return oneChange({
      id: 'resolver',
      variable: 'resolver',
      group: 'path',
      name: 'the resolver',
      remedy: 'Repair the resolver of this machine, or use the one that works.',
      what: `the name resolved by \`${written}\``,
      failing: 'of this machine',
      changed: written,
      reach: 'way',
      apply: (setup) => ({ ...setup, way: { ...setup.way, resolver: written } }),
    });
  },
});
