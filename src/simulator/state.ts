import type { Fault } from '../core/fault.ts';
import type { CachedPrefixes } from './answer/cache.ts';
import type { Batch } from './batches.ts';
import { uuid } from './draw.ts';
import type { PlannedFault } from './fault-plan.ts';
import type { Limits } from './limits/limits.ts';
import type { Meter } from './limits/meter.ts';
import type { Scenario, StatusIncident } from './options.ts';

/** What does not change while the simulator runs. */
export interface Setting {
  readonly seed: number;
  readonly startedAt: number;
  readonly limits: Limits;
  readonly keys: readonly string[] | undefined;
  readonly texts: readonly string[];
  readonly judge: 'full' | 'structure';
  readonly organizationId: string;
  readonly workspaceId: string;
  readonly faultById: (id: string) => Fault | undefined;
}

/** Everything that the simulator remembers. */
export interface SimulatorState {
  readonly setting: Setting;
  readonly calls: number;
  readonly inFlight: number;
  readonly plan: readonly PlannedFault[];
  readonly incidents: readonly StatusIncident[];
  /** By model class. */
  readonly meters: ReadonlyMap<string, Meter>;
  readonly cached: CachedPrefixes;
  readonly batches: ReadonlyMap<string, Batch>;
}

/** The state at the start of a scenario. */
export function startingState(
  scenario: Scenario,
  at: number,
  faultById: (id: string) => Fault | undefined,
): SimulatorState {
  const seed = scenario.seed ?? 1;
  return {
    setting: {
      seed,
      startedAt: at,
      limits: scenario.limits ?? {},
      keys: scenario.keys,
      texts: scenario.texts ?? [],
      judge: scenario.judge ?? 'full',
      organizationId: uuid(seed),
      workspaceId: `wrkspc_01${uuid(seed + 1)
        .replaceAll('-', '')
        .slice(0, 22)}`,
      faultById,
    },
    calls: 0,
    inFlight: 0,
    plan: planOf(scenario.faults ?? [], faultById),
    incidents: scenario.incidents ?? [],
    meters: new Map(),
    cached: new Map(),
    batches: new Map(),
  };
}

/** The rules with their faults; every id was looked up when the scenario was read. */
export function planOf(
  rules: NonNullable<Scenario['faults']>,
  faultById: (id: string) => Fault | undefined,
): readonly PlannedFault[] {
  return rules.flatMap((rule) => {
    const fault = faultById(rule.fault);
    return fault ? [{ rule, fault, met: 0 }] : [];
  });
}
