import { hash } from 'node:crypto';
import { hostname } from 'node:os';
import { redacted, refuseLeaks } from '../../capture/exchange/sanitize.ts';
import type { Certificate, CertificateRun, CheckId } from '../../core/certificate.ts';
import { version } from '../version.ts';
import { answersOf, resultOf, type Given } from './answers.ts';

/** What a certificate is made from. */
export interface Proceedings {
  readonly runs: readonly CertificateRun[];
  readonly given: Given;
  /** Each of the five questions must be answered. */
  readonly mustBeComplete: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** What must not stand in it. */
  readonly credentials: readonly string[];
}

/** Draws up the certificate; no secret is in it. */
export function certify({ runs, given, mustBeComplete, now, credentials }: Proceedings): Certificate {
  const answers = answersOf(runs, given);
  const result = resultOf(answers, mustBeComplete);
  const certificate: Certificate = {
    result,
    headline: headlineOf(result, answers, mustBeComplete),
    madeAt: new Date(now).toISOString(),
    faultline: version(),
    machine: {
      id: hash('sha256', `faultline machine ${hostname()}`).slice(0, 8),
      system: `${process.platform} ${process.arch}`,
      runtime: `Node ${process.version}`,
    },
    answers,
    runs,
  };
  const clean = redacted(certificate, credentials);
  refuseLeaks(JSON.stringify(clean), 'The certificate was not written', credentials);
  return clean;
}

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

function headlineOf(result: Certificate['result'], answers: Certificate['answers'], mustBeComplete: boolean): string {
  const asked = answers.filter(({ state }) => state !== 'not-asked').length;
  const open = answers.filter(({ state }) => state === 'open').length;
  const rest = asked === answers.length ? '' : `, ${answers.length - asked} not asked`;
  if (result === 'proven') return `Proven: ${asked} of ${answers.length} questions are answered with yes${rest}`;
  if (result === 'refuted') {
    const kinds = answers.flatMap(({ state, evidence }) => (state === 'no' ? evidence.map(({ id }) => id) : []));
    const more = kinds.length > mostNamed ? `; ${kinds.length - mostNamed} more` : '';
    return `Not proven: ${kinds
      .slice(0, mostNamed)
      .map((id) => failures[id])
      .join('; ')}${more}`;
  }
  return open === 0 && mustBeComplete && asked > 0
    ? `Inconclusive: ${answers.length - asked} of ${answers.length} questions were not asked`
    : `Inconclusive: ${open} of ${asked} questions could not be answered`;
}
