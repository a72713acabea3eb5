import type { VariedThing } from '../../core/isolation.ts';
import type { Difference } from '../../experiments/isolate/merge.ts';
import type { RequestComparison, RequestPart } from '../../experiments/isolate/request-differences.ts';
import { redact } from '../../redactors/index.ts';
import { visible } from '../../report/visible.ts';
import type { Setup } from './setup.ts';
import type { Change, Reach } from './variable.ts';

/** Everything in which the failing side and the other differ, and how a setup between the two is made. */
export interface Things {
  readonly all: readonly (VariedThing & { readonly reach: Reach })[];
  /** The failing setup, with everything changed that `ids` does not name. */
  readonly setupOf: (ids: ReadonlySet<string>) => Setup;
}

const mostShown = 60;

/** Lays changes and the parts of a good request over the failing setup. */
export function thingsOf(failing: Setup, changes: readonly Change[], comparison?: RequestComparison): Things {
  return {
    all: [...(comparison?.parts.map(thingOfPart) ?? []), ...changes],
    setupOf: (ids) => {
      const start = comparison ? { ...failing, request: comparison.with(ids) } : failing;
      return changes.filter(({ id }) => !ids.has(id)).reduce((setup, change) => change.apply(setup), start);
    },
  };
}

function thingOfPart({ id, differences }: RequestPart): VariedThing & { readonly reach: Reach } {
  const [first] = differences;
  const more = differences.length - 1;
  const name = first ? nameOf(first) : id;
  return {
    id,
    variable: 'part',
    group: 'request',
    name,
    what: `${first ? wordsOf(first, name) : id}${more > 0 ? `, with ${more} ${more === 1 ? 'place' : 'places'} that belong to it` : ''}`,
    remedy: `Change ${name} to what the good request says; \`faultline check\` names what the API takes there.`,
    reach: 'request',
    ...(first && 'bad' in first ? { failing: shown(first.bad) } : {}),
    ...(first && 'good' in first ? { changed: shown(first.good) } : {}),
  };
}

function nameOf({ id, path }: Difference): string {
  if (id.startsWith('endpoint')) return 'the endpoint';
  if (id.startsWith('header anthropic-beta.')) return `the beta \`${path.slice('anthropic-beta.'.length)}\``;
  if (id.startsWith('header ')) return `the header \`${path}\``;
  return path === '' ? 'the whole body' : `\`${path}\``;
}

function wordsOf({ change, good, bad }: Difference, name: string): string {
  if (change === 'added') return `without ${name}`;
  if (change === 'removed') return `with ${name}`;
  const [is, was] = [shown(good), shown(bad)];
  return is.length + was.length <= mostShown ? `${name} ${is} in place of ${was}` : `${name} as in the good request`;
}

/** A value in a few characters, without secrets. */
function shown(value: unknown): string {
  const text = redact(JSON.stringify(value) ?? '').text;
  return visible(text.length > mostShown ? `${text.slice(0, mostShown - 1)}…` : text);
}
