import type { Locus } from '../../core/cause.ts';
import type { Probe } from '../../core/probe.ts';
import type { Verdict } from '../../core/verdict.ts';
import { probeGroups, type ProbeGroup } from '../../probes/index.ts';

/** What is still open when the error itself proves on whose side the fault lies. */
const openAfterProof: Readonly<Record<Locus, readonly ProbeGroup[]>> = {
  // The answer of the API shows that network and credential work.
  request: ['request'],
  account: [],
  limits: [],
  // Where the wrong credential comes from stands on this machine.
  credentials: ['request', 'environment'],
  // What is at fault on the way can be measured only from here.
  network: ['environment', 'network'],
  client: ['request', 'environment', 'libraries'],
  // Whether it is still so, and known to the service.
  service: ['status', 'network', 'account'],
  gateway: ['request', 'environment', 'network'],
};

const everything = Object.keys(probeGroups).filter(isGroup);

function isGroup(name: string): name is ProbeGroup {
  return Object.hasOwn(probeGroups, name);
}

/** The probes whose answer can still change the verdict; all of them where the error proves nothing. */
export function openQuestions(verdict: Verdict | undefined, asksAll: boolean): readonly Probe[] {
  const [first] = verdict?.findings ?? [];
  const groups = asksAll || first?.certainty !== 'proven' ? everything : openAfterProof[first.locus];
  return everything.filter((group) => groups.includes(group)).flatMap((group) => probeGroups[group]);
}
