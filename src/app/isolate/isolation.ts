import type { Isolation, IsolationRun, VariedThing } from '../../core/isolation.ts';
import { present } from '../../core/present.ts';
import { endingWords } from '../../experiments/ending.ts';
import { decisionsOf } from './decisions.ts';
import { experimentOf } from './experiment.ts';
import type { Premises } from './premises.ts';
import { endingOfRun, type EndedRun } from './running.ts';
import type { Things } from './things.ts';
import { confirmationOf, culpableOf, explanationOf, headlineOf, nextOf } from './wording.ts';

/** Tells what was found, as plain data. */
export function isolationOf(premises: Premises): Isolation {
  const { things, shown, searched, confirmations, known, left, notes, spent, budget } = premises;
  const ended = [...(searched?.runs ?? shown.tried), ...confirmations];
  const runs = ended.map((run) => runOf(run, things));
  const isolated = searched?.isolated;
  const outcome = outcomeOf(premises);
  const culprits =
    isolated?.kind === 'found' ? isolated.culprits.map((one) => culpableOf(one, isolated.without, things.all)) : [];
  const failure = searched?.failure ?? known;
  const culpritIds = culprits.flatMap(({ ids }) => ids);
  const decisions = decisionsOf({
    outcome,
    culprits: culpritIds,
    things: things.all,
    varied: searched?.varied ?? [],
    runs,
    ...present({ status: premises.status }),
  });
  const held = heldOf(premises, culpritIds);
  return {
    outcome,
    headline: headlineOf(premises, culprits),
    explanation: explanationOf(premises, culprits),
    culprits,
    things: things.all.map(withoutReach),
    runs,
    held,
    decisions,
    next: nextOf(outcome, premises, culpritIds),
    notTried: [...left, ...unseen(premises)],
    notes,
    spent: { requests: spent.requests, tokens: spent.tokens, seconds: spent.seconds },
    budget,
    ...present({
      experiment: searched ? experimentOf(searched, things, held) : undefined,
      failure: failure ? endingWords(failure) : undefined,
      oracle: searched?.oracle.name,
      without: isolated?.kind === 'found' ? isolated.without : undefined,
    }),
  };
}

function outcomeOf({ searched, confirmations }: Premises): Isolation['outcome'] {
  switch (searched?.isolated.kind) {
    case 'found':
      return confirmationOf(confirmations) === 'refuted' ? 'inconclusive' : 'found';
    case 'no-difference':
      return 'no-difference';
    case undefined:
    case 'not-reproduced':
      return 'not-reproduced';
    case 'no-good-side':
    case 'flaky':
    case 'stopped':
      return 'inconclusive';
  }
}

function runOf(run: EndedRun, { all }: Things): IsolationRun {
  return {
    why: run.why,
    changed: all.filter(({ id }) => !run.ids.has(id)).map(({ id }) => id),
    oracle: run.oracle.name,
    likeness: run.likeness,
    ending: endingOfRun(run),
  };
}

function withoutReach(thing: Things['all'][number]): VariedThing {
  const { reach: _, ...rest } = thing;
  return rest;
}

/** What stayed as it was; values that may be shown only. */
function heldOf({ failing, things, searched }: Premises, culprits: readonly string[]): Isolation['held'] {
  const varied = new Set(things.all.flatMap(({ id, variable }) => (culprits.includes(id) ? [variable, id] : [])));
  const { request, target, way, caller } = failing;
  const all: readonly (readonly [variable: string, what: string, value: string | undefined])[] = [
    ['model', 'model', typeof request.body['model'] === 'string' ? request.body['model'] : undefined],
    ['version', 'API version', request.headers['anthropic-version']],
    ...(searched?.oracle.cost !== 'free-call' && searched?.oracle.cost !== 'paid-call'
      ? []
      : ([
          ['base-url', 'base URL', target.baseUrl],
          ['key', 'key', target.credential && `in ${target.credential.name}`],
          ['proxy', 'proxy', target.proxy ? `of ${target.proxy.name}` : 'none'],
          ['ip', 'addresses', way.family === undefined ? 'as the machine chooses' : `IPv${way.family}`],
          ['http', 'HTTP', way.isHttp2 === true ? '2' : '1.1'],
          ['client', 'client', caller.kind === 'sdk' ? `@anthropic-ai/sdk ${caller.version}` : 'bare HTTP'],
        ] as const)),
  ];
  return all.flatMap(([variable, what, value]) =>
    value === undefined || varied.has(variable) ? [] : [{ what, value }],
  );
}

/** What the oracle that did the work could not see. */
function unseen({ things, searched, shown }: Premises): Isolation['notTried'] {
  const varied = new Set(searched?.varied);
  if (!searched) return [];
  const because =
    shown.kind === 'shown' && shown.oracle.name === 'checker'
      ? 'The rules refuse the request wherever it is sent from, so that this cannot matter.'
      : 'The failure shows before this could matter.';
  return things.all.filter(({ id }) => !varied.has(id)).map(({ what }) => ({ variable: what, because }));
}
