import type { RequestView } from '../../core/view.ts';
import type { BeyondTypes } from '../../facts/accepted-beyond-types.ts';
import { tagsSince } from '../../facts/availability.ts';
import type { Availability } from '../../facts/availability.ts';
import { betaFamily, betaStanding } from '../../facts/betas.ts';

/** What the structure of a request is judged by, apart from the body. */
export type StructureContext = Pick<
  RequestView,
  'body' | 'kind' | 'isBatchEntry' | 'platform' | 'areHeadersKnown' | 'betas' | 'beta' | 'apiVersion' | 'asOf'
>;

/** How something that depends on beta values stands in a request. */
export type Standing =
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused'; readonly availability: Availability }
  /** The headers are not known, or the rule is not sure. */
  | { readonly kind: 'unsure'; readonly availability: Availability };

const taken: Standing = { kind: 'taken' };

/** Judges what a request may use by its headers, its day, its version and its platform. */
export class Standings {
  readonly #context: StructureContext;
  readonly #known = new Map<Availability, Standing>();

  constructor(context: StructureContext) {
    this.#context = context;
  }

  of(availability: Availability): Standing {
    const before = this.#known.get(availability);
    if (before) return before;
    const fresh = this.#judge(availability);
    this.#known.set(availability, fresh);
    return fresh;
  }

  #judge(availability: Availability): Standing {
    const { asOf, beta, areHeadersKnown } = this.#context;
    const { betas, generalSince, isUnsure = false } = availability;
    const wasGeneral = generalSince !== undefined && (asOf === undefined || asOf >= generalSince);
    if (wasGeneral || betas.some((value) => beta(value) === 'sent')) return taken;
    if (areHeadersKnown && !isUnsure && !this.#hasNewer(betas)) return { kind: 'refused', availability };
    // What is general today is no news to someone whose headers are not known.
    return generalSince === undefined ? { kind: 'unsure', availability } : taken;
  }

  /** Whether a value was sent that is not known but of the same family: no list of beta values is complete. */
  #hasNewer(betas: readonly string[]): boolean {
    const families = new Set(betas.map(betaFamily));
    return this.#context.betas.some((sent) => betaStanding(sent) === undefined && families.has(betaFamily(sent)));
  }

  /** Whether a member beyond the types is taken in this request. */
  isTaken({ untilVersion, platforms, isBatchOnly = false }: BeyondTypes): boolean {
    const { apiVersion, platform, isBatchEntry } = this.#context;
    // The versions that clouds write into the body are no dates: `bedrock-2023-05-31`.
    const isDated = apiVersion !== undefined && /^\d/.test(apiVersion);
    if (untilVersion !== undefined && isDated && apiVersion >= untilVersion) return false;
    return (!platforms || platforms.includes(platform)) && (!isBatchOnly || isBatchEntry);
  }

  /** Whether the model stands in the path of a cloud, so that the body has none. */
  isModelElsewhere(): boolean {
    const { platform, body } = this.#context;
    return platform === 'bedrock' || platform === 'vertex' || body['anthropic_version'] !== undefined;
  }

  /** Whether a tag was on offer on the day. */
  isOutBy(tag: string): boolean {
    const { asOf } = this.#context;
    const since = tagsSince[tag];
    return asOf === undefined || since === undefined || asOf >= since;
  }
}
