import type { Mark } from './examination.ts';
import type { Platform } from './evidence.ts';
import type { JsonObject } from './json.ts';
import type { Surroundings } from './surroundings.ts';

/** What an answer looked like, without a word of it. */
export interface AnswerShape {
  readonly type: string;
  /** Types of its blocks, each once, in the order in which they first came. */
  readonly content: readonly string[];
  readonly stopReason?: string;
  /** Members of `usage`. */
  readonly usage: readonly string[];
}

/** The part of the surroundings that is the same on each machine of a team, or worth a word where it is not. */
export type BaselineSurroundings = Omit<Surroundings, 'release' | 'zone'>;

/** A configuration under which calls worked, with its day; one file, to be kept beside the code. It holds no credential. */
export interface Baseline {
  readonly kind: 'faultline-baseline';
  readonly version: 1;
  /** ISO date. */
  readonly savedOn: string;
  readonly faultline: string;
  readonly target: {
    readonly baseUrl: string;
    readonly platform: Platform;
    readonly model?: string;
    readonly apiVersion: string;
    readonly betas: readonly string[];
    /** The variable that names the proxy. */
    readonly proxy?: string;
  };
  readonly surroundings: BaselineSurroundings;
  /** A hash of the surroundings: equal where all of them are. */
  readonly fingerprint: string;
  readonly knownGood: {
    readonly endpoint: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: JsonObject;
    /** Who took it for good: the rules alone, or the API. */
    readonly judgedBy: 'rules' | 'api';
    readonly answer?: AnswerShape;
  };
  /** Per minute, as the answer told them. */
  readonly limits: Readonly<Record<string, number>>;
  readonly doctor: {
    /** Whether other machines were asked. */
    readonly reach: 'this-machine' | 'network';
    readonly outcome: 'failure' | 'none' | 'unknown';
    /** How each check that was made ended. */
    readonly checks: Readonly<Record<string, Mark>>;
  };
}

/** Something that a comparison with a baseline found. */
export interface BaselineItem {
  /** `failed`: the known-good request does not work; `changed`: the configuration is another; `noted`: worth a word. */
  readonly kind: 'failed' | 'changed' | 'warning' | 'noted';
  /** In full sentences. */
  readonly text: string;
  readonly undo?: string;
  /** The member of the file that it is about, to find its line. */
  readonly member: string;
}

/** What came of comparing today with a baseline: plain data that every surface prints. */
export interface BaselineCheck {
  readonly file: string;
  readonly savedOn: string;
  readonly checkedOn: string;
  /** `broken`: the known-good request fails; `unknown`: a live call was asked for, and nothing came of it. */
  readonly outcome: 'same' | 'changed' | 'broken' | 'unknown';
  readonly items: readonly BaselineItem[];
  /** What was compared and is as it was. */
  readonly same: readonly string[];
  /** How the known-good request was tried. */
  readonly triedBy: 'rules' | 'api';
}
