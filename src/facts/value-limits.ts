/** What a value must keep to beyond its type, where the API checks it together with the types. */
export type ValueLimit =
  | { readonly kind: 'not-empty' }
  | { readonly kind: 'range'; readonly low: number; readonly high: number }
  | { readonly kind: 'at-least'; readonly least: number; readonly wording: 'must be' | 'Input should be' }
  | { readonly kind: 'pattern'; readonly pattern: string; readonly isUnsure?: boolean }
  /** Keeps to `identifierPattern`. */
  | { readonly kind: 'identifier' }
  | { readonly kind: 'longest'; readonly characters: number }
  | { readonly kind: 'one-of'; readonly values: readonly string[] }
  | { readonly kind: 'object' };

/** The pattern of the ids of tool calls. */
export const identifierPattern = '^[a-zA-Z0-9_-]+$';
const toolUseId: ValueLimit = { kind: 'identifier' };
const zeroToOne: ValueLimit = { kind: 'range', low: 0, high: 1 };

/**
 * Limits by `Shape.member`. Measured on `claude-sonnet-5` from 2026-08-29 to 2026-09-04 unless said otherwise; the
 * ids' patterns are of public fixtures and the OpenAPI description of 2026-05-06.
 */
export const valueLimits: Readonly<Record<string, ValueLimit>> = {
  'MessageCreateParams.model': { kind: 'not-empty' },
  'MessageCountTokensParams.model': { kind: 'not-empty' },
  'MessageCreateParams.max_tokens': { kind: 'at-least', least: 0, wording: 'must be' },
  'MessageCreateParams.temperature': zeroToOne,
  'MessageCreateParams.top_p': zeroToOne,
  'MessageCreateParams.inference_geo': { kind: 'one-of', values: ['global', 'us'] },
  // Recorded 2026-02-05 and 2026-09.
  'ThinkingConfigEnabled.budget_tokens': { kind: 'at-least', least: 1024, wording: 'Input should be' },
  // Of the OpenAPI description only.
  'Metadata.user_id': { kind: 'longest', characters: 512 },
  'ToolUseBlockParam.id': toolUseId,
  'ToolResultBlockParam.tool_use_id': toolUseId,
  // Recordings with redacted ids break it.
  'ServerToolUseBlockParam.id': { kind: 'pattern', pattern: '^srvtoolu_[a-zA-Z0-9_]+$', isUnsure: true },
  // The types leave the input of a tool open.
  'ToolUseBlockParam.input': { kind: 'object' },
  'ServerToolUseBlockParam.input': { kind: 'object' },
  'MCPToolUseBlockParam.input': { kind: 'object' },
};
