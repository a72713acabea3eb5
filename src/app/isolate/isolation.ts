import type { Budget } from '../../core/budget.ts';
import type { Culpable, Isolation, IsolationRun, VariedThing } from '../../core/isolation.ts';
import { present } from '../../core/present.ts';
import { endingWords, type Failure, type Likeness } from '../../experiments/ending.ts';
import type { Culprit, Isolated } from '../../experiments/isolate/search.ts';
import type { SessionSpending } from '../../experiments/session.ts';
import { decisionsOf, type Known } from './decisions.ts';
import { endingOfRun, type EndedRun, type Searched, type Shown } from './running.ts';
import type { Setup } from './setup.ts';
import type { Things } from './things.ts';

/** Everything that an isolation is told from. */
export interface Premises {
  readonly failing: Setup;
  readonly things: Things;
  readonly shown: Shown;
  /** Absent where the failure was not shown. */
  readonly searched?: Searched;
  readonly confirmations: readonly EndedRun[];
  readonly known?: Failure;
  readonly status?: Known['status'];
  readonly left: readonly { readonly variable: string; readonly because: string }[];
  readonly notes: readonly string[];
  readonly spent: SessionSpending;
  readonly budget: Budget;
  readonly hasCommand: boolean;
  /** A request was given that is said to work. */
  readonly hasGood: boolean;
}

/** Tells what was found, as plain data. */
export function isolationOf(premises: Premises): Isolation {
  const { things, shown, searched, confirmations, known, left, notes, spent, budget } = premises;
  const ended = [...(searched?.runs ?? shown.tried), ...confirmations];
  const runs = ended.map((run) => runOf(run, things));
  const isolated = searched?.isolated;
  const outcome = outcomeOf(isolated);
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
  const remedy = things.all.find(({ id }) => id === culpritIds[0])?.remedy;
  return {
    outcome,
    headline: headlineOf(premises, culprits),
    explanation: explanationOf(premises, isolated, culprits),
    culprits,
    things: things.all.map(withoutReach),
    runs,
    held: heldOf(premises, culpritIds),
    decisions,
    next: premises.status?.isIncident === true ? waitFirst : (remedy ?? nextWithout(outcome, premises)),
    notTried: [...left, ...unseen(premises)],
    notes,
    spent: { requests: spent.requests, tokens: spent.tokens, seconds: spent.seconds },
    budget,
    ...present({
      failure: failure ? endingWords(failure) : undefined,
      oracle: searched?.oracle.name,
      without: isolated?.kind === 'found' ? isolated.without : undefined,
    }),
  };
}

const waitFirst =
  'The status page reports an incident: change nothing for now, and run this again when it is over (`faultline doctor --watch`).';

function outcomeOf(isolated: Isolated | undefined): Isolation['outcome'] {
  switch (isolated?.kind) {
    case 'found':
      return 'found';
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

function culpableOf({ ids, how }: Culprit, without: Likeness, things: readonly VariedThing[]): Culpable {
  const own = ids.flatMap((id) => things.find((thing) => thing.id === id) ?? []);
  const named = own.map(({ what }) => what);
  const names = listOf(own.map(({ name }) => name));
  const list = prefixed(listOf(named));
  const said = {
    alone:
      things.length === 1
        ? `It works ${list}.`
        : `With everything else changed and ${names} kept, it fails in the same way${without === 'success' ? `; with nothing else changed, it works ${list}` : ''}.`,
    together: `Only together do they bring it about: it works ${named.map(prefixed).join(', or ')}; ${named.length === 2 ? 'either' : 'any'} change is enough.`,
    inseparable: `It works ${list}; with only some of these changes it fails in another way, so that they cannot be told apart.`,
    needed: `It works ${list}; whether anything else has a share in it could not be seen.`,
  }[how];
  return { ids, how, said };
}

function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function headlineOf({ things, searched, shown, known, hasGood }: Premises, culprits: readonly Culpable[]): string {
  const isolated = searched?.isolated;
  const whatOf = (ids: readonly string[]): string =>
    listOf(ids.map((id) => things.all.find((thing) => thing.id === id)?.what ?? id));
  const namesOf = (ids: readonly string[]): string =>
    listOf(ids.map((id) => things.all.find((thing) => thing.id === id)?.name ?? id));
  switch (isolated?.kind) {
    case 'found': {
      const [first, ...more] = culprits;
      if (!first) return 'The difference was found.';
      if (isolated.without !== 'success')
        return `${capital(listOf(culprits.map((one) => namesOf(one.ids))))} ${culprits.length > 1 || first.ids.length > 1 ? 'make' : 'makes'} the call fail, and something else is wrong as well.`;
      if (more.length > 0)
        return `Each of ${culprits.length} things brings the failure about by itself; the call works with ${whatOf(culprits.flatMap(({ ids }) => ids))}.`;
      return first.how === 'together' && first.ids.length === 2
        ? `Two things bring the failure about only together; the call works ${prefixed(whatOf(first.ids.slice(0, 1)))}, and ${prefixed(whatOf(first.ids.slice(1)))}.`
        : `The call works ${prefixed(whatOf(first.ids))}.`;
    }
    case 'no-difference':
      return hasGood
        ? 'The request that is said to work fails in the same way, so that what differs between the two is not the reason.'
        : 'Nothing that was varied makes a difference: the call fails in the same way each time.';
    case 'no-good-side':
      return `No change makes it work; ${things.all.length === 1 ? 'with it' : 'with all of them'} the call fails in another way${otherEnding(searched)}.`;
    case 'flaky':
      return 'The same call ends now in one way and now in another, so that nothing can be told from one change.';
    case 'stopped':
      return `It had to stop early (${isolated.because}); what is left are ${isolated.suspects.length} of ${searched?.varied.length ?? 0} things.`;
    case 'not-reproduced':
    case undefined: {
      const last = shown.tried.at(-1);
      if (!last) return 'Nothing was asked.';
      return known
        ? `The failure was not seen again: ${last.oracle.name} says “${endingOfRun(last)}”.`
        : `The call does not fail here: ${last.oracle.name} says “${endingOfRun(last)}”.`;
    }
  }
}

function otherEnding(searched: Searched | undefined): string {
  const other = searched?.runs.findLast(({ likeness }) => likeness === 'other');
  return other ? ` (${endingOfRun(other)})` : '';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function prefixed(what: string): string {
  return /^(?:with|without|over|through|directly|streamed|not streamed)\b/.test(what) ? what : `with ${what}`;
}

function explanationOf(
  { searched, confirmations, things }: Premises,
  isolated: Isolated | undefined,
  culprits: readonly Culpable[],
): readonly string[] {
  if (isolated?.kind === 'stopped') return [`Still possible: ${suspectsOf(isolated.suspects, things.all)}.`];
  if (isolated?.kind === 'flaky' && isolated.unsure.length > 0)
    return [
      'A configuration that had been seen to end in one way ended in the other when it was run again, and no majority was clear.',
    ];
  if (isolated?.kind !== 'found') return [];
  const [first, last] = confirmations;
  const isConfirmed = first?.likeness === 'same' && last?.likeness === 'success';
  return [
    ...culprits.map(({ said }) => said),
    ...(isolated.without === 'success'
      ? []
      : [
          `Without ${culprits.flatMap(({ ids }) => ids).length > 1 ? 'them' : 'it'} the failing side ${isolated.without === 'other' ? `fails in another way${otherEnding(searched)}` : 'still does not work'}: something else is wrong as well.`,
        ]),
    ...(confirmations.length === 0 || !searched
      ? []
      : [
          isConfirmed
            ? `Found with ${searched.oracle.name}, and confirmed by a ${first.oracle.name}: it fails as it is, and works with the change.`
            : `Found with ${searched.oracle.name}, but a ${first?.oracle.name ?? 'live call'} does not agree: it ${first?.likeness === 'same' ? 'fails as it is, and does not work with the change' : 'does not fail in this way'}.`,
        ]),
  ];
}

function suspectsOf(ids: readonly string[], things: readonly VariedThing[]): string {
  return listOf(ids.map((id) => things.find((thing) => thing.id === id)?.what ?? id));
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

function nextWithout(outcome: Isolation['outcome'], { hasCommand, hasGood }: Premises): string {
  switch (outcome) {
    case 'no-difference':
      if (hasGood) return 'Give a request that was answered, as --good, or vary something else (see the table).';
      return hasCommand
        ? 'Vary what was not tried yet (see the table), or reduce the request with `faultline reduce`.'
        : 'Vary what was not tried yet (see the table); where nothing is left, collect the evidence for support.';
    case 'not-reproduced':
      return 'Let a dearer means show it (--live, --live --allow-paid, or your own command behind --), or give the request as it was sent.';
    case 'inconclusive':
      return 'Run it again, with a larger --budget, or with fewer variables at a time.';
    case 'found':
      return 'Make this change, and run the failing call again.';
  }
}
