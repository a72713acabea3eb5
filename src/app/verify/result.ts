import {
  variableWords,
  type Certificate,
  type CertificateAnswer,
  type CertificateRun,
  type CertificateVariable,
  type CheckId,
  type VariableName,
} from '../../core/certificate.ts';

/** What a result follows from. */
export interface ResultGrounds {
  readonly runs: readonly CertificateRun[];
  readonly answers: readonly CertificateAnswer[];
  readonly variables: readonly CertificateVariable[];
  /** The unrepaired request succeeds too. */
  readonly isHealedAnyway: boolean;
  readonly mustBeComplete: boolean;
}

/** What the answers come to; a fix is proven by nothing when anything but the fix has changed. */
export function resultOf(grounds: ResultGrounds): Pick<Certificate, 'result' | 'headline'> {
  const { runs, answers, variables, isHealedAnyway, mustBeComplete } = grounds;
  const states = new Set(answers.map(({ state }) => state));
  if (states.has('no')) return { result: 'refuted', headline: refutedBy(answers, runs) };
  const confounders = variables.filter(({ state, isFix }) => state === 'changed' && !isFix);
  if (confounders.length > 0) {
    const names = confounders.map(({ name }) => variableWords[name]).join(', ');
    return { result: 'confounded', headline: `Not called fixed: confounded by ${names}` };
  }
  if (isHealedAnyway)
    return { result: 'confounded', headline: 'Not called fixed: the request as it failed succeeds now as well' };
  const idle = variables.find(({ state, isFix, name }) => isFix && state === 'same' && !canChangeUnseen.has(name));
  if (idle)
    return {
      result: 'inconclusive',
      headline: `Inconclusive: the ${variableWords[idle.name]} was named as the fix and is the same`,
    };
  const unseen = variables.find(
    ({ state, isFix, name }) => isFix && state === 'not-seen' && !canChangeUnseen.has(name),
  );
  if (unseen)
    return {
      result: 'inconclusive',
      headline: `Inconclusive: nothing that was run shows the ${variableWords[unseen.name]}, which was named as the fix`,
    };
  const asked = answers.filter(({ state }) => state !== 'not-asked').length;
  const open = answers.filter(({ state }) => state === 'open').length;
  if (open > 0 || asked === 0)
    return { result: 'inconclusive', headline: `Inconclusive: ${open} of ${asked} questions could not be answered` };
  const rest = answers.length - asked;
  if (mustBeComplete && rest > 0)
    return { result: 'inconclusive', headline: `Inconclusive: ${rest} of ${answers.length} questions were not asked` };
  const notAsked = rest === 0 ? '' : `, ${rest} not asked`;
  return {
    result: 'proven',
    headline: `Proven: ${asked} of ${answers.length} questions are answered with yes${notAsked}`,
  };
}

/** Limits, credit and variables can change without a trace in a call. */
const canChangeUnseen: ReadonlySet<VariableName> = new Set(['account', 'environment']);

/** What a check that fails says of the fix or the application. */
const failures: Readonly<Record<CheckId, string>> = {
  structure: 'what should work does not',
  ending: 'a request does not end as it should',
  crash: 'the application crashes',
  time: 'the application does not end in time',
  message: 'the user is told nothing',
  'upstream-text': 'text of the API is shown to users',
  'request-detail': 'details of the request or the code are shown to users',
  'request-id': 'the log does not lead to the request',
  credential: 'a credential stands in the log or the output',
  'retry-limit': 'retries do not stop at their limit',
  'retry-wait': 'retries come before the time that retry-after names',
  'second-environment': 'the second environment does not reproduce it',
};
const mostNamed = 2;

function refutedBy(answers: readonly CertificateAnswer[], runs: readonly CertificateRun[]): string {
  const isUnhealed = runs.some(
    ({ id, checks }) => id === 'failing-now' && checks.some(({ state }) => state === 'fails'),
  );
  const kinds = new Set(answers.flatMap(({ state, evidence }) => (state === 'no' ? evidence.map(({ id }) => id) : [])));
  if (isUnhealed) kinds.delete('ending');
  const words = [...(isUnhealed ? ['the request still fails'] : []), ...[...kinds].map((id) => failures[id])];
  const more = words.length > mostNamed ? `; ${words.length - mostNamed} more` : '';
  return `Not proven: ${words.slice(0, mostNamed).join('; ')}${more}`;
}
