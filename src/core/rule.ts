import type { Platform } from './evidence.ts';
import type { Model } from './model.ts';
import { explained, mostProblems, type BodyPath, type Fix, type Phase, type Problem } from './problem.ts';
import type { RequestKind, RequestView } from './view.ts';

/** How a rule is written down; see `defineRule`. `F` is what the rule found, in the words that it needs. */
export interface RuleDefinition<F> {
  /** The id of the cause that the rule belongs to. */
  readonly cause: string;
  /** The name of the rule, unique among all rules; the row of the coverage table. */
  readonly row: string;
  readonly phase: Phase;
  /** `error` unless said otherwise: a warning is for what the API accepts, or for what is not sure. */
  readonly severity?: 'error' | 'warning' | ((found: F, view: RequestView) => 'error' | 'warning');

  /** First day on which the rule holds (ISO); it holds too where the day is not known. */
  readonly from?: string;
  /** First day on which it holds no more (ISO); such a rule is silent where the day is not known. */
  readonly until?: string;
  /** Holds on these platforms only. */
  readonly platforms?: readonly Platform[];
  /** Holds for these kinds of request only; all but `batch` unless said otherwise. */
  readonly kinds?: readonly RequestKind[];
  /** Holds under these values of `anthropic-version` only, and not where the version is not known. */
  readonly versions?: readonly string[];
  /** Holds for the models that this accepts, and not where the model is not known. */
  readonly models?: (model: Model) => boolean;

  /** Everything that breaks the rule, in the order of the body. */
  readonly find: (view: RequestView) => readonly F[];
  /** The API's path; empty where it names none. */
  readonly path: (found: F, view: RequestView) => string;
  /** The place in the body that the code frame shows. */
  readonly at: (found: F, view: RequestView) => BodyPath;
  /** Without the path. */
  readonly message: (found: F, view: RequestView) => string;
  /** `ours` where the API's wording is not known. */
  readonly wording?: 'api' | 'ours';
  readonly why?: (found: F, view: RequestView) => string;
  readonly fix?: (found: F, view: RequestView) => Fix | undefined;
}

/** A rule as the judge sees it, what it found hidden behind `judge`. */
export interface Rule {
  readonly cause: string;
  readonly row: string;
  readonly phase: Phase;
  readonly judge: (view: RequestView) => readonly Problem[];
}

const none: readonly Problem[] = [];

/** Declares a rule; the only way to make one. */
export function defineRule<F>(definition: RuleDefinition<F>): Rule {
  const { cause, row, phase, severity = 'error', wording = 'api', find } = definition;
  const holds = conditionOf(definition);
  const tell = (found: F, view: RequestView): Problem => {
    const problem = {
      cause,
      row,
      severity: typeof severity === 'function' ? severity(found, view) : severity,
      phase,
      path: definition.path(found, view),
      message: definition.message(found, view),
      wording,
      at: definition.at(found, view),
    };
    return explained(problem, definition.why?.(found, view), definition.fix?.(found, view));
  };
  return {
    cause,
    row,
    phase,
    judge(view) {
      if (!holds(view)) return none;
      const found = find(view);
      if (found.length === 0) return none;
      return found.slice(0, mostProblems).map((one) => tell(one, view));
    },
  };
}

function isNoBatch({ kind }: RequestView): boolean {
  return kind !== 'batch';
}

/** Where a rule holds. Most hold for every request, and are asked in one comparison. */
function conditionOf<F>(rule: RuleDefinition<F>): (view: RequestView) => boolean {
  const { kinds, platforms, versions, from, until, models } = rule;
  if (!kinds && !platforms && !versions && from === undefined && until === undefined && !models) return isNoBatch;
  return (view) => {
    if (kinds ? !kinds.includes(view.kind) : view.kind === 'batch') return false;
    if (platforms && !platforms.includes(view.platform)) return false;
    if (versions && (view.apiVersion === undefined || !versions.includes(view.apiVersion))) return false;
    if (until !== undefined && (view.asOf === undefined || view.asOf >= until)) return false;
    if (from !== undefined && view.asOf !== undefined && view.asOf < from) return false;
    return !models || (view.model !== undefined && models(view.model));
  };
}

/** A request that breaks a rule, and the nearest one that the API takes: the rule's tests and its documentation. */
export interface RuleExample {
  readonly row: string;
  readonly breaks: JudgedRequest;
  readonly expected: {
    readonly cause: string;
    readonly severity?: 'error' | 'warning';
    readonly path: string;
    readonly message: string;
  };
  /** Without any problem of severity error, and without the row's own warning. */
  readonly spares: JudgedRequest;
}

/** A request body and the circumstances under which it is judged. */
export interface JudgedRequest {
  readonly body: unknown;
  readonly endpoint?: string;
  readonly platform?: Platform;
  readonly headers?: Readonly<Record<string, string>>;
  readonly headersKnown?: boolean;
  readonly asOf?: string;
  /** The body as text, for what is lost by parsing. */
  readonly rawText?: string;
}
