import type { RequestKind } from '../core/view.ts';

/** What a request path asks for, and the model that a cloud's path names. */
export interface Operation {
  readonly kind: RequestKind;
  readonly modelId?: string;
  /** The path alone says that the answer is streamed. */
  readonly isStreaming: boolean;
}

const bedrockPath = /\/model\/(.+?)\/(invoke|invoke-with-response-stream)\/?$/;
const vertexPath = /\/models\/([^/]+?):(rawPredict|streamRawPredict)$/;

/** Reads a request path of the Claude API or of a cloud; anything else is taken for `/v1/messages`. */
export function operationOf(endpoint: string): Operation {
  const path = endpoint.replace(/[?#].*$/, '').replace(/^https?:\/\/[^/]+/, '');
  const [, bedrockId, bedrockCall] = bedrockPath.exec(path) ?? [];
  if (bedrockId) return { kind: 'messages', modelId: bedrockId, isStreaming: bedrockCall !== 'invoke' };
  const [, vertexId, vertexCall] = vertexPath.exec(path) ?? [];
  if (vertexId === 'count-tokens') return { kind: 'count-tokens', isStreaming: false };
  if (vertexId) return { kind: 'messages', modelId: vertexId, isStreaming: vertexCall !== 'rawPredict' };
  if (/\/count_tokens\/?$/.test(path)) return { kind: 'count-tokens', isStreaming: false };
  return { kind: /\/batches\/?$/.test(path) ? 'batch' : 'messages', isStreaming: false };
}

/** Members of a request that the token counting endpoint takes; it refuses the others. */
export const countedMembers: ReadonlySet<string> = new Set([
  'model',
  'messages',
  'system',
  'tools',
  'tool_choice',
  'thinking',
  'output_config',
  'output_format',
  'cache_control',
  'context_management',
  'mcp_servers',
  'compaction',
  'speed',
]);
