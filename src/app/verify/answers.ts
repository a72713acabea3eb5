import {
  answerIds,
  type AnswerId,
  type CertificateAnswer,
  type CertificateCheck,
  type CertificateEvidence,
  type CertificateRun,
  type CheckId,
} from '../../core/certificate.ts';
import { present } from '../../core/present.ts';

const questions: Readonly<Record<AnswerId, string>> = {
  'known-good': 'Does what should work succeed?',
  'known-bad': 'Does what cannot work fail with a clear, clean message?',
  logs: 'Does the log lead to the request, and hold no credential?',
  retries: 'Do retries stop at their limit, and wait as told?',
  reproduced: 'Can a second environment reproduce it?',
};

/** How an answer is got that nothing bears on so far. */
const waysToAsk: Readonly<Record<AnswerId, string>> = {
  'known-good': 'Give the incident, or the application with --app.',
  'known-bad': 'Give the incident, or the application with --app.',
  logs: 'Give the application with --app, and its log with --log.',
  retries: 'Give the application with --app, and leave no scenario out.',
  reproduced: 'Run the same command elsewhere with --json, and give what it prints here with --second.',
};

/** The most telling checks first. */
const telling: readonly CheckId[] = [
  'structure',
  'ending',
  'message',
  'upstream-text',
  'request-detail',
  'request-id',
  'retry-limit',
  'retry-wait',
  'credential',
  'second-environment',
  'crash',
  'time',
];
/** What fails because of these is not looked at, so that they come first where they fail. */
const first: ReadonlySet<CheckId> = new Set(['crash', 'time']);
const mostHolding = 3;

interface Told {
  readonly run: CertificateRun;
  readonly check: CertificateCheck;
}

/** What the user gave to be verified. */
export interface Given {
  readonly hasApplication: boolean;
  /** Only some scenarios were chosen. */
  readonly isPartial: boolean;
  readonly hasLog: boolean;
}

/** Answers the five questions by what was run. */
export function answersOf(runs: readonly CertificateRun[], given: Given): readonly CertificateAnswer[] {
  const all = runs.flatMap((run) => run.checks.map((check): Told => ({ run, check })));
  return answerIds.map((id) => {
    const told = all.filter(({ check }) => check.answers === id && check.state !== 'noted');
    const inState = (state: CertificateCheck['state']): readonly Told[] =>
      told.filter(({ check }) => check.state === state);
    const [failing, open, holding] = [inState('fails'), inState('open'), inState('holds')];
    const base = { id, question: questions[id], checks: told.length, held: holding.length };
    if (failing.length === 0 && id === 'logs' && !given.hasLog)
      return { ...base, state: 'not-asked', said: waysToAsk.logs, evidence: [] };
    if (told.length === 0) {
      return given.hasApplication && !given.isPartial && id !== 'reproduced'
        ? { ...base, state: 'open', said: 'The application did not get that far.', evidence: [] }
        : { ...base, state: 'not-asked', said: waysToAsk[id], evidence: [] };
    }
    const deciding = failing.length > 0 ? failing : open;
    if (deciding.length === 0) {
      const said = told.length === 1 ? 'The check holds.' : `All ${told.length} checks hold.`;
      return { ...base, state: 'yes', said, evidence: evidenceOf(holding).slice(0, mostHolding) };
    }
    const verb = failing.length > 0 ? (failing.length === 1 ? 'fails' : 'fail') : 'could not be told';
    return {
      ...base,
      state: failing.length > 0 ? 'no' : 'open',
      said: told.length === 1 ? `The check ${verb}.` : `${deciding.length} of ${told.length} checks ${verb}.`,
      evidence: evidenceOf(deciding),
    };
  });
}

/**
 * One piece for each kind of check, the most telling kinds first. An application does the same thing wrong in several
 * scenarios; each request that was asked about is a piece of its own.
 */
function evidenceOf(told: readonly Told[]): readonly CertificateEvidence[] {
  const fails = !told.some(({ check }) => check.state === 'holds');
  const order = fails ? [...first, ...telling.filter((id) => !first.has(id))] : telling;
  return order.flatMap((kind) => {
    const alike = new Map<string, Told[]>();
    for (const one of told.filter(({ check }) => check.id === kind)) {
      const key = one.run.through === 'application' ? '' : one.run.id;
      alike.set(key, [...(alike.get(key) ?? []), one]);
    }
    return [...alike.values()].flatMap(pieceOf);
  });
}

/** What was seen in the run that tried most stands for all. */
function pieceOf(alike: readonly Told[]): readonly CertificateEvidence[] {
  const ordered = alike.toSorted((one, other) => other.run.tries.length - one.run.tries.length);
  const [shown] = ordered;
  if (!shown) return [];
  const { id, state, said, seen } = shown.check;
  return [{ runs: ordered.map(({ run }) => run.title), id, state, said, ...present({ seen }) }];
}
