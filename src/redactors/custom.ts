import { FaultlineError } from '../core/error.ts';
import type { PatternRedactor, Redactor, RedactorSet } from './redactor.ts';

/** What the user says is secret. */
export interface CustomSecrets {
  /** Texts that must not come out, in any case of letters: names of customers, hosts, projects. */
  readonly words?: readonly string[];
  /** Regular expressions, or their source. */
  readonly patterns?: readonly (string | RegExp)[];
}

/** Whether anything is in it. */
export function hasCustomSecrets({ words = [], patterns = [] }: CustomSecrets): boolean {
  return words.length > 0 || patterns.length > 0;
}

/** The set with what the user added. */
export function withCustomSecrets(set: RedactorSet, { words = [], patterns = [] }: CustomSecrets): RedactorSet {
  if (!hasCustomSecrets({ words, patterns })) return set;
  const written = words.map((word) => word.trim()).filter((word) => word !== '');
  return {
    ...set,
    byForm: [...set.byForm, ...written.map(redactorOfWord)],
    byPattern: [...set.byPattern, ...wordsInAnyCase(written), ...patterns.map(redactorOfPattern)],
  };
}

/** The usual ways to write a word, which are also found in pieces. */
function redactorOfWord(word: string): Redactor {
  const anchors = [
    ...new Set([word, word.toLowerCase(), word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)]),
  ];
  return { kind: 'word', anchors, find: (_, at, anchor) => ({ start: at, end: at + anchor.length }) };
}

function wordsInAnyCase(words: readonly string[]): readonly PatternRedactor[] {
  if (words.length === 0) return [];
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  const source = longestFirst.map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)).join('|');
  const pattern = new RegExp(source, 'gi');
  return [{ kind: 'word', pattern: () => pattern }];
}

/**
 * A repeated group that itself repeats or has alternatives, and a reference back: patterns with these can take longer
 * than anybody waits, on a text that somebody else wrote.
 */
const mayNeverEnd = /\([^()]*(?:[*+|]|\{\d+,\d*\})[^()]*\)(?:[*+]|\{\d+,\d*\})|\\[1-9]|\\k</;

function redactorOfPattern(given: string | RegExp): PatternRedactor {
  const source = typeof given === 'string' ? given : given.source;
  const flags = typeof given === 'string' ? '' : given.flags.replaceAll(/[gy]/g, '');
  if (mayNeverEnd.test(source))
    throw new FaultlineError(
      'redaction-pattern-unsafe',
      `The pattern ${JSON.stringify(source)} repeats what repeats or has alternatives, or refers back, and may take forever on some texts.`,
      'Repeat single characters or classes only, and take references back out.',
    );
  const pattern = compiled(source, flags);
  return { kind: 'custom pattern', pattern: () => pattern };
}

function compiled(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, `g${flags}`);
  } catch (cause) {
    throw new FaultlineError(
      'redaction-pattern-invalid',
      `The pattern ${JSON.stringify(source)} is no regular expression.`,
      'Write it as JavaScript does.',
      { cause },
    );
  }
}
