import type { Machine, Network } from '../../core/world.ts';

/** Everything that a run can look at; tests put their own in its place. */
export interface World {
  readonly machine: Machine;
  /** The network for one probe: each contact fails with `ETIMEDOUT` when the probe's time is over. */
  readonly networkWithin: (limitMs: number) => Network;
}
