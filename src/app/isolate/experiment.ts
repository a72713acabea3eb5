import type { Isolation, ToldExperiment } from '../../core/isolation.ts';
import { present } from '../../core/present.ts';
import { endingWords } from '../../experiments/ending.ts';
import {
  outcomeOf,
  type Experiment,
  type ExperimentOutcome,
  type ExperimentRun,
} from '../../experiments/experiment.ts';
import type { Isolated } from '../../experiments/isolate/search.ts';
import type { EndedRun, Searched } from './running.ts';
import type { Things } from './things.ts';

/**
 * The comparison on which the answer rests: the failing side as it is, and with what was found changed and all else
 * held; everything changed, where nothing was found.
 */
export function experimentOf(searched: Searched, things: Things, held: Isolation['held']): ToldExperiment {
  const { isolated, runs } = searched;
  const changed =
    isolated.kind === 'found' ? isolated.culprits.flatMap(({ ids }) => ids) : things.all.map(({ id }) => id);
  const own = things.all.filter(({ id }) => changed.includes(id));
  const what = own.map((thing) => thing.what).join(', ');
  const [only] = own;
  const sides = runs.flatMap((run) => sideOf(run, changed, things));
  const experiment: Experiment = {
    question: `Does it work ${/^with|^without|^over|^through|^in /.test(what) ? what : `with ${what}`}?`,
    held,
    change: {
      what: own.map(({ name }) => name).join(', '),
      ...(own.length === 1 ? present({ from: only?.failing, to: only?.changed }) : {}),
    },
    prediction: 'success',
    runs: sides,
    outcome: outcomeFor(isolated, sides),
  };
  return {
    ...experiment,
    runs: experiment.runs.map(({ ending, ...rest }) => ({ ...rest, ending: endingWords(ending) })),
  };
}

function outcomeFor(isolated: Isolated, runs: readonly ExperimentRun[]): ExperimentOutcome {
  switch (isolated.kind) {
    case 'found':
      return outcomeOf('success', isolated.without, runs);
    case 'no-difference':
      return outcomeOf('success', 'same', runs);
    case 'no-good-side':
      return outcomeOf('success', isolated.seen, runs);
    case 'not-reproduced':
      return { kind: 'inconclusive', because: 'the failure was not seen again' };
    case 'flaky':
      return { kind: 'inconclusive', because: 'one configuration ended in two ways' };
    case 'stopped':
      return { kind: 'inconclusive', because: isolated.because };
  }
}

function sideOf(run: EndedRun, changed: readonly string[], { all }: Things): readonly ExperimentRun[] {
  const { oracle, ending, ids } = run;
  if (ids.size === all.length) return [{ oracle: oracle.name, side: 'unchanged', ending }];
  const isChanged = ids.size === all.length - changed.length && changed.every((id) => !ids.has(id));
  return isChanged ? [{ oracle: oracle.name, side: 'changed', ending }] : [];
}
