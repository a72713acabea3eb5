import type { Budget } from '../../../core/budget.ts';
import type { Isolation, IsolationRun, RunLikeness, VariedThing } from '../../../core/isolation.ts';
import { decisionsOf } from '../decisions.ts';
import type { PageCall, WindowKind, WindowReport } from './report.ts';

/** What is compared. */
export interface Compared {
  readonly reports: ReadonlyMap<WindowKind, WindowReport>;
  /** The same call by Faultline itself, without a browser. */
  readonly own: PageCall;
  readonly url: string;
  readonly spent: Isolation['spent'];
  readonly budget: Budget;
}

const privateWindow: VariedThing = {
  id: 'window',
  variable: 'window',
  group: 'profile',
  name: 'the window',
  what: 'in a private window',
  failing: 'normal',
  changed: 'private',
  remedy:
    'Switch the add-ons off one by one, and clear what the browser keeps of this site (cookies, cache, service workers), until it works in the normal window too.',
};
const consent: VariedThing = {
  id: 'consent',
  variable: 'consent',
  group: 'request',
  name: 'the header `anthropic-dangerous-direct-browser-access`',
  what: 'with the header `anthropic-dangerous-direct-browser-access: true`',
  failing: 'not sent',
  changed: 'true',
  remedy:
    'Make the call from a server of your own, so that the key stays there; where every visitor may see the key, set `dangerouslyAllowBrowser` in the SDK.',
};
const outside: VariedThing = {
  id: 'browser',
  variable: 'browser',
  group: 'program',
  name: 'the browser',
  what: 'outside the browser',
  failing: 'a page',
  changed: 'Faultline itself',
  remedy:
    'Look at what the browser adds of its own: its proxy settings, a policy of the organization, its certificates. Where the host sends no CORS headers, make the call from a server.',
};

/** Says what the two windows and the call outside the browser tell together. No call holds a credential. */
export function comparisonOf({ reports, own, url, spent, budget }: Compared): Isolation {
  const normal = reports.get('normal');
  const hidden = reports.get('private');
  const things = [privateWindow, consent, outside];
  const runs = [
    ...(normal ? [runOf(normal.withConsent, [], 'a page in a normal window')] : []),
    ...(hidden ? [runOf(hidden.withConsent, ['window'], 'a page in a private window')] : []),
    runOf(own, ['browser'], 'Faultline itself'),
    ...(normal
      ? [runOf(normal.withoutConsent, [], 'a page in a normal window, without the header that allows pages')]
      : []),
  ];
  const told = answerOf(normal, hidden, own);
  const culprits = told.culprit ? [{ ids: [told.culprit.id], how: 'needed' as const, said: told.said }] : [];
  return {
    outcome: told.outcome,
    headline: told.headline,
    explanation: [told.said, ...marksOf(normal, hidden)],
    culprits,
    things,
    runs,
    held: [{ what: 'address', value: url }],
    decisions: decisionsOf({
      outcome: told.outcome,
      culprits: culprits.flatMap(({ ids }) => ids),
      things,
      varied: hidden ? things.map(({ id }) => id) : [],
      runs,
    }),
    next: told.culprit?.remedy ?? told.next,
    notTried: [],
    notes: [
      'No call held a credential: a page cannot keep one. An answer that refuses it for that (401) has got through all the same.',
    ],
    spent,
    budget,
    oracle: 'browser',
  };
}

interface Told {
  readonly outcome: Isolation['outcome'];
  readonly headline: string;
  readonly said: string;
  readonly next: string;
  readonly culprit?: VariedThing;
}

function answerOf(normal: WindowReport | undefined, hidden: WindowReport | undefined, own: PageCall): Told {
  if (!normal || !hidden) {
    return {
      outcome: 'inconclusive',
      headline: `The ${normal ? 'private' : 'normal'} window has told nothing, so that there is nothing to compare.`,
      said: 'Both addresses must be opened, each in its kind of window, while the command waits.',
      next: 'Run it again, and open both addresses.',
    };
  }
  const { withConsent: first } = normal;
  const { withConsent: second } = hidden;
  if (first.kind === 'blocked' && second.kind === 'answered') {
    return {
      outcome: 'found',
      headline: 'The call works in a private window.',
      said: `From the normal window it is blocked (${first.message}), and from the private one it is answered (${second.status}): an add-on, or what the browser keeps of the site, stands in the way.`,
      next: '',
      culprit: privateWindow,
    };
  }
  if (first.kind === 'blocked' && second.kind === 'blocked' && own.kind === 'answered') {
    const isReadable = normal.isReached || hidden.isReached;
    return {
      outcome: 'found',
      headline: 'The call works outside the browser.',
      said: isReadable
        ? `The host is reached from the browser, but the page may not read what comes (${first.message}): it sends no CORS headers for this page.`
        : `Nothing of the host is reached from the browser (${first.message}), and it is reached without one: a proxy, a policy or the certificates of the browser stand in the way.`,
      next: '',
      culprit: outside,
    };
  }
  if (own.kind === 'blocked') {
    return {
      outcome: 'no-difference',
      headline: 'The host is not reached without the browser either.',
      said: `A call by Faultline itself fails as well (${own.message}), so that the browser is not the reason.`,
      next: 'Run `faultline doctor`: it measures each step of the way.',
    };
  }
  if (first.kind === 'answered' && normal.withoutConsent.kind === 'blocked') {
    return {
      outcome: 'found',
      headline: 'The call works with the header `anthropic-dangerous-direct-browser-access`.',
      said: 'With the header the page reads the answer in both windows, and without it the browser keeps the answer back (CORS).',
      next: '',
      culprit: consent,
    };
  }
  const isSame = first.kind === second.kind && (first.kind !== 'answered' || statusOf(first) === statusOf(second));
  return {
    outcome: isSame ? 'no-difference' : 'inconclusive',
    headline: isSame
      ? 'The browser makes no difference: the call is answered in both windows as it is without one.'
      : `The two windows are answered differently: ${wordsOf(first)} in the normal one, ${wordsOf(second)} in the private one.`,
    said: isSame
      ? `Normal window ${wordsOf(first)}, private window ${wordsOf(second)}, without a browser ${wordsOf(own)}.`
      : 'Neither fails in the way in which left-over state or an add-on would show.',
    next: isSame
      ? 'Look at what the page itself does with the answer: its own code, and its console.'
      : 'Run it again; if it stays so, compare the two answers in the network panel of the browser.',
  };
}

function statusOf(call: PageCall): number | undefined {
  return call.kind === 'answered' ? call.status : undefined;
}

function wordsOf(call: PageCall): string {
  return call.kind === 'answered' ? `answered with ${call.status}` : `blocked (${call.message})`;
}

/** Marks of an add-on, each in a sentence. */
function marksOf(normal: WindowReport | undefined, hidden: WindowReport | undefined): readonly string[] {
  return [normal, hidden].flatMap((report) => {
    if (!report) return [];
    const where = `In the ${report.window} window`;
    return [
      ...(report.changedHeaders.length > 0
        ? [
            `${where} something changes headers of calls: ${report.changedHeaders.map((name) => `\`${name}\``).join(', ')}.`,
          ]
        : []),
      ...(report.hasChangedBody ? [`${where} something changes the body of calls.`] : []),
      ...(report.isTouched
        ? [`${where} something writes into pages, or replaces the browser’s \`fetch\`: an add-on.`]
        : []),
    ];
  });
}

function runOf(call: PageCall, changed: readonly string[], oracle: string): IsolationRun {
  const likeness: RunLikeness = call.kind === 'answered' ? 'success' : 'same';
  return {
    why: changed.length === 0 ? 'failing' : 'one-changed',
    changed,
    oracle,
    likeness,
    ending: wordsOf(call),
  };
}
