import { isIP } from 'node:net';
import { defineVariable, oneChange, unusable } from '../variable.ts';

/** IPv4 or IPv6 alone. */
export const ip = defineVariable({
  name: 'ip',
  group: 'path',
  value: '[4|6]',
  about: 'IPv4 or IPv6 alone; without a value, IPv4',
  isUsual: true,
  vary(written = '4', { failing }) {
    if (written !== '4' && written !== '6')
      unusable('ip', `${JSON.stringify(written)} is neither 4 nor 6.`, 'For example: --vary ip=4.');
    if (isIP(failing.target.host) !== 0)
      return { kind: 'needless', because: 'The base URL names an address, so that there is nothing to choose.' };
    if (failing.target.proxy) return { kind: 'needless', because: 'The proxy chooses the address, not this machine.' };
    const family = written === '4' ? 4 : 6;
    return oneChange({
      id: 'ip',
      variable: 'ip',
      group: 'path',
      name: 'the address family',
      remedy: 'Repair the way over the other family, or switch it off on this machine.',
      what: `over IPv${family} alone`,
      failing: 'as the machine chooses',
      changed: `IPv${family}`,
      reach: 'way',
      apply: (setup) => ({ ...setup, way: { ...setup.way, family } }),
    });
  },
});
