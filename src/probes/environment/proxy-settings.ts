import { defineProbe } from '../../core/probe.ts';
import { outcomeOf } from '../noticed.ts';
import { proxySettings as judge, proxyVariable } from './detect/proxy.ts';

/** Looks at the proxy variables, and whether Node reads them. */
export const proxySettings = defineProbe({
  id: 'proxy-settings',
  asks: 'Is a proxy set, well formed, and used by this runtime?',
  cost: 'nothing',
  limitMs: 1000,
  rulesOut: ['proxy-ignored'],
  run: async ({ machine, target }) => {
    const name = proxyVariable(machine.env, target.isTls);
    return outcomeOf(
      judge(machine.env, { ...target, nodeVersion: machine.nodeVersion }),
      name === undefined ? 'No variable names a proxy.' : `\`${name}\` names a proxy, and Node uses it.`,
    );
  },
});
