import type { Certainty, Remedy } from './cause.ts';
import type { Evidence, Platform } from './evidence.ts';
import type { JsonObject } from './json.ts';
import type { Machine, Network, ProxyRoute } from './world.ts';

/** What a probe costs, least first; `free-call` is any contact with another machine that nobody pays for. */
export const costs = ['nothing', 'local', 'free-call', 'paid-call'] as const;

/** One of `costs`. */
export type Cost = (typeof costs)[number];

/** Why an address is asked; each purpose can be switched off. */
export type Purpose = 'api' | 'status' | 'proxy' | 'resolver' | 'connectivity' | 'registry';

/** An address that a probe may ask. */
export interface Address {
  readonly purpose: Purpose;
  readonly host: string;
  readonly port: number;
  /** What is sent there, in a few words: `GET /v1/models`. */
  readonly what: string;
}

/** A credential and where it was found; its value is sent, and never printed. */
export interface Credential {
  /** The variable that holds it. */
  readonly name: string;
  readonly value: string;
  /** `x-api-key`, or `authorization` for a bearer token. */
  readonly header: 'x-api-key' | 'authorization';
}

/** The request that fails, where the user gave it. */
export interface FailingRequest {
  readonly body: JsonObject;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What is examined: worked out once from flags and environment, before any probe runs. */
export interface Target {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly platform: Platform;
  readonly host: string;
  readonly port: number;
  readonly isTls: boolean;
  /** The way that programs take, where a proxy is set for this host. */
  readonly proxy?: ProxyRoute & { readonly name: string; readonly host: string; readonly port: number };
  readonly credential?: Credential;
  readonly model?: string;
  readonly request?: FailingRequest;
  /** Milliseconds since 1970; now, where the user does not say when it failed. */
  readonly failedAt: number;
  readonly statusUrl: string;
  readonly connectivityUrl: string;
  /** The resolver that is asked beside the system's. */
  readonly resolver: string;
  /** Purposes that may not be asked, each with the flag that says so. */
  readonly off: Readonly<Partial<Record<Purpose, string>>>;
  readonly mayPay: boolean;
}

/** What probes learn for those that come after them. */
export interface Learned {
  readonly addresses?: readonly { readonly address: string; readonly family: 4 | 6 }[];
  /** The fastest address that took a connection. */
  readonly reachable?: { readonly address: string; readonly family: 4 | 6 };
  /** Whether anything beyond this machine answers. */
  readonly hasInternet?: boolean;
  /** How far this machine's clock is ahead of another host's, in milliseconds; below zero when it is behind. */
  readonly clockAheadMs?: number;
  /** What the resolver beside the system's says of the host. */
  readonly otherResolver?:
    | { readonly kind: 'knows'; readonly addresses: readonly string[] }
    | { readonly kind: 'knows-not' };
  /** Whether the host offered HTTP/2 in its TLS handshake. */
  readonly offersHttp2?: boolean;
  /** Whether the far end shows the marks of the API (`request-id` with the API's own form). */
  readonly isApi?: boolean;
  readonly models?: readonly string[];
  readonly inputTokens?: number;
  readonly organizationId?: string;
  /** Nothing on this machine gives programs a credential, as far as it shows. */
  readonly lacksCredential?: boolean;
  /** A free call that failed in a way that can pass by itself. */
  readonly transient?: {
    readonly what: string;
    readonly path: string;
    readonly withKey: boolean;
    readonly body?: string;
  };
  /** The open incident that touches the API. */
  readonly incident?: string;
}

/** What a probe is given. */
export interface ProbeContext {
  readonly machine: Machine;
  readonly network: Network;
  readonly target: Target;
  readonly learned: Learned;
}

/** What a probe found wrong: the cause tells it, the probe shows what it saw. */
export interface ProbeFinding {
  /** The id of the cause; absent where `text` and `evidence` are left to be judged by all causes. */
  readonly cause?: string;
  readonly certainty: Certainty;
  /** What was seen, in full sentences with the reader's values, and no secret. */
  readonly saw: string;
  /** The failure as a client would print it; the cause takes its details from it. */
  readonly text?: string;
  /** Parts that are known better than the text can say. */
  readonly evidence?: Omit<Evidence, 'reading'>;
  /** What to do in this very place; told before the remedies of the cause. */
  readonly remedies?: readonly Remedy[];
  /** Calls fail because of it, so that nothing more needs to be asked; otherwise it is only worth knowing. */
  readonly isDecisive: boolean;
}

/** Something seen that is no fault, and worth a line. */
export interface Note {
  readonly text: string;
  readonly remedy?: Remedy;
}

/** How a probe ended. */
export type ProbeOutcome = (
  | { readonly kind: 'fine'; readonly saw: string }
  | { readonly kind: 'finding'; readonly findings: readonly ProbeFinding[] }
  /** It was asked, and the answer decides nothing. */
  | { readonly kind: 'unanswerable'; readonly because: string }
  /** `isNeedless`: the question does not arise here, so nothing is left open by it. */
  | { readonly kind: 'skipped'; readonly because: string; readonly isNeedless?: boolean }
) & {
  readonly notes?: readonly Note[];
  readonly learned?: Learned;
};

/** A question put to the world, as it is written down; see `defineProbe`. */
export interface Probe {
  /** Permanent; the file has the same name. */
  readonly id: string;
  /** The question, as a reader understands it. */
  readonly asks: string;
  readonly cost: Cost;
  /** HTTP requests and tokens that it can use at most. */
  readonly uses?: { readonly requests: number; readonly tokens?: number };
  /** Every address that it may ask; others are refused. */
  readonly addresses?: (target: Target) => readonly Address[];
  readonly limitMs: number;
  /** Causes that are ruled out when it ends `fine`. */
  readonly rulesOut: readonly string[];
  /** Probes that must have ended before; it is skipped when one of them ended in a decisive finding. */
  readonly needs?: readonly string[];
  /** Whether the question arises for this target at all; always, where it is left out. */
  readonly appliesTo?: (target: Target) => boolean;
  /** Why it cannot be asked here, though it arises; decided while the plan is made, from the target alone. */
  readonly skips?: (target: Target) => string | undefined;
  readonly run: (context: ProbeContext) => Promise<ProbeOutcome>;
}

/** Declares a probe; the only way to make one. */
export function defineProbe(probe: Probe): Probe {
  return probe;
}
