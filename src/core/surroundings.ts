/** A package of an SDK in the project, and how its version is known. */
export interface FoundSdk {
  /** With its registry: `npm:@anthropic-ai/sdk`. */
  readonly package: string;
  readonly version: string;
}

/** The machine and the project in which calls are made, as far as they matter for calls; no secret, no value of one. */
export interface Surroundings {
  /** `linux`, `darwin`, `win32`, ... */
  readonly system: string;
  readonly release: string;
  readonly architecture: string;
  /** IANA name of the zone of the clock. */
  readonly zone: string;
  readonly node?: string;
  readonly python?: string;
  readonly sdks: readonly FoundSdk[];
  /** Names of variables that steer calls and are set; their values are not kept. */
  readonly variables: readonly string[];
  /** Values that are no secret and decide where calls go, by the name of their variable. */
  readonly settings: Readonly<Record<string, string>>;
}
