import type { Cause, Sign } from '../core/cause.ts';
import type { Evidence } from '../core/evidence.ts';
import { squeeze } from '../core/reading.ts';

/** The members of a sign that are compared as they are, the most telling first. */
export const exactMembers = ['code', 'errno', 'stopReason', 'header', 'type', 'status', 'platform'] as const;

/** One of `exactMembers`. */
export type ExactMember = (typeof exactMembers)[number];

/** One cheap condition that a sign cannot hold without. */
export type Gate =
  | { readonly kind: 'says'; readonly fragment: string }
  | { readonly kind: ExactMember; readonly value: string }
  | { readonly kind: 'always' };

/** The gates of a cause: when none of them is open, none of its signs can hold. */
export function gatesOf(cause: Cause): readonly Gate[] {
  return cause.signs.flatMap(gatesOfSign);
}

function gatesOfSign(sign: Sign): readonly Gate[] {
  if (sign.code !== undefined) return values(sign.code).map((value) => ({ kind: 'code', value }));
  const fragments = values(sign.says).map(squeeze);
  const longest = fragments.reduce((best, fragment) => (fragment.length > best.length ? fragment : best), '');
  if (longest !== '') return [{ kind: 'says', fragment: longest }];
  for (const kind of exactMembers) {
    if (sign[kind] !== undefined)
      return values<string | number>(sign[kind]).map((value) => ({ kind, value: String(value) }));
  }
  return [{ kind: 'always' }];
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

function values<T extends string | number>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return typeof value === 'object' ? value : [value];
}
