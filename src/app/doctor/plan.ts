import { costs, type Address, type Probe, type Target } from '../../core/probe.ts';
import type { Spending } from '../../core/budget.ts';

/** One probe of a plan: to be run, or left out for a reason that is known before. */
export interface Step {
  readonly probe: Probe;
  /** Why it will not run; absent where it will. */
  readonly leftOut?: string;
  /** The question does not arise for this target. */
  readonly isNeedless: boolean;
  readonly addresses: readonly Address[];
}

/** What is going to be asked, in order. */
export interface Plan {
  readonly steps: readonly Step[];
  /** The most that the steps can use. */
  readonly most: Spending;
}

/** What the user allows. */
export interface Allowance {
  /** Nothing beyond this machine may be asked. */
  readonly offline: boolean;
}

/** Makes the plan: cheapest first, in the order of the list; nothing is asked of anybody. */
export function planOf(probes: readonly Probe[], target: Target, { offline }: Allowance): Plan {
  const steps = probes
    .toSorted((a, b) => costs.indexOf(a.cost) - costs.indexOf(b.cost))
    .map((probe): Step => {
      const addresses = probe.addresses?.(target) ?? [];
      const isNeedless = probe.appliesTo?.(target) === false;
      const leftOut = isNeedless ? 'It does not apply here.' : reasonAgainst(probe, addresses, target, offline);
      return {
        probe,
        isNeedless,
        addresses: allowed(addresses, target),
        ...(leftOut === undefined ? {} : { leftOut }),
      };
    });
  const running = steps.filter(({ leftOut }) => leftOut === undefined);
  return {
    steps,
    most: {
      requests: running.reduce((sum, { probe }) => sum + (probe.uses?.requests ?? 0), 0),
      tokens: running.reduce((sum, { probe }) => sum + (probe.uses?.tokens ?? 0), 0),
    },
  };
}

function reasonAgainst(
  probe: Probe,
  addresses: readonly Address[],
  target: Target,
  offline: boolean,
): string | undefined {
  const asksOthers = probe.cost === 'free-call' || probe.cost === 'paid-call';
  if (offline && asksOthers) return '`--offline` allows no contact with other machines.';
  const hindrance = probe.skips?.(target);
  if (hindrance !== undefined) return hindrance;
  if (probe.cost === 'paid-call' && !target.mayPay) return 'It costs tokens; `--allow-paid` allows it.';
  const closed = addresses.map(({ purpose }) => target.off[purpose]);
  // A probe that can also look at something else decides itself what is left to be seen.
  if (asksOthers && closed.length > 0 && closed.every((flag) => flag !== undefined))
    return `\`${closed[0]}\` forbids it.`;
  return undefined;
}

function allowed(addresses: readonly Address[], { off }: Target): readonly Address[] {
  return addresses.filter(({ purpose }) => off[purpose] === undefined);
}
