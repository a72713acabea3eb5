import type { Platform } from '../core/evidence.ts';

/** Members that the API takes although the types of the SDK do not list them, in the notation of the shapes. */
export interface BeyondTypes {
  readonly shape: string;
  readonly members: string;
  /** The API version that refuses them as unknown. */
  readonly untilVersion?: string;
  /** Where they are taken; everywhere when absent. */
  readonly platforms?: readonly Platform[];
  /** Only in the entries of a Message Batch. */
  readonly isBatchOnly?: boolean;
  /** Days of the requests that were seen accepted, or what else it rests on. */
  readonly seen: string;
}

const clouds: readonly Platform[] = ['bedrock', 'vertex', 'gateway'];

/** What the API took before, or takes, beyond the types. */
export const acceptedBeyondTypes: readonly BeyondTypes[] = [
  {
    shape: 'MessageCreateParams',
    members: 'temperature?: number; top_k?: integer; top_p?: number',
    untilVersion: '2026-10-21',
    seen: '376 recorded requests, 2024-06-11 to 2026-08-22; gone from the types since version 1.0.0 of the SDK',
  },
  {
    shape: 'MessageCreateParams',
    members: 'anthropic_version?: string; anthropic_beta?: [string]',
    platforms: clouds,
    seen: '57 recorded requests to Bedrock and Google Cloud, 2024-04-09 to 2026-07-06',
  },
  {
    shape: 'MessageCountTokensParams',
    members: 'anthropic_version?: string; anthropic_beta?: [string]',
    platforms: clouds,
    seen: 'as for messages',
  },
  {
    shape: 'MessageCreateParams',
    members: 'user_profile_id?: string',
    isBatchOnly: true,
    seen: "documented in the SDK's types of batches, 2026-11-25",
  },
  {
    shape: 'Tool.InputSchema',
    members: 'properties?: unknown; required?: unknown',
    seen: 'all of it but `type` is judged as a JSON Schema, with a sentence of its own (recorded 2024-11-13 to 2026-09)',
  },
  {
    shape: 'BrowserToolset20260801',
    members: "allowed_callers?: ['direct']",
    seen: 'documented (tool reference page, 2026-08-22)',
  },
  {
    shape: 'ComputerToolset20260801',
    members: "allowed_callers?: ['direct']",
    seen: 'documented (tool reference page, 2026-08-22)',
  },
  {
    shape: 'BatchCreateParams.Request',
    members: 'params: {unknown}',
    seen: 'the API judges each entry as a request of its own, after it took the batch (documented)',
  },
  {
    shape: 'SystemMessageParam',
    members: 'content~?: string | [<ContentBlockParam>]',
    seen: 'what a system item may hold is judged after the schema, with a message of its own (measured 2026-08-31)',
  },
];

/** Shapes that the API reads as a union with one tag, so that the tag stands in the path: `cache_control.ephemeral.ttl`. */
export const impliedTags: Readonly<Record<string, string>> = { CacheControlEphemeral: 'ephemeral' };

/** Unions whose tags the API lists in their own order; those of all others it sorts (seen for tools, 2025-11). */
export const unsortedUnions: ReadonlySet<string> = new Set(['ToolChoice']);
