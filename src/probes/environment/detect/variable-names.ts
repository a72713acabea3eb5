import { nearest } from '../../../core/nearest.ts';
import { environmentVariables, mistakenNames } from '../../../facts/environment.ts';
import { valueOf, type Variables } from './variables.ts';

/** A variable under a name that nothing reads, and the name that was meant. */
export interface NearMiss {
  readonly name: string;
  readonly meant: string;
  readonly why: 'case' | 'other-name' | 'spelling' | 'stray-characters';
  /** Whether the variable that was meant is set as well. */
  readonly isMeantSet: boolean;
}

/** Names of our own, which nobody else has anything close to. */
const distinctive = /^(?:ANTHROPIC_|CLAUDE_|CLOUD_ML_|AWS_BEARER_|NODE_EXTRA_|NODE_USE_|NODE_TLS_|REQUESTS_CA_)/;
const mostEdits = 2;

/** The variables whose names are near to one that programs read, and are not it. */
export function nearMisses(variables: Variables, system: string): readonly NearMiss[] {
  const known = environmentVariables().map(({ name }) => name);
  const exact = new Set(known);
  const ours = known.filter((name) => distinctive.test(name));
  return Object.keys(variables).flatMap((name): readonly NearMiss[] => {
    if (exact.has(name) || valueOf(variables, name) === undefined) return [];
    const found = meantBy(name, exact, ours, system === 'win32');
    return found ? [{ name, ...found, isMeantSet: valueOf(variables, found.meant) !== undefined }] : [];
  });
}

function meantBy(
  name: string,
  exact: ReadonlySet<string>,
  ours: readonly string[],
  ignoresCase: boolean,
): Pick<NearMiss, 'meant' | 'why'> | undefined {
  const bare = name.replace(/^[^A-Za-z]+|[^A-Za-z0-9]+$/g, '');
  if (bare !== name && exact.has(bare) && distinctive.test(bare)) return { meant: bare, why: 'stray-characters' };
  const upper = bare.toUpperCase().replaceAll('-', '_');
  if (exact.has(upper) && distinctive.test(upper)) return ignoresCase ? undefined : { meant: upper, why: 'case' };
  const mistaken = mistakenNames[upper];
  if (mistaken !== undefined) return { meant: mistaken, why: 'other-name' };
  // A name that goes on after a known one is another setting of somebody's own.
  if (ours.some((other) => upper.startsWith(`${other}_`))) return undefined;
  const close = nearest(upper, ours, mostEdits);
  return close === undefined || isNumbered(upper, close) ? undefined : { meant: close, why: 'spelling' };
}

/** `ANTHROPIC_API_KEY2` is a second key that somebody keeps on purpose. */
function isNumbered(name: string, close: string): boolean {
  return name.startsWith(close) && /^_?\d{1,2}$/.test(name.slice(close.length));
}
