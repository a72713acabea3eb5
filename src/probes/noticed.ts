import type { Note, ProbeFinding, ProbeOutcome } from '../core/probe.ts';
import { redact, redactValue } from '../redactors/index.ts';

/** What a detector noticed: faults, and what is worth a line. */
export interface Noticed {
  readonly findings?: readonly ProbeFinding[];
  readonly notes?: readonly Note[];
}

/** Puts together what several detectors noticed, in their order. */
export function together(parts: readonly Noticed[]): Required<Noticed> {
  return {
    findings: parts.flatMap(({ findings = [] }) => findings),
    notes: parts.flatMap(({ notes = [] }) => notes),
  };
}

/** The outcome of a probe that saw `fine` where nothing is wrong. Whatever has the form of a secret is taken out. */
export function outcomeOf({ findings = [], notes = [] }: Noticed, fine: string): ProbeOutcome {
  const shown = notes.length > 0 ? { notes: withoutSecrets(notes) } : {};
  return findings.length > 0
    ? { kind: 'finding', findings: withoutSecrets(findings), ...shown }
    : { kind: 'fine', saw: redact(fine).text, ...shown };
}

/** A deep copy in which every text has been through the redactors. */
function withoutSecrets<T>(value: T): T {
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the copy has the shape of what was copied
  return redactValue(value).value as T;
}

/** A list in a sentence: `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
