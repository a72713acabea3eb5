import type { Culpable, Isolation, VariedThing } from '../../core/isolation.ts';
import type { Likeness } from '../../experiments/ending.ts';
import type { Culprit } from '../../experiments/isolate/search.ts';
import type { Premises } from './premises.ts';
import { endingOfRun, type EndedRun, type Searched } from './running.ts';

const waitFirst =
  'The status page reports an incident: change nothing for now, and run this again when it is over (`faultline doctor --watch`).';

/** What brings the failure about, told as a sentence. */
export function culpableOf({ ids, how }: Culprit, without: Likeness, things: readonly VariedThing[]): Culpable {
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

/** The answer in one sentence. */
export function headlineOf(premises: Premises, culprits: readonly Culpable[]): string {
  const { things, searched, shown, known, hasGood, confirmations } = premises;
  const noun = nounOf(premises);
  const isolated = searched?.isolated;
  const whatOf = (ids: readonly string[]): string =>
    listOf(ids.map((id) => things.all.find((thing) => thing.id === id)?.what ?? id));
  const namesOf = (ids: readonly string[]): string =>
    listOf(ids.map((id) => things.all.find((thing) => thing.id === id)?.name ?? id));
  switch (isolated?.kind) {
    case 'found': {
      const [first, ...more] = culprits;
      if (!first) return 'The difference was found.';
      if (confirmationOf(confirmations) === 'refuted')
        return `${capital(searched?.oracle.name ?? 'what was asked')} says that it works ${prefixed(whatOf(first.ids))}, and a dearer means does not agree.`;
      if (isolated.without !== 'success')
        return `${capital(listOf(culprits.map((one) => namesOf(one.ids))))} ${culprits.length > 1 || first.ids.length > 1 ? 'make' : 'makes'} the ${noun} fail, and something else is wrong as well.`;
      if (more.length > 0)
        return `Each of ${culprits.length} things brings the failure about by itself; the ${noun} works with ${whatOf(culprits.flatMap(({ ids }) => ids))}.`;
      return first.how === 'together' && first.ids.length === 2
        ? `Two things bring the failure about only together; the ${noun} works ${prefixed(whatOf(first.ids.slice(0, 1)))}, and ${prefixed(whatOf(first.ids.slice(1)))}.`
        : `The ${noun} works ${prefixed(whatOf(first.ids))}.`;
    }
    case 'no-difference':
      return hasGood
        ? 'The request that is said to work fails in the same way, so that what differs between the two is not the reason.'
        : `Nothing that was varied makes a difference: the ${noun} fails in the same way each time.`;
    case 'no-good-side':
      return `No change makes it work; ${things.all.length === 1 ? 'with it' : 'with all of them'} the ${noun} fails in another way${otherEnding(searched)}.`;
    case 'flaky':
      return `The same ${noun} ends now in one way and now in another, so that nothing can be told from one change.`;
    case 'stopped':
      return `It had to stop early (${isolated.because}); what is left are ${isolated.suspects.length} of ${searched?.varied.length ?? 0} things.`;
    case 'not-reproduced':
    case undefined: {
      const last = shown.tried.at(-1);
      if (!last) return 'Nothing was asked.';
      if (last.likeness === 'unknown') return `Whether the ${noun} fails could not be told: ${endingOfRun(last)}.`;
      return known
        ? `The failure was not seen again: ${last.oracle.name} says “${endingOfRun(last)}”.`
        : `The ${noun} does not fail here: ${last.oracle.name} says “${endingOfRun(last)}”.`;
    }
  }
}

/** What stands behind the answer, each in a sentence. */
export function explanationOf(
  { searched, confirmations, things }: Premises,
  culprits: readonly Culpable[],
): readonly string[] {
  const isolated = searched?.isolated;
  if (isolated?.kind === 'stopped') return [`Still possible: ${suspectsOf(isolated.suspects, things.all)}.`];
  if (isolated?.kind === 'flaky' && isolated.unsure.length > 0)
    return [
      'A configuration that had been seen to end in one way ended in the other when it was run again, and no majority was clear.',
    ];
  if (isolated?.kind !== 'found') return [];
  return [
    ...culprits.map(({ said }) => said),
    ...(isolated.without === 'success'
      ? []
      : [
          `Without ${culprits.flatMap(({ ids }) => ids).length > 1 ? 'them' : 'it'} the failing side ${isolated.without === 'other' ? `fails in another way${otherEnding(searched)}` : 'still does not work'}: something else is wrong as well.`,
        ]),
    ...confirmationWords(searched, confirmations),
  ];
}

/** What a dearer means says of what a cheaper one found: that it fails as it is, and works with the change. */
export function confirmationOf(confirmations: readonly EndedRun[]): 'none' | 'open' | 'confirmed' | 'refuted' {
  const [failing, changed] = confirmations;
  if (!failing || !changed) return 'none';
  if (failing.likeness === 'unknown' || changed.likeness === 'unknown') return 'open';
  return failing.likeness === 'same' && changed.likeness === 'success' ? 'confirmed' : 'refuted';
}

function confirmationWords(searched: Searched | undefined, confirmations: readonly EndedRun[]): readonly string[] {
  const [failing, changed] = confirmations;
  if (!searched || !failing || !changed) return [];
  const found = `Found with ${searched.oracle.name}`;
  switch (confirmationOf(confirmations)) {
    case 'none':
      return [];
    case 'open':
      return [`${found}; a ${failing.oracle.name} could not confirm it.`];
    case 'confirmed':
      return [`${found}, and confirmed by a ${failing.oracle.name}: it fails as it is, and works with the change.`];
    case 'refuted':
      return [
        `${found}, but by a ${failing.oracle.name} it ends so: as it fails, ${endingOfRun(failing)}; with the change, ${endingOfRun(changed)}.`,
      ];
  }
}

/** The next move. */
export function nextOf(outcome: Isolation['outcome'], premises: Premises, culprits: readonly string[]): string {
  const { status, things, hasCommand, hasGood } = premises;
  if (status?.isIncident === true) return waitFirst;
  switch (outcome) {
    case 'no-difference':
      if (hasGood) return 'Give a request that was answered, as --good, or vary something else (see the table).';
      return hasCommand
        ? 'Vary every variable with --vary env=all, or what was not tried yet (see the table).'
        : 'Vary what was not tried yet (see the table); where nothing is left, collect the evidence for support.';
    case 'not-reproduced':
      return 'Let a dearer means show it (--live, --live --allow-paid, or your own command behind --), or give the request as it was sent.';
    case 'inconclusive':
      return 'Run it again, with a larger --budget, or with fewer variables at a time.';
    case 'found':
      return (
        things.all.find(({ id }) => id === culprits[0])?.remedy ?? 'Make this change, and run the failing call again.'
      );
  }
}

/** What is said to work or fail. */
function nounOf({ hasCommand }: Premises): 'command' | 'call' {
  return hasCommand ? 'command' : 'call';
}

function otherEnding(searched: Searched | undefined): string {
  const other = searched?.runs.findLast(({ likeness }) => likeness === 'other');
  return other ? ` (${endingOfRun(other)})` : '';
}

function suspectsOf(ids: readonly string[], things: readonly VariedThing[]): string {
  return listOf(ids.map((id) => things.find((thing) => thing.id === id)?.what ?? id));
}

function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function prefixed(what: string): string {
  return /^(?:with|without|over|through|directly|streamed|not streamed)\b/.test(what) ? what : `with ${what}`;
}
