/** A stretch of text. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** The secret without what stands between its parts (line ends, the prefix of a log line). */
  readonly value?: string;
}

/** A stretch of text that is a secret. */
export interface Secret extends Span {
  readonly kind: string;
  /** A later part of the secret before it; it is taken out and gets no marker of its own. */
  readonly continues?: true;
}

/** Looks at a place where an anchor stands; answers where the secret is, if it is one. */
export type Find = (text: string, at: number, anchor: string) => Span | undefined;

/** One kind of secret that gives itself away by its form. */
export interface Redactor {
  readonly kind: string;
  /** Texts one of which must stand there, in this case. All anchors of all kinds are looked for in one go. */
  readonly anchors: readonly string[];
  readonly find: Find;
}

/** One kind of secret that has no anchor: a pattern that the engine of regular expressions finds quickly by itself. */
export interface PatternRedactor {
  readonly kind: string;
  /** Must occur before the pattern is tried. */
  readonly literal?: string;
  /**
   * How all that it finds begins, as the source of an expression: behind a written line end (`\n`) the pattern is tried
   * only where this stands. Without it the pattern is tried at all of them.
   */
  readonly beginning?: string;
  /** What all that it finds consists of: digits, or capitals and digits, in groups or not (see `Sweep`). */
  readonly consistsOf?: 'digits' | 'capitals';
  /** The last part of all that it finds is a run of so many characters of base64, or begins one, behind a point or not. */
  readonly endsWithRun?: { readonly least: number; readonly isAfterPoint: boolean };
  /** Global and linear; made when it is first needed. */
  readonly pattern: () => RegExp;
  readonly confirm?: (candidate: string) => boolean;
}

/** One kind of secret that is known by the name before it: a header, a variable, a member, a parameter. */
export interface NamedRedactor {
  readonly kind: string;
  /** The whole name, in lower case, with `-` and `.` as `_`. */
  readonly name: (name: string) => boolean;
  readonly accept: (value: string, found: NamedValue) => boolean;
  /** The value goes on to the end of the line where nothing quotes it. */
  readonly toLineEnd?: true;
}

/** One kind of number that is a secret only beside a word that names it. */
export interface BesideRedactor {
  readonly kind: string;
  /** In lower case; looked for in any case. */
  readonly words: readonly string[];
  /** Sticky, and made when it is needed: what follows the word; its group `secret` is the number. */
  readonly pattern: () => RegExp;
  readonly confirm?: (candidate: string) => boolean;
}

/** The value that stands after a name. */
export interface NamedValue extends Span {
  /** In lower case, with `-` and `.` as `_`. */
  readonly name: string;
  readonly isQuoted: boolean;
  /** What stands between the name and the value. */
  readonly by: 'sign' | 'pair' | 'option' | 'query' | 'prose';
}

/** Declares a kind of secret that its form gives away. */
export function defineRedactor(redactor: Redactor): Redactor {
  return redactor;
}

/** Declares a kind of secret that a pattern finds. */
export function definePatternRedactor(redactor: PatternRedactor): PatternRedactor {
  return redactor;
}

/** Declares a kind of secret that its name gives away. */
export function defineNamedRedactor(redactor: NamedRedactor): NamedRedactor {
  return redactor;
}

/** Declares a kind of number that a word beside it gives away. */
export function defineBesideRedactor(redactor: BesideRedactor): BesideRedactor {
  return redactor;
}

/** Everything that is looked for. */
export interface RedactorSet {
  readonly byForm: readonly Redactor[];
  readonly byPattern: readonly PatternRedactor[];
  readonly byName: readonly NamedRedactor[];
  readonly beside: readonly BesideRedactor[];
}
