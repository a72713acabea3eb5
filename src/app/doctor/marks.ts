import type { Mark } from '../../core/examination.ts';
import type { ProbeOutcome } from '../../core/probe.ts';
import { marks } from '../../report/examination-text.ts';

/** How the end of a probe is marked. */
export function markOf(outcome: ProbeOutcome): Mark {
  if (outcome.kind === 'skipped') return outcome.isNeedless === true ? 'needless' : 'skipped';
  if (outcome.kind !== 'finding') return outcome.kind;
  return outcome.findings.some(({ isDecisive }) => isDecisive) ? 'finding' : 'noted';
}

/** The sign and word of an outcome. */
export function examinationMark(outcome: ProbeOutcome): string {
  const { sign, word } = marks[markOf(outcome)];
  return `${sign} ${word}:`;
}
