/** The five questions that a fix must answer, in order. */
export const answerIds = ['known-good', 'known-bad', 'logs', 'retries', 'reproduced'] as const;

/** One of `answerIds`. */
export type AnswerId = (typeof answerIds)[number];

/** What was looked at in one run; permanent. */
export type CheckId =
  /** The call went through, and the answer has the structure of a message. */
  | 'structure'
  /** A request that failed, fails or must fail ended as it should. */
  | 'ending'
  /** The program ended by itself, and not by a fault of its own. */
  | 'crash'
  | 'time'
  /** The user was told that something went wrong. */
  | 'message'
  | 'upstream-text'
  | 'request-detail'
  | 'request-id'
  | 'credential'
  | 'retry-limit'
  | 'retry-wait'
  | 'second-environment';

/** `open`: it could not be told; `noted`: worth knowing, and nothing follows from it. */
export type CheckState = 'holds' | 'fails' | 'open' | 'noted';

/** One thing that was looked at, with what was seen. */
export interface CertificateCheck {
  readonly id: CheckId;
  /** The question that it bears on. */
  readonly answers: AnswerId;
  readonly state: CheckState;
  readonly said: string;
  /** Lines of output that show it, without secrets. */
  readonly seen?: readonly string[];
}

/** One HTTP try that a run made. */
export interface CertificateTry {
  /** Since the run began. */
  readonly afterMs: number;
  readonly tookMs: number;
  readonly status?: number;
  readonly requestId?: string;
}

/** One run: a request put to an oracle, or a scenario that an application was driven through. */
export interface CertificateRun {
  readonly id: string;
  readonly title: string;
  /** What the run went through. */
  readonly through: 'application' | 'checker' | 'simulator' | 'live call' | 'certificate';
  readonly checks: readonly CertificateCheck[];
  readonly tries: readonly CertificateTry[];
  readonly tookMs: number;
}

/** One of the five answers. */
export interface CertificateAnswer {
  readonly id: AnswerId;
  readonly question: string;
  /** `not-asked`: nothing that was run bears on it. */
  readonly state: 'yes' | 'no' | 'open' | 'not-asked';
  /** What was found, or how to ask. */
  readonly said: string;
  /** How many checks bear on it, and how many of them hold. */
  readonly checks: number;
  readonly held: number;
  /** What decided it; of checks that hold, the most telling ones. */
  readonly evidence: readonly CertificateEvidence[];
}

/** A check that decides an answer, with the titles of the runs in which it came out so; what was seen is of the first. */
export interface CertificateEvidence extends Pick<CertificateCheck, 'id' | 'state' | 'said' | 'seen'> {
  readonly runs: readonly string[];
}

/** What a failure can depend on, each held constant or named as the fix; permanent. */
export const variableNames = ['input', 'account', 'region', 'model', 'sdk', 'runtime', 'environment'] as const;

/** One of `variableNames`. */
export type VariableName = (typeof variableNames)[number];

/** One variable of the incident, held against the new run. */
export interface CertificateVariable {
  readonly name: VariableName;
  /** `not-seen`: one of the two does not show it. */
  readonly state: 'same' | 'changed' | 'not-seen';
  readonly isFix: boolean;
  readonly before?: string;
  readonly now?: string;
  /** Where the two differ, for the input. */
  readonly differences?: readonly string[];
}

/** The proof of a fix, or what keeps it from being one: plain data that every surface prints. */
export interface Certificate {
  /**
   * `proven`: every question that was asked is answered with yes; `refuted`: one is answered with no; `confounded`: more
   * changed than the fix; `inconclusive`: something could not be told.
   */
  readonly result: 'proven' | 'refuted' | 'confounded' | 'inconclusive';
  readonly headline: string;
  /** ISO. */
  readonly madeAt: string;
  readonly faultline: string;
  /** The machine that it was made on, as a hash of its name, and its system. */
  readonly machine: { readonly id: string; readonly system: string; readonly runtime: string };
  /** The incident whose fix it is about. */
  readonly incident?: { readonly id: string; readonly at: string; readonly cause: string; readonly title: string };
  /** The request that is to succeed now, as a hash. */
  readonly request?: string;
  /** What was held constant, in the order of `variableNames`; empty without an incident. */
  readonly variables: readonly CertificateVariable[];
  readonly answers: readonly CertificateAnswer[];
  readonly runs: readonly CertificateRun[];
  /** What live calls used; absent without any. */
  readonly spent?: { readonly requests: number; readonly tokens: number; readonly seconds: number };
}

/** Variables as a reader knows them. */
export const variableWords: Readonly<Record<VariableName, string>> = {
  input: 'input',
  account: 'account',
  region: 'region',
  model: 'model',
  sdk: 'SDK version',
  runtime: 'runtime',
  environment: 'environment',
};
