import { encodedSecretsIn } from './encodings/index.ts';
import { interruptedSecretsIn } from './interruptions.ts';
import { jointPatterns, jointsOf, type JointPatterns, type Joints } from './joints.ts';
import { cutAnchorsOf, cutBeginningsOf, lineSplitSecretsIn, type CutAnchors } from './line-splits.ts';
import { mayHaveValue } from './named-value.ts';
import { namedSecretAt, nameWords, notBeforeOf, secretBeside } from './names.ts';
import type { BesideRedactor, PatternRedactor, RedactorSet, Secret } from './redactor.ts';
import type { TellAnchor } from './sweep/anchors.ts';
import { streamedSecretsIn } from './streams.ts';
import { mayHoldAnchor } from './sweep/base64.ts';
import { sweep } from './sweep/index.ts';
import type { Sweep } from './sweep/sweep.ts';
import type { Search } from './sweep/tables.ts';

/** What the engine cannot do by itself, since it touches nothing outside. */
export interface Powers {
  /** What gzip or zlib packed, or undefined when it is broken or too large. */
  readonly gunzip?: (bytes: Uint8Array) => Uint8Array | undefined;
}

/** Finds every secret of a set of kinds in a text. */
export interface Engine {
  readonly set: RedactorSet;
  readonly powers: Powers;
  readonly search: Search;
  /** For anchors that cannot be chance in bytes that are no text. */
  readonly longSearch: Search;
  cutAnchors: CutAnchors | undefined;
  /** Made when they are first tried. */
  readonly patterns: (RegExp | undefined)[];
  jointPatterns: JointPatterns | undefined;
}

/** Makes the searches of a set of redactors, which are worth keeping. */
export function engineOf(set: RedactorSet, powers: Powers = {}): Engine {
  const engine: Engine = {
    set,
    powers,
    search: {
      anchors: (tell) => tellAnchors(set, tell),
      cuts: () => cutBeginningsOf(cutAnchorsIn(engine)),
      swept: 0,
      tables: undefined,
    },
    longSearch: { anchors: (tell) => tellLongAnchors(set, tell), cuts: undefined, swept: 0, tables: undefined },
    cutAnchors: undefined,
    patterns: [],
    jointPatterns: undefined,
  };
  return engine;
}

function cutAnchorsIn(engine: Engine): CutAnchors {
  return (engine.cutAnchors ??= cutAnchorsOf(engine.set.byForm));
}

/** What an anchor stands for is made once for all of a redactor: this runs for every text that is swept without tables. */
function tellAnchors({ byForm, beside, byPattern }: RedactorSet, tell: TellAnchor): void {
  for (const redactor of byForm) {
    const stands = { kind: 'form', redactor } as const;
    redactor.anchors.forEach((anchor) => tell(anchor, stands));
  }
  for (const redactor of beside) {
    const stands = { kind: 'beside', redactor } as const;
    redactor.words.forEach((word) => tell(word, stands));
  }
  for (const word of nameWords) tell(word, { kind: 'name', notBefore: notBeforeOf(word) });
  for (const literal of new Set(byPattern.map(({ literal }) => literal)))
    if (literal !== undefined && literal.length >= leastLiteral) tell(literal, { kind: 'literal' });
}

/** Shorter ones are looked for only where all else says that the pattern may find something. */
const leastLiteral = 3;

/** Shorter ones stand by chance in bytes that are no text. */
const leastLongAnchor = 6;

function tellLongAnchors({ byForm }: RedactorSet, tell: TellAnchor): void {
  for (const redactor of byForm) {
    const stands = { kind: 'form', redactor } as const;
    for (const anchor of redactor.anchors) if (anchor.length >= leastLongAnchor) tell(anchor, stands);
  }
}

/** How many encodings inside each other are looked through. */
const mostDepth = 4;

/** Secrets in the order of the text, none over another. */
export function secretsIn(engine: Engine, text: string, depth = 0, isJoined = false): readonly Secret[] {
  const swept = sweep(engine.search, text);
  const found = directSecretsIn(engine, text, swept);
  const within = (inner: string): readonly Secret[] => secretsIn(engine, inner, depth + 1, isJoined);
  if (depth < mostDepth) {
    encodedSecretsIn(
      text,
      swept,
      {
        within,
        strictly: (inner) => formSecretsIn(engine.longSearch, inner),
        mayHold: (digits) => mayHoldAnchor(engine.longSearch, digits),
        gunzip: engine.powers.gunzip,
      },
      found,
    );
    // What a stream carries is searched once, also when it is the text of another stream.
    if (!isJoined) streamedSecretsIn(text, (inner) => secretsIn(engine, inner, depth + 1, true), found);
    if (swept.hasUnseen)
      interruptedSecretsIn(text, (seen) => apart(directSecretsIn(engine, seen, sweep(engine.search, seen))), found);
    if (swept.lineEnds.length > 0)
      lineSplitSecretsIn(
        cutAnchorsIn(engine),
        text,
        swept.lineEnds,
        (inner) => formSecretsIn(engine.search, inner),
        found,
      );
  }
  return apart(found);
}

/** Secrets that stand in the text as they are. */
function directSecretsIn(engine: Engine, text: string, swept: Sweep): Secret[] {
  const forms: Secret[] = [];
  const others: Secret[] = [];
  // Inside a secret no other of its way begins; and a hostile text cannot make each place look far ahead.
  let formFrom = 0;
  let otherFrom = 0;
  const joints = jointsOf(text);
  for (const [index, { text: anchor, stands }] of swept.anchors.entries()) {
    const at = swept.places[index] ?? 0;
    if (stands.kind === 'form') {
      // A secret of one character in front is an address, which is looked for on its own.
      if (at < formFrom && anchor.length > 1) continue;
      const span = stands.redactor.find(text, at, anchor);
      if (!span) continue;
      forms.push({ ...span, kind: stands.redactor.kind });
      if (anchor.length > 1) formFrom = span.end;
    } else if (stands.kind !== 'literal' && at >= otherFrom) {
      const secret =
        stands.kind === 'name'
          ? (namedSecretAt(engine.set.byName, text, at, anchor) ?? openSecretAt(engine, text, joints, at, anchor))
          : (secretBeside(stands.redactor, text, at, anchor) ?? openSecretBeside(stands.redactor, joints, at, anchor));
      if (!secret) continue;
      others.push(secret);
      otherFrom = secret.end;
    }
  }
  patternSecretsIn(engine, text, swept, joints, others);
  return [...forms, ...others];
}

/** A named secret whose name begins behind a written line end or a color. */
function openSecretAt(engine: Engine, text: string, joints: Joints, at: number, anchor: string): Secret | undefined {
  if (!anchor.endsWith('=') && !mayHaveValue(text, at + anchor.length)) return undefined;
  return joints.near(at, (open, place) => namedSecretAt(engine.set.byName, open, place, anchor));
}

/** The same for a number beside a word. */
function openSecretBeside(redactor: BesideRedactor, joints: Joints, at: number, anchor: string): Secret | undefined {
  return joints.near(at, (open, place) => secretBeside(redactor, open, place, anchor));
}

function patternSecretsIn(engine: Engine, text: string, swept: Sweep, joints: Joints, found: Secret[]): void {
  for (const [index, redactor] of engine.set.byPattern.entries()) {
    const { literal, consistsOf, endsWithRun, pattern: made } = redactor;
    const stretches = consistsOf && swept[consistsOf];
    if (stretches?.length === 0) continue;
    if (endsWithRun && (endsWithRun.isAfterPoint ? swept.longestAfterPoint : swept.longestRun) < endsWithRun.least)
      continue;
    if (literal !== undefined && !occurs(literal, text, swept)) continue;
    const pattern = (engine.patterns[index] ??= made());
    if (stretches) {
      for (let at = 0; at < stretches.length; at += 2) {
        const [start = 0, end = 0] = stretches.slice(at, at + 2);
        const offset = Math.max(0, start - charactersAround);
        const around = joints.slice(offset, end + charactersAround);
        eachMatch(redactor, pattern, around, { offset, from: start - offset, to: end - offset }, found);
      }
    } else {
      const open = joints.forPatterns((engine.jointPatterns ??= jointPatterns(engine.set.byPattern)));
      eachMatch(redactor, pattern, open, { offset: 0, from: 0, to: open.length }, found);
    }
  }
}

function occurs(literal: string, text: string, swept: Sweep): boolean {
  return literal.length < leastLiteral ? text.includes(literal) : swept.literals.has(literal);
}

/** A pattern looks at what stands around a stretch: the longest is a color. */
const charactersAround = 64;

function eachMatch(
  { kind, confirm }: PatternRedactor,
  pattern: RegExp,
  text: string,
  { offset, from, to }: { readonly offset: number; readonly from: number; readonly to: number },
  found: Secret[],
): void {
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match && match.index < to; match = pattern.exec(text)) {
    const next = pattern.lastIndex + (match[0] === '' ? 1 : 0);
    const value = match.groups?.['secret'] ?? match[0];
    const start = offset + match.index + match[0].lastIndexOf(value);
    if (value !== '' && confirm?.(value) !== false) found.push({ kind, start, end: start + value.length });
    pattern.lastIndex = next;
  }
}

/** Secrets that their form gives away. */
function formSecretsIn(search: Search, text: string): Secret[] {
  const found: Secret[] = [];
  let from = 0;
  const { anchors, places } = sweep(search, text);
  for (const [index, { text: anchor, stands }] of anchors.entries()) {
    const at = places[index] ?? 0;
    if (stands.kind !== 'form' || at < from || anchor.length < 2) continue;
    const span = stands.redactor.find(text, at, anchor);
    if (!span) continue;
    found.push({ ...span, kind: stands.redactor.kind });
    from = span.end;
  }
  return found;
}

/** Joins secrets that overlap; the one that was found first, which has the clearest form, gives the name. */
function apart(found: readonly Secret[]): readonly Secret[] {
  if (found.length < 2) return found;
  const order = found
    .map((secret, rank) => ({ secret, rank }))
    .sort((a, b) => a.secret.start - b.secret.start || a.rank - b.rank);
  const joined: { secret: Secret; rank: number }[] = [];
  for (const one of order) {
    const last = joined.at(-1);
    if (!last || one.secret.start >= last.secret.end) joined.push(one);
    else {
      const [named, rank] = one.rank < last.rank ? [one.secret, one.rank] : [last.secret, last.rank];
      const end = Math.max(last.secret.end, one.secret.end);
      joined.splice(-1, 1, { secret: { ...named, start: last.secret.start, end }, rank });
    }
  }
  return joined.map(({ secret }) => secret);
}
