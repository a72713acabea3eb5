/** The order in which the API reports: a problem of an earlier phase is told before one of a later phase. */
export const phases = [
  'transport',
  'json',
  'schema',
  'unknown-key',
  'model',
  'shape',
  'cross-field',
  'capability',
  'advice',
] as const;

/** How often one mistake is told for one request: it may stand in every block of a long conversation. */
export const mostProblems = 50;

/** One step of the order in which the API judges a request. */
export type Phase = (typeof phases)[number];

/** A place in a request body: the keys and indices from the root, without the tags that the API puts into its paths. */
export type BodyPath = readonly (string | number)[];

/** One change that a fix makes to a body. */
export type Edit =
  | { readonly kind: 'set'; readonly at: BodyPath; readonly value: unknown }
  | { readonly kind: 'remove'; readonly at: BodyPath }
  /** A member gets another key; its value and its place stay. */
  | { readonly kind: 'rename'; readonly at: BodyPath; readonly to: string }
  | { readonly kind: 'insert'; readonly at: BodyPath; readonly value: unknown };

/** The names that fixes go by, for those that are applied only when named. */
export const fixNames = [
  'batches',
  'cache',
  'citations',
  'effort',
  'empty-text',
  'max-tokens',
  'mcp',
  'media-types',
  'model',
  'sampling',
  'schemas',
  'surrogates',
  'system',
  'thinking',
  'tool-choice',
  'tools',
  'toolset-name',
  'trailing-whitespace',
  'unknown-fields',
] as const;

/** A repair. `safe` ones cannot change meaning; others are applied only when named (`--fix=model`). */
export interface Fix {
  readonly name: (typeof fixNames)[number];
  readonly safe: boolean;
  readonly does: string;
  readonly edits: readonly Edit[];
}

/** A rule that a request breaks, at a path. */
export interface Problem {
  /** The id of the cause. */
  readonly cause: string;
  /** The rule's own name, finer than the cause: `tr-missing`. */
  readonly row: string;
  readonly severity: 'error' | 'warning';
  readonly phase: Phase;
  /** As the API writes it (`messages.3.content.0.tool_use.id`); empty where the API names none. */
  readonly path: string;
  /** The API's message without the path, or ours where `wording` says so. */
  readonly message: string;
  readonly wording: 'api' | 'ours';
  /** Where in the body it is. */
  readonly at: BodyPath;
  /** The member whose key is at fault, where it is the key and not a value: an unknown one, or a misspelled one. */
  readonly keyAt?: BodyPath;
  /** The exact place in the body's text, in UTF-16 code units, where a path cannot say it. */
  readonly offset?: number;
  /** Why the rule exists and what was found, with the request's own values. */
  readonly why?: string;
  readonly fix?: Fix;
}

/** A problem with what more there is to say of it. */
export function explained(
  problem: Omit<Problem, 'why' | 'fix'>,
  why: string | undefined,
  fix: Fix | undefined,
): Problem {
  if (why === undefined) return fix === undefined ? problem : { ...problem, fix };
  return fix === undefined ? { ...problem, why } : { ...problem, why, fix };
}
