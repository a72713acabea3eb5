import type { ProbeFinding, ProbeOutcome, Target } from '../../core/probe.ts';
import type { HttpAnswer } from '../../core/world.ts';
import { connectionFinding, textOfAnswer } from '../failure.ts';

/** What the same call brought over HTTP/2, and how it would be judged by itself. */
export interface Over2 {
  readonly answer: HttpAnswer;
  readonly outcome: ProbeOutcome;
}

/** The outcome over HTTP/1.1, with what HTTP/2 brought beside it; where one of the two fails alone, it is named. */
export function compared(first: ProbeOutcome, over2: Over2, target: Target): ProbeOutcome {
  if (!decides(first)) return decides(over2.outcome) ? lost2(first, over2, target) : both(first, over2.answer);
  const beside = decides(over2.outcome)
    ? `Over HTTP/2 it fails too: ${shortly(over2.answer)}.`
    : `Over HTTP/2 the same call is answered (${shortly(over2.answer)}), so HTTP/1.1 fails alone: clients of Go and Java get through, those of Python and TypeScript do not.`;
  return first.kind === 'finding' ? { ...first, findings: first.findings.map((one) => told(one, beside)) } : first;
}

function decides(outcome: ProbeOutcome): boolean {
  return outcome.kind === 'finding' && outcome.findings.some(({ isDecisive }) => isDecisive);
}

function told(finding: ProbeFinding, beside: string): ProbeFinding {
  return finding.isDecisive ? { ...finding, saw: `${finding.saw} ${beside}` } : finding;
}

function both(first: ProbeOutcome, answer: HttpAnswer): ProbeOutcome {
  return first.kind === 'fine' ? { ...first, saw: `${first.saw} Over HTTP/2: ${shortly(answer)}.` } : first;
}

function shortly(answer: HttpAnswer): string {
  return answer.kind === 'failed'
    ? `\`${answer.code}\` after ${Math.round(answer.tookMs)} ms`
    : `${answer.status}, first byte after ${Math.round(answer.firstByteMs)} ms`;
}

/** Most SDKs speak HTTP/1.1, so this makes calls fail only for programs that take HTTP/2. */
function lost2(first: ProbeOutcome, { answer }: Over2, target: Target): ProbeOutcome {
  const { host } = target;
  const worked = first.kind === 'fine' ? ` Over HTTP/1.1: ${first.saw}` : '';
  const saw = `\`${host}\` offers HTTP/2, and the same call fails over it alone: ${shortly(answer)}.${worked}`;
  const rest = { cause: 'http2-failure', saw, isDecisive: false } as const;
  const finding: ProbeFinding =
    answer.kind === 'failed'
      ? connectionFinding(answer, target, rest)
      : { certainty: 'proven', text: textOfAnswer(answer), evidence: { subject: 'claude' }, ...rest };
  const findings = first.kind === 'finding' ? first.findings : [];
  return {
    kind: 'finding',
    findings: [...findings, finding],
    ...(first.notes ? { notes: first.notes } : {}),
    ...(first.learned ? { learned: first.learned } : {}),
  };
}
