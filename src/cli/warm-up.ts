import type { Host } from '../app/operation.ts';

/**
 * What users paste, in the forms that are met most: what explaining these runs through is compiled once, and kept for
 * every later run.
 */
export const warmUpTexts: readonly string[] = [
  '529 {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"},"request_id":"req_011CWarmUp"}',
  "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'messages.2: `tool_use` ids were found without `tool_result` blocks immediately after: toolu_01WarmUp. Each `tool_use` block must have a corresponding `tool_result` block in the next message.'}, 'request_id': 'req_011CWarmUp'}",
  'BadRequestError: 400 {"type":"error","error":{"type":"invalid_request_error","message":"max_tokens: 128000 > 64000, which is the maximum allowed number of output tokens for claude-sonnet-4-5"},"request_id":"req_011CWarmUp"}\n    at APIError.generate (node_modules/@anthropic-ai/sdk/core/error.mjs:41:20)\n    at Anthropic.makeRequest (node_modules/@anthropic-ai/sdk/client.mjs:318:30)',
  'HTTP/1.1 429 Too Many Requests\nretry-after: 12\nanthropic-ratelimit-requests-remaining: 0\nrequest-id: req_011CWarmUp\ncontent-type: application/json\n\n{"type":"error","error":{"type":"rate_limit_error","message":"This request would exceed your organization\'s rate limit of 50 requests per minute."}}',
  '401 {"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}',
  'litellm.exceptions.NotFoundError: AnthropicException - {"type":"error","error":{"type":"not_found_error","message":"model: claude-3-opus-20240229"}}',
  'APIConnectionError: Connection error.\n  cause: TypeError: fetch failed\n    [cause]: Error: connect ECONNREFUSED 127.0.0.1:8080',
  'event: message_start\ndata: {"type":"message_start","message":{"id":"msg_01WarmUp","type":"message","role":"assistant","model":"claude-sonnet-4-5","content":[]}}\n\nevent: error\ndata: {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}\n',
];

/** The process as a host that nobody sees. */
export function unseen(host: Host): Host {
  return { ...host, out: () => undefined, err: () => undefined, columns: 80, color: true };
}
