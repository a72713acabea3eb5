import type { Cause, Sign } from '../core/cause.ts';
import type { Evidence } from '../core/evidence.ts';
import { namesFamilyOnly, squeezedSigns, strengthOf, type SqueezedSign } from '../core/signs.ts';

/** The members of a sign that are compared as they are, the most telling first. */
export const exactMembers = ['code', 'errno', 'stopReason', 'header', 'type', 'status', 'platform'] as const;

/** One of `exactMembers`. */
export type ExactMember = (typeof exactMembers)[number];

/** A cheap condition that a sign cannot hold without. */
export type Gate =
  | { readonly kind: 'says' }
  | { readonly kind: ExactMember; readonly values: readonly string[]; readonly namesFamilyOnly: boolean }
  | { readonly kind: 'always' };

/** The signs of a cause, squeezed, each with its gate: while no gate is open, none of the signs can hold. */
export function gatedSigns(cause: Cause): readonly { readonly squeezed: SqueezedSign; readonly gate: Gate }[] {
  const squeezed = squeezedSigns([cause])[0] ?? [];
  return cause.signs.flatMap((sign, index) => {
    const one = squeezed[index];
    return one ? [{ squeezed: one, gate: gateOf(sign, one) }] : [];
  });
}

function gateOf(sign: Sign, { says }: SqueezedSign): Gate {
  if (sign.code === undefined && says.length > 0) return { kind: 'says' };
  for (const kind of exactMembers) {
    if (sign[kind] !== undefined) {
      return {
        kind,
        values: values<string | number>(sign[kind]).map(String),
        namesFamilyOnly: namesFamilyOnly(strengthOf(sign, says)),
      };
    }
  }
  return { kind: 'always' };
}

/** What the evidence has for each kind of exact gate. */
export function exactValues({
  response,
  network,
  platform,
}: Evidence): Readonly<Record<ExactMember, readonly string[]>> {
  return {
    code: values(response?.errorCode),
    errno: values(network?.errno),
    stopReason: values(response?.stopReason),
    header: Object.keys(response?.headers ?? {}),
    type: values(response?.errorType),
    status: values(response?.status).map(String),
    platform: values(platform),
  };
}

/** How the list of gates begins a line; behind it stand the causes, by number. */
export function gateName(kind: ExactMember, value: string): string {
  return `\n${kind} ${value}: `;
}

function values<T extends string | number>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return typeof value === 'object' ? value : [value];
}
