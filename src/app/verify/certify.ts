import { hash } from 'node:crypto';
import { hostname } from 'node:os';
import { redacted, refuseLeaks } from '../../capture/exchange/sanitize.ts';
import { unpack } from '../../capture/unpack.ts';
import type { Certificate, CertificateRun, CertificateVariable } from '../../core/certificate.ts';
import { isArray, isObject } from '../../core/json.ts';
import { present } from '../../core/present.ts';
import { leaksIn } from '../../redactors/verify.ts';
import { version } from '../version.ts';
import { answersOf, type Given } from './answers.ts';
import { resultOf } from './result.ts';

/** What a certificate is made from. */
export interface Proceedings extends Pick<Certificate, 'incident' | 'request' | 'spent'> {
  readonly runs: readonly CertificateRun[];
  readonly variables: readonly CertificateVariable[];
  /** The unrepaired request succeeds too. */
  readonly isHealedAnyway: boolean;
  readonly given: Given;
  /** Each of the five questions must be answered. */
  readonly mustBeComplete: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** What must not stand in it. */
  readonly credentials: readonly string[];
}

/** The machine that this runs on, as a certificate names it. */
export function thisMachine(): Certificate['machine'] {
  return {
    id: hash('sha256', `faultline machine ${hostname()}`).slice(0, 8),
    system: `${process.platform} ${process.arch}`,
    runtime: `Node ${process.version}`,
  };
}

/** Draws up the certificate; no secret is in it. */
export function certify(proceedings: Proceedings): Certificate {
  const { runs, variables, incident, request, spent, given, now, credentials } = proceedings;
  const answers = answersOf(runs, given);
  const certificate: Certificate = {
    ...resultOf({ ...proceedings, answers }),
    madeAt: new Date(now).toISOString(),
    faultline: version(),
    machine: thisMachine(),
    ...present({ incident, request }),
    variables,
    answers,
    runs,
    ...present({ spent }),
  };
  const clean = withheld(redacted(certificate, credentials), credentials);
  refuseLeaks(JSON.stringify(clean), 'The certificate was not written', credentials);
  return clean;
}

/** Lines of output are quoted, and one can hold a credential in a form that redaction does not take out. */
function withheld(certificate: Certificate, credentials: readonly string[]): Certificate {
  const holdsOne = (text: string): boolean => leaksIn(text, { gunzip: unpack, words: credentials }).length > 0;
  if (!holdsOne(JSON.stringify(certificate))) return certificate;
  return mapped(certificate, (text) => (holdsOne(text) ? '[withheld: it holds a credential]' : text));
}

/** A copy of plain data with every text in it changed. */
function mapped<T>(value: T, change: (text: string) => string): T {
  const copy = (one: unknown): unknown => {
    if (typeof one === 'string') return change(one);
    if (isArray(one)) return one.map(copy);
    return isObject(one) ? Object.fromEntries(Object.entries(one).map(([name, member]) => [name, copy(member)])) : one;
  };
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the copy has the form of what was given
  return copy(value) as T;
}
