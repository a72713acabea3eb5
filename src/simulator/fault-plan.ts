import type { Fault } from '../core/fault.ts';
import type { Draw } from './draw.ts';
import type { FaultRule } from './options.ts';

/** A rule with its fault and what of it is used up. */
export interface PlannedFault {
  readonly rule: FaultRule;
  readonly fault: Fault;
  /** Calls that met the rule's conditions. */
  readonly met: number;
}

/** A call as far as rules look at it. */
export interface PlannedCall {
  readonly path: string;
  readonly model: string | undefined;
  /** Since the start of the simulator. */
  readonly elapsedMs: number;
  /** The ids that the request itself asks for. */
  readonly named: readonly string[];
}

/** Chooses the fault of a call: one that the request names, or the first rule that applies; and moves the plan on. */
export function chooseFault(
  plan: readonly PlannedFault[],
  call: PlannedCall,
  draw: Draw,
  faultById: (id: string) => Fault | undefined,
): { readonly fault: Fault | undefined; readonly plan: readonly PlannedFault[] } {
  for (const id of call.named) {
    const fault = faultById(id);
    if (fault) return { fault, plan };
  }
  let chosen: Fault | undefined;
  const moved = plan.map((planned) => {
    if (chosen || !meets(planned.rule, call)) return planned;
    const { after = 0, next = Infinity, probability = 1 } = planned.rule;
    const isDue = planned.met >= after && planned.met < after + next;
    if (isDue && (probability >= 1 || draw.fraction() < probability)) chosen = planned.fault;
    return { ...planned, met: planned.met + 1 };
  });
  return { fault: chosen, plan: moved };
}

function meets({ path, model, fromMs = 0, untilMs = Infinity }: FaultRule, call: PlannedCall): boolean {
  if (path !== undefined && !call.path.startsWith(path)) return false;
  if (model !== undefined && model !== call.model) return false;
  return call.elapsedMs >= fromMs && call.elapsedMs < untilMs;
}
