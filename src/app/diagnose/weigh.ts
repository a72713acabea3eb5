import { causes } from '../../causes/index.ts';
import type { Remedy } from '../../core/cause.ts';
import type { Diagnosis, DiagnosedFinding } from '../../core/diagnosis.ts';
import type { ExaminedFinding, Examination } from '../../core/examination.ts';
import { present } from '../../core/present.ts';
import type { Finding, Verdict } from '../../core/verdict.ts';
import { sides } from '../../report/words.ts';

/** Everything that is known. */
export interface Known {
  readonly verdict?: Verdict;
  readonly examination?: Examination;
  readonly notes: readonly string[];
}

/** Weighs what the error says and what the probes saw, and puts the one that explains most first. */
export function weighed({ verdict, examination, notes }: Known): Diagnosis {
  const told = verdict?.findings ?? [];
  const asked = examination?.findings ?? [];
  const findings = arranged(told, asked, new Set(examination?.ruledOut.map(({ cause }) => cause)));
  const [first] = findings;
  const outcome = outcomeOf(verdict, examination, findings);
  return {
    outcome,
    headline: headlineOf(outcome, first, examination),
    findings,
    reasoning: [...notes, ...reasoningOf(verdict, examination, first)],
    open: [...(verdict?.open ?? []), ...(examination?.unexplained ?? [])],
    ...present({
      side: first?.locus,
      next: first?.remedies[0],
      facts: verdict?.facts,
      examination,
    }),
  };
}

function outcomeOf(
  verdict: Verdict | undefined,
  examination: Examination | undefined,
  findings: readonly DiagnosedFinding[],
): Diagnosis['outcome'] {
  if (findings.length > 0) return verdict ? 'failure' : (examination?.outcome ?? 'failure');
  return verdict?.outcome === 'unknown' ? 'unknown' : (examination?.outcome ?? 'none');
}

/** The same cause from two sides becomes one; the finer cause takes in the broader; a consequence stands behind. */
function arranged(
  told: readonly Finding[],
  asked: readonly ExaminedFinding[],
  ruledOut: ReadonlySet<string>,
): readonly DiagnosedFinding[] {
  const rest = new Set(told);
  const joined = asked.map((one): DiagnosedFinding => {
    const same = told.find(({ cause }) => cause === one.cause || cause === one.refines);
    // A mere possibility must not take the place of what was measured.
    const finer = told.find(({ refines, certainty }) => refines === one.cause && certainty !== 'possible');
    const partner = same ?? finer;
    const own = diagnosed(one, one.probe, one.saw);
    if (!partner) return own;
    rest.delete(partner);
    return merged(finer ? { ...own, ...toldPart(finer) } : own, partner);
  });
  const known = new Set(joined.map(({ cause }) => cause));
  const left = [...rest]
    .filter(({ cause }) => !known.has(cause))
    .map((one) => diagnosed(one, 'error', one.because[0]?.text ?? ''));
  const rank = ranking(asked, left, ruledOut);
  return [...joined, ...left].toSorted((a, b) => rank(b) - rank(a));
}

function diagnosed(finding: Finding, source: string, saw: string): DiagnosedFinding {
  return { ...finding, sources: [source], saw: [saw] };
}

/** What a finer cause tells in the place of the broader one that a probe found. */
function toldPart({ cause, refines, title, locus, explanation, docs, retry }: Finding): Partial<DiagnosedFinding> {
  return { cause, title, locus, explanation, docs, retry, ...(refines === undefined ? {} : { refines }) };
}

function merged(own: DiagnosedFinding, partner: Finding): DiagnosedFinding {
  const isProven = own.certainty === 'proven' || partner.certainty === 'proven';
  return {
    ...own,
    certainty: isProven ? 'proven' : 'likely',
    because: [...partner.because, ...own.because],
    remedies: withoutRepeats([...own.remedies, ...partner.remedies]),
    sources: ['error', ...own.sources],
    saw: [partner.because[0]?.text ?? '', ...own.saw],
  };
}

function withoutRepeats(remedies: readonly Remedy[]): readonly Remedy[] {
  return remedies.filter(({ action }, at) => remedies.findIndex((one) => one.action === action) === at);
}

/**
 * What both sides say weighs most. What the error proves is what happened, and outweighs what a probe finds wrong
 * besides; a guess from the text does not. A cause that explains the other stands before it.
 */
function ranking(
  asked: readonly ExaminedFinding[],
  left: readonly DiagnosedFinding[],
  ruledOut: ReadonlySet<string>,
): (finding: DiagnosedFinding) => number {
  const decisive = new Set(asked.filter(({ isDecisive }) => isDecisive).map(({ probe }) => probe));
  return (finding) => {
    const isFromError = finding.sources.includes('error');
    const isMeasured = finding.sources.some((source) => decisive.has(source));
    const sure = { proven: 2, likely: 1, possible: 0 }[finding.certainty];
    const explains = isMeasured && left.some((one) => isConsequence(one, finding)) ? 8 : 0;
    const gone = isFromError && !isMeasured && ruledOut.has(finding.cause) ? -1 : 0;
    return (
      explains + gone + (isFromError ? 2 + sure : 0) + (isMeasured ? 2 + sure : 0) + (isFromError && sure === 2 ? 1 : 0)
    );
  };
}

function isConsequence(one: Finding, other: Finding): boolean {
  const reasons = causes.find(({ id }) => id === one.cause)?.consequenceOf ?? [];
  return reasons.includes(other.cause) || (other.refines !== undefined && reasons.includes(other.refines));
}

function headlineOf(
  outcome: Diagnosis['outcome'],
  first: DiagnosedFinding | undefined,
  examination: Examination | undefined,
): string {
  if (!first) {
    return outcome === 'unknown'
      ? 'A call failed, and nothing that was asked explains it.'
      : (examination?.headline ?? 'Nothing tells of a failure, and nothing was asked.');
  }
  if (first.sources[0] !== 'error' && examination) return examination.headline;
  return `${first.title}: the fault lies on the side of ${sides[first.locus]}.`;
}

function reasoningOf(
  verdict: Verdict | undefined,
  examination: Examination | undefined,
  first: DiagnosedFinding | undefined,
): readonly string[] {
  const reasons: string[] = [];
  const [told] = verdict?.findings ?? [];
  const probes = first?.sources.filter((source) => source !== 'error') ?? [];
  if (told && first && first.sources.includes('error') && probes.length > 0) {
    reasons.push(`The error says so, and \`${probes.join('`, `')}\` saw the same from here.`);
  } else if (told && first && !first.sources.includes('error')) {
    reasons.push(`The error alone reads as ${told.cause}; \`${probes[0] ?? ''}\` saw what stands behind it.`);
  }
  const passed = examination?.ruledOut.find(({ cause }) => cause === told?.cause);
  if (passed && told && !probes.includes(passed.probe)) {
    reasons.push(
      `\`${passed.probe}\` does not find it from here and now: either it has passed, or the program that failed runs with another environment or network than this shell.`,
    );
  }
  if (told?.certainty === 'proven' && examination === undefined) {
    reasons.push('The error itself proves the cause, so nothing had to be asked; `--all` asks everything.');
  }
  return [...reasons, ...(examination?.conclusions ?? [])];
}
