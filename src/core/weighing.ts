import type { Certainty, Match } from './cause.ts';
import type { Evidence } from './evidence.ts';
import { factsOf } from './facts-of.ts';
import { namesFamilyOnly } from './signs.ts';
import type { Finding, Verdict } from './verdict.ts';

/** What a cause answered. */
export type Answer =
  | { readonly kind: 'matched'; readonly match: Match; readonly strength: number }
  | { readonly kind: 'ruled-out' }
  | { readonly kind: 'unanswerable'; readonly missing: readonly string[] }
  | { readonly kind: 'crashed'; readonly error: string };

const certaintyOrder: Readonly<Record<Certainty, number>> = { proven: 2, likely: 1, possible: 0 };

/** A match and how much the sign behind it says. */
export type Weighed = { readonly match: Match; readonly strength: number };

/** Sorts the surer first, then the one whose sign says more. */
export function compare(a: Weighed, b: Weighed): number {
  return certaintyOrder[b.match.certainty] - certaintyOrder[a.match.certainty] || b.strength - a.strength;
}

/** Makes the verdict out of all answers. */
export function weigh(answers: ReadonlyMap<string, Answer>, evidence: Evidence): Verdict {
  const matched: Weighed[] = [];
  const crashed: { readonly cause: string; readonly error: string }[] = [];
  for (const [cause, answer] of answers) {
    if (answer.kind === 'matched') matched.push(answer);
    if (answer.kind === 'crashed') crashed.push({ cause, error: answer.error });
  }
  const { leading, following } = arrange(matched.toSorted(compare));
  const findings = leading.map((one) => finding(one.match, following.get(one.match.cause.id)));
  const { subject, response, platform, gateway } = evidence;
  const named =
    subject === 'claude' || (subject !== 'other' && (response?.errorType ?? platform ?? gateway) !== undefined);
  const outcome = findings.length > 0 ? 'failure' : named && failed(evidence) ? 'unknown' : 'none';
  return {
    outcome,
    findings,
    facts: outcome === 'none' ? {} : factsOf(evidence),
    open:
      outcome === 'unknown' ? ['Capture the whole error: HTTP status, response body and the `request-id` header.'] : [],
    ...(crashed.length > 0 ? { crashed } : {}),
  };
}

/** Whether a verdict names no cause that is at least likely, although a call failed, or may have where Claude is named. */
export function isWeak({ outcome, findings }: Verdict, { subject }: Evidence): boolean {
  const [first] = findings;
  return first ? first.certainty === 'possible' : outcome === 'unknown' || subject === 'claude';
}

/** What a program's own code raises, before or beside any call. */
const ofLanguage =
  /^(?:ModuleNotFound|Import|Name|Syntax|Indentation|Tab|Key|Index|ZeroDivision|FileNotFound|FileExists|IsADirectory|NotADirectory|Permission|OS|IO|EOF|Memory|Recursion|NotImplemented|Lookup|Unicode\w{0,9}|Assertion|Reference|Range|UnboundLocal)Error$/;

function failed({ response, network, client, reading }: Evidence): boolean {
  return (
    /\bAPI Error ?[:(]/.test(reading?.flat ?? '') ||
    (response?.status ?? 0) >= 400 ||
    response?.errorType !== undefined ||
    response?.path !== undefined ||
    (network?.errno !== undefined && network.errno !== 'EADDRINUSE') ||
    (client?.exceptions ?? []).some((name) => !ofLanguage.test(name))
  );
}

/** Whether one of the causes is likely by more than a bare status or type, so that what rests on those alone is left out. */
export function isSpecificAmong(answers: ReadonlyMap<string, Answer>): boolean {
  return [...answers.values()].some((answer) => answer.kind === 'matched' && isSpecific(answer));
}

function isSpecific({ match, strength }: Weighed): boolean {
  return !namesFamilyOnly(strength) && match.certainty !== 'possible';
}

/** Takes out what only names a family, what a finer cause covers, and puts consequences under what they follow from. */
function arrange(sorted: readonly Weighed[]): {
  readonly leading: readonly Weighed[];
  readonly following: ReadonlyMap<string, readonly Match[]>;
} {
  const known = sorted.some(isSpecific) ? sorted.filter(({ strength }) => !namesFamilyOnly(strength)) : sorted;
  const covered = new Set<string>();
  for (const { match } of known) {
    const parent = match.cause.refines;
    const broader = known.find((other) => other.match.cause.id === parent);
    if (
      parent !== undefined &&
      (!broader || certaintyOrder[match.certainty] >= certaintyOrder[broader.match.certainty])
    ) {
      covered.add(parent);
    }
  }
  const strong = known.filter(({ match }) => !covered.has(match.cause.id));
  const leading: Weighed[] = [];
  const following = new Map<string, Match[]>();
  for (const one of strong) {
    const reasons = one.match.cause.consequenceOf;
    const origin = strong.find(
      (other) =>
        other !== one &&
        // What is merely possible explains nothing that is better known.
        (other.match.certainty !== 'possible' || one.match.certainty === 'possible') &&
        (reasons.includes('*') || reasons.includes(other.match.cause.id)) &&
        !other.match.cause.consequenceOf.includes('*') &&
        !other.match.cause.consequenceOf.includes(one.match.cause.id),
    );
    if (!origin) leading.push(one);
    // The general words of a wrapper say nothing that what it wraps does not.
    else if (one.match.certainty !== 'possible' || origin.match.certainty === 'possible')
      following.set(origin.match.cause.id, [...(following.get(origin.match.cause.id) ?? []), one.match]);
  }
  return { leading: leading.slice(0, 3), following };
}

function finding(match: Match, consequences: readonly Match[] | undefined): Finding {
  const { cause } = match;
  const { explanation, remedies, retry } = match.tell();
  return {
    cause: cause.id,
    ...(cause.refines === undefined ? {} : { refines: cause.refines }),
    title: cause.title,
    locus: cause.locus,
    certainty: match.certainty,
    explanation,
    because: match.because,
    remedies,
    retry,
    docs: cause.docs,
    ...(cause.settledBy.length > 0 ? { settledBy: cause.settledBy } : {}),
    ...(consequences && consequences.length > 0
      ? { consequences: consequences.map((one) => finding(one, undefined)) }
      : {}),
  };
}

/** A match with another certainty; what it tells is still worked out only when asked for. */
export function asSure(match: Match, certainty: Certainty): Match {
  return {
    cause: match.cause,
    sign: match.sign,
    certainty,
    get because() {
      return match.because;
    },
    tell: match.tell,
  };
}
