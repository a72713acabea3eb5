import type { Cause, Certainty, Match, Quote, Sign, SignHit } from './cause.ts';
import type { Evidence } from './evidence.ts';
import { present } from './present.ts';
import { squeeze, type Reading } from './reading.ts';
import type { Facts, Finding, Verdict } from './verdict.ts';

/** What a cause answered. */
export type Answer =
  | { readonly kind: 'matched'; readonly match: Match; readonly strength: number }
  | { readonly kind: 'ruled-out' }
  | { readonly kind: 'unanswerable'; readonly missing: readonly string[] }
  | { readonly kind: 'crashed'; readonly error: string };

interface PreparedSign {
  readonly sign: Sign;
  readonly says: readonly string[];
  readonly unless: readonly string[];
  readonly strength: number;
}

interface PreparedCause {
  readonly cause: Cause;
  readonly signs: readonly PreparedSign[];
}

/** Causes made ready for judging; build it once and use it for every evidence. */
export interface Engine {
  readonly judge: (evidence: Evidence) => Verdict;
  readonly answers: (evidence: Evidence) => ReadonlyMap<string, Answer>;
}

const certaintyOrder: Readonly<Record<Certainty, number>> = { proven: 2, likely: 1, possible: 0 };
/** Below this a sign names a family only (a bare status or type), and any wording beats it. */
const namesFamilyOnly = 30;

/** Makes an engine over a list of causes. Signs are prepared on the first judgement, not before. */
export function createEngine(causes: readonly Cause[]): Engine {
  let prepared: readonly PreparedCause[] | undefined;
  const answers = (evidence: Evidence): ReadonlyMap<string, Answer> => {
    prepared ??= prepare(causes);
    const all = new Map<string, Answer>();
    for (const { cause, signs } of prepared) all.set(cause.id, ask(cause, signs, evidence));
    return all;
  };
  return { answers, judge: (evidence) => weigh(answers(evidence), evidence) };
}

/** A character of the private use area: no wording holds it, and squeezing keeps it. */
const separator = '\ue000';

/** Squeezes the fragments of all signs in one pass: thousands of small ones would be most of the program's start. */
function prepare(causes: readonly Cause[]): readonly PreparedCause[] {
  const fragments: string[] = [];
  for (const { signs } of causes) for (const { says, unless } of signs) fragments.push(...list(says), ...list(unless));
  const squeezed = squeeze(fragments.join(separator)).split(separator);
  let next = 0;
  const take = (count: number): readonly string[] => squeezed.slice(next, (next += count));
  return causes.map((cause) => ({
    cause,
    signs: cause.signs.map((sign) => {
      const says = take(list(sign.says).length);
      return { sign, says, unless: take(list(sign.unless).length), strength: strengthOf(sign, says) };
    }),
  }));
}

/** Code before wording before errno before type before bare status; a longer wording says more. */
function strengthOf(sign: Sign, says: readonly string[]): number {
  if (sign.code !== undefined) return 80;
  if (says.length > 0) {
    const length = says.reduce((sum, fragment) => sum + fragment.length, 0);
    const stated = (sign.type === undefined ? 0 : 4) + (sign.status === undefined ? 0 : 2) + (sign.pattern ? 3 : 0);
    return 40 + stated + Math.min(20, length / 4);
  }
  if (sign.pattern) return 42;
  if (sign.errno !== undefined || sign.stopReason !== undefined) return 38;
  if (sign.header !== undefined) return 32;
  if (sign.type !== undefined) return sign.status === undefined ? 20 : 22;
  return 10;
}

function ask(cause: Cause, signs: readonly PreparedSign[], evidence: Evidence): Answer {
  const missing = cause.needs.filter((part) => evidence[part] === undefined);
  if (missing.length > 0) return { kind: 'unanswerable', missing };
  let best: { readonly match: Match; readonly strength: number } | undefined;
  for (const candidate of signs) {
    const hit = held(candidate, evidence);
    if (!hit) continue;
    try {
      const match = cause.examine(evidence, hit);
      if (match && (!best || compare({ match, strength: candidate.strength }, best) < 0)) {
        best = { match, strength: candidate.strength };
      }
    } catch (error) {
      return { kind: 'crashed', error: error instanceof Error ? error.message : String(error) };
    }
  }
  return best ? { kind: 'matched', ...best } : { kind: 'ruled-out' };
}

function held({ sign, says, unless }: PreparedSign, evidence: Evidence): SignHit | undefined {
  const { response, network, reading } = evidence;
  if (sign.code !== undefined && !among(sign.code, response?.errorCode)) return undefined;
  if (sign.type !== undefined && !among(sign.type, response?.errorType)) return undefined;
  if (sign.status !== undefined && !among(sign.status, response?.status)) return undefined;
  if (sign.errno !== undefined && !among(sign.errno, network?.errno)) return undefined;
  if (sign.stopReason !== undefined && !among(sign.stopReason, response?.stopReason)) return undefined;
  if (sign.platform !== undefined && !among(sign.platform, evidence.platform)) return undefined;
  if (sign.header !== undefined && response?.headers?.[sign.header] === undefined) return undefined;
  if (sign.shared && evidence.subject === 'other') return undefined;
  const squeezed = reading?.squeezed ?? '';
  let first: { readonly start: number; readonly end: number } | undefined;
  for (const fragment of says) {
    const start = squeezed.indexOf(fragment);
    if (start < 0) return undefined;
    first ??= { start, end: start + fragment.length };
  }
  if (unless.some((fragment) => squeezed.includes(fragment))) return undefined;
  if (sign.pattern) {
    const found = sign.pattern.exec(reading?.flat ?? '');
    if (!found) return undefined;
    if (!first) return { sign, quote: { part: 'text', text: found[0] } };
  }
  let quote: Quote | undefined;
  // Of many hits only those that are told need their place in the text.
  return {
    sign,
    get quote() {
      return (quote ??= first && reading ? quoted(reading, first) : spoken(sign, evidence));
    },
  };
}

/** The line around a hit, as the input has it; of a long line the part near the hit. */
function quoted(reading: Reading, hit: { readonly start: number; readonly end: number }): Quote {
  const place = reading.locate(hit.start, hit.end);
  const lineStart = reading.raw.lastIndexOf('\n', place.start - 1) + 1;
  const nextBreak = reading.raw.indexOf('\n', place.end);
  const lineEnd = nextBreak < 0 ? reading.raw.length : nextBreak;
  const from = Math.max(lineStart, place.start - 90);
  const to = Math.min(lineEnd, place.end + 120);
  const text = `${from > lineStart ? '…' : ''}${reading.raw.slice(from, to).trim()}${to < lineEnd ? '…' : ''}`;
  return { part: 'text', text, place };
}

/** A quote of the machine-readable marks that made a sign hold. */
function spoken(sign: Sign, { response, network }: Evidence): Quote {
  if (sign.code !== undefined) return { part: 'response', text: `error_code: ${response?.errorCode ?? ''}` };
  if (sign.errno !== undefined) return { part: 'network', text: network?.errno ?? '' };
  if (sign.stopReason !== undefined) return { part: 'response', text: `stop_reason: ${response?.stopReason ?? ''}` };
  const parts = [
    ...(sign.status === undefined ? [] : [`HTTP ${response?.status ?? ''}`]),
    ...(sign.type === undefined ? [] : [response?.errorType ?? '']),
    ...(sign.header === undefined ? [] : [`${sign.header}: ${response?.headers?.[sign.header] ?? ''}`]),
  ];
  return { part: 'response', text: parts.join(' ') };
}

type Weighed = { readonly match: Match; readonly strength: number };

function compare(a: Weighed, b: Weighed): number {
  return certaintyOrder[b.match.certainty] - certaintyOrder[a.match.certainty] || b.strength - a.strength;
}

function weigh(answers: ReadonlyMap<string, Answer>, evidence: Evidence): Verdict {
  const matched: Weighed[] = [];
  const crashed: { readonly cause: string; readonly error: string }[] = [];
  for (const [cause, answer] of answers) {
    if (answer.kind === 'matched') matched.push(answer);
    if (answer.kind === 'crashed') crashed.push({ cause, error: answer.error });
  }
  const { leading, following } = arrange(matched.toSorted(compare));
  const findings = leading.map((one) => finding(one.match, following.get(one.match.cause.id)));
  const { subject, response } = evidence;
  const named = subject === 'claude' || (subject !== 'other' && response?.errorType !== undefined);
  const outcome = findings.length > 0 ? 'failure' : named && failed(evidence) ? 'unknown' : 'none';
  return {
    outcome,
    findings,
    facts: factsOf(evidence),
    open:
      outcome === 'unknown' ? ['Capture the whole error: HTTP status, response body and the `request-id` header.'] : [],
    ...(crashed.length > 0 ? { crashed } : {}),
  };
}

function failed({ response, network, client }: Evidence): boolean {
  return (
    (response?.status ?? 0) >= 400 ||
    response?.errorType !== undefined ||
    network?.errno !== undefined ||
    (client?.exceptions?.length ?? 0) > 0
  );
}

/** Takes out what a finer cause covers, what only names a family, and puts consequences under what they follow from. */
function arrange(sorted: readonly Weighed[]): {
  readonly leading: readonly Weighed[];
  readonly following: ReadonlyMap<string, readonly Match[]>;
} {
  const covered = new Set<string>();
  for (const { match } of sorted) {
    const parent = match.cause.refines;
    const broader = sorted.find((other) => other.match.cause.id === parent);
    if (
      parent !== undefined &&
      (!broader || certaintyOrder[match.certainty] >= certaintyOrder[broader.match.certainty])
    ) {
      covered.add(parent);
    }
  }
  const kept = sorted.filter(({ match }) => !covered.has(match.cause.id));
  const worded = kept.some((one) => one.strength >= namesFamilyOnly && one.match.certainty !== 'possible');
  const strong = worded ? kept.filter((one) => one.strength >= namesFamilyOnly) : kept;
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
    else following.set(origin.match.cause.id, [...(following.get(origin.match.cause.id) ?? []), one.match]);
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

/** The facts of the evidence, flat, as every surface prints them. */
export function factsOf(evidence: Evidence): Facts {
  const { response, client, network, platform, gateway, model, timestamp } = evidence;
  const headers = response?.headers;
  const retryAfter = Number(headers?.['retry-after']);
  const limits = Object.entries(headers ?? {}).filter(([name]) => /^anthropic-(ratelimit|priority|fast)-/.test(name));
  return present({
    status: response?.status,
    errorType: response?.errorType,
    errorCode: response?.errorCode,
    message: response?.message,
    path: response?.path,
    requestId: response?.requestId,
    stopReason: response?.stopReason,
    model,
    platform,
    gateway,
    client: client?.name,
    clientVersion: client?.version,
    retryAfterSeconds: headers?.['retry-after'] !== undefined && Number.isFinite(retryAfter) ? retryAfter : undefined,
    limits: limits.length > 0 ? Object.fromEntries(limits) : undefined,
    errno: network?.errno,
    host: network?.host,
    timestamp,
  });
}

function list<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}

function isList<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}

function among<T>(wanted: T | readonly T[], value: T | undefined): boolean {
  return value !== undefined && list(wanted).includes(value);
}
