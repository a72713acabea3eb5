import { FaultlineError } from '../core/error.ts';
import type { PatternRedactor, Redactor, RedactorSet } from './redactor.ts';

/** What the user says is secret. */
export interface CustomSecrets {
  /** Texts that must not come out, in any case of letters: names of customers, hosts, projects. */
  readonly words?: readonly string[];
  /** Regular expressions, as their source. */
  readonly patterns?: readonly string[];
}

/** The set with what the user added. */
export function withCustomSecrets(set: RedactorSet, { words = [], patterns = [] }: CustomSecrets): RedactorSet {
  if (words.length === 0 && patterns.length === 0) return set;
  return {
    ...set,
    byForm: [...set.byForm, ...words.filter((word) => word.trim() !== '').flatMap(redactorOfWord)],
    byPattern: [...set.byPattern, ...patterns.map(redactorOfPattern)],
  };
}

function redactorOfWord(word: string): readonly Redactor[] {
  const anchors = [
    ...new Set([word, word.toLowerCase(), word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)]),
  ];
  return [{ kind: 'word', anchors, find: (_, at, anchor) => ({ start: at, end: at + anchor.length }) }];
}

/**
 * A repeated group that itself repeats, and a reference back: patterns with these can take longer than anybody waits,
 * on a text that somebody else wrote.
 */
const mayNeverEnd = /\([^()]*(?:[*+]|\{\d+,\d*\})[^()]*\)(?:[*+]|\{\d+,\d*\})|\\[1-9]|\\k</;

function redactorOfPattern(source: string): PatternRedactor {
  if (mayNeverEnd.test(source))
    throw new FaultlineError(
      'redaction-pattern-unsafe',
      `The pattern ${JSON.stringify(source)} repeats what repeats, or refers back, and may take forever on some texts.`,
      'Repeat single characters or classes only, and take references back out.',
    );
  const pattern = compiled(source);
  return { kind: 'custom pattern', pattern: () => pattern, confirm: (candidate) => candidate !== '' };
}

function compiled(source: string): RegExp {
  try {
    return new RegExp(source, 'g');
  } catch (cause) {
    throw new FaultlineError(
      'redaction-pattern-invalid',
      `The pattern ${JSON.stringify(source)} is no regular expression.`,
      'Write it as JavaScript does, without slashes around it.',
      { cause },
    );
  }
}
