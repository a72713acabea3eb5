import { type Certificate, type CertificateCheck, type CertificateRun } from '../../core/certificate.ts';
import { FaultlineError } from '../../core/error.ts';
import { isArray, isObject, parsedJson, textOf } from '../../core/json.ts';
import { present } from '../../core/present.ts';
import { bytesOf, lookUp, wholeOf } from '../files.ts';
import type { Host } from '../operation.ts';

/** What of a certificate from elsewhere is held against the one that is made here. */
export interface SecondCertificate {
  readonly result: string;
  readonly headline: string;
  readonly madeAt: string;
  readonly machine: string;
  readonly incident?: string;
  readonly request?: string;
  /** Runs, with the kinds of checks that failed in each. */
  readonly runs: ReadonlyMap<string, readonly string[]>;
}

const mostBytes = 16 << 20;

/** Reads a certificate that `faultline verify --json` printed elsewhere. */
export async function secondCertificate(file: string, host: Host): Promise<SecondCertificate> {
  const named = lookUp(file, host);
  const bytes = named.kind === 'file' ? await wholeOf(bytesOf(named.path), mostBytes) : undefined;
  if (!bytes) throw new FaultlineError('input-missing', `There is no file ${file}.`, 'Check the path of --second.');
  const certificate = certificateIn(parsedJson(bytes.toString('utf8')));
  if (certificate) return certificate;
  throw new FaultlineError(
    'input-unusable',
    `${file} is no certificate.`,
    'Make one with `faultline verify … --json > certificate.json` in the other environment.',
  );
}

function certificateIn(value: unknown): SecondCertificate | undefined {
  if (!isObject(value) || value.kind !== 'certificate' || !isArray(value.runs) || !isObject(value.machine))
    return undefined;
  const { machine, incident } = value;
  const words = [value.result, value.headline, value.madeAt, machine.id].map(textOf);
  const [result, headline, madeAt, id] = words;
  if (result === undefined || headline === undefined || madeAt === undefined || id === undefined) return undefined;
  return {
    result,
    headline,
    madeAt,
    machine: id,
    runs: new Map(value.runs.filter(isObject).map((run) => [textOf(run.id) ?? '', failingIn(run.checks)])),
    ...present({ incident: isObject(incident) ? textOf(incident.id) : undefined, request: textOf(value.request) }),
  };
}

function failingIn(checks: unknown): readonly string[] {
  const failing = (isArray(checks) ? checks : []).filter(isObject).filter(({ state }) => state === 'fails');
  return failing.map(({ id }) => textOf(id) ?? '').toSorted();
}

/** Holds a certificate from elsewhere against what was found here. */
export function secondRun(
  second: SecondCertificate,
  here: Pick<Certificate, 'machine' | 'runs' | 'incident' | 'request'>,
): CertificateRun {
  const check: CertificateCheck = { id: 'second-environment', answers: 'reproduced', ...judged(second, here) };
  return {
    id: 'second',
    title: 'The certificate from elsewhere',
    through: 'certificate',
    checks: [check],
    tries: [],
    tookMs: 0,
  };
}

function judged(
  second: SecondCertificate,
  here: Pick<Certificate, 'machine' | 'runs' | 'incident' | 'request'>,
): Pick<CertificateCheck, 'state' | 'said'> {
  const place = `on machine ${second.machine}, at ${second.madeAt}`;
  if (second.machine === here.machine.id)
    return { state: 'open', said: 'It was made on this machine: that is no second environment.' };
  if (second.incident !== here.incident?.id || second.request !== here.request)
    return { state: 'open', said: 'It is about another incident or another request.' };
  const lacking = here.runs.filter(({ id }) => !second.runs.has(id)).map(({ title }) => title);
  if (lacking.length > 0) return { state: 'open', said: `It does not hold what was run here: ${lacking.join('; ')}.` };
  if (second.result !== 'proven')
    return { state: 'fails', said: `There it came out otherwise (${place}): ${second.headline}.` };
  return { state: 'holds', said: `It came out the same there (${place}).` };
}
