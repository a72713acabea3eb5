import { endingWords, likenessTo, type Ending, type Failure, type Likeness } from '../../experiments/ending.ts';
import type { Question } from '../../experiments/isolate/evidence.ts';
import { search, type Isolated, type SearchOptions } from '../../experiments/isolate/search.ts';
import { cheapestFirst, type Oracle } from '../../experiments/oracle.ts';
import type { Session } from '../../experiments/session.ts';
import { sees, type Asker } from './oracles.ts';
import type { Things } from './things.ts';

/** A run that has ended. */
export interface EndedRun {
  readonly why: Question['why'] | 'confirm';
  /** What was as on the failing side. */
  readonly ids: ReadonlySet<string>;
  readonly oracle: Oracle;
  readonly ending: Ending;
  readonly likeness: Likeness;
}

/** What a search through the things came to. */
export interface Searched {
  readonly isolated: Isolated;
  readonly oracle: Oracle;
  readonly failure: Failure;
  /** What the oracle could see, and so was varied. */
  readonly varied: readonly string[];
  readonly runs: readonly EndedRun[];
}

/** What came of looking for an oracle that shows the failure. */
export type Shown =
  | { readonly kind: 'shown'; readonly oracle: Oracle; readonly failure: Failure; readonly tried: readonly EndedRun[] }
  | { readonly kind: 'not-shown'; readonly tried: readonly EndedRun[] };

/** How a search is run. */
export interface RunOptions {
  readonly things: Things;
  readonly asker: Asker;
  readonly session: Session;
  /** The failure that is known to have happened. */
  readonly known?: Failure;
  readonly strategy: (varied: number) => SearchOptions['strategy'];
  readonly onRun?: (run: EndedRun, number: number) => void;
}

/** Asks the cheapest oracle first, until one shows the failure; those that can see nothing of what varies are not asked. */
export async function showFailure({ things, asker, session, known, onRun }: RunOptions): Promise<Shown> {
  const everything = new Set(things.all.map(({ id }) => id));
  const tried: EndedRun[] = [];
  if (known) session.study(known);
  for (const oracle of cheapestFirst(asker.oracles)) {
    if (!things.all.some(({ reach }) => sees(oracle, reach))) continue;
    const ending = await asker.ask(oracle, things.setupOf(everything));
    const studied = known ?? (ending.kind === 'failure' ? ending : undefined);
    const likeness = studied ? likenessTo(studied, ending) : ending.kind === 'success' ? 'success' : 'unknown';
    const run = { why: 'failing', ids: everything, oracle, ending, likeness } as const;
    tried.push(run);
    onRun?.(run, tried.length);
    if (ending.kind !== 'failure' || likeness !== 'same') continue;
    session.study(ending);
    return { kind: 'shown', oracle, failure: ending, tried };
  }
  return { kind: 'not-shown', tried };
}

/** Searches what the oracle can see; everything else stays as on the failing side. */
export async function runSearch(
  { things, asker, strategy, onRun }: RunOptions,
  { oracle, failure, tried }: Extract<Shown, { readonly kind: 'shown' }>,
): Promise<Searched> {
  const varied = things.all.filter(({ reach }) => sees(oracle, reach)).map(({ id }) => id);
  const fixed = things.all.filter(({ reach }) => !sees(oracle, reach)).map(({ id }) => id);
  const runs: EndedRun[] = [...tried];
  const running = search(varied, { strategy: strategy(varied.length), isSteady: oracle.isSteady });
  let isFirst = true;
  let step = running.next();
  while (step.done !== true) {
    const { why, suspects } = step.value;
    const ids = new Set([...step.value.ids, ...fixed]);
    // The failing side has just been run, to find the oracle.
    const ending = isFirst ? failure : await asker.ask(oracle, things.setupOf(ids));
    if (ending.kind === 'unanswerable' && ending.isOver === true) {
      const isolated: Isolated = { kind: 'stopped', because: ending.because, suspects };
      return { isolated, oracle, failure, varied, runs };
    }
    const likeness = likenessTo(failure, ending);
    if (!isFirst) {
      const run = { why, ids, oracle, ending, likeness };
      runs.push(run);
      onRun?.(run, runs.length);
    }
    isFirst = false;
    step = running.next(likeness);
  }
  return { isolated: step.value, oracle, failure, varied, runs };
}

/** Lets the dearest oracle that is allowed say the same once more: fails with what was found, works without. */
export async function confirm(
  { things, asker, onRun }: RunOptions,
  { isolated, oracle, failure, runs }: Searched,
): Promise<readonly EndedRun[]> {
  const dearest = cheapestFirst(asker.oracles).at(-1);
  if (isolated.kind !== 'found' || !dearest || dearest.cost === oracle.cost) return [];
  const all = things.all.map(({ id }) => id);
  const culprits = new Set(isolated.culprits.flatMap(({ ids }) => ids));
  const confirmations: EndedRun[] = [];
  for (const ids of [new Set(all), new Set(all.filter((id) => !culprits.has(id)))]) {
    const ending = await asker.ask(dearest, things.setupOf(ids));
    const run = { why: 'confirm', ids, oracle: dearest, ending, likeness: likenessTo(failure, ending) } as const;
    confirmations.push(run);
    onRun?.(run, runs.length + confirmations.length);
  }
  return confirmations;
}

/** A run in a few words. */
export function endingOfRun({ ending }: EndedRun): string {
  return endingWords(ending);
}
