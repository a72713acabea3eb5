import type { CauseExamples } from '../examples.ts';

/** Reports of calls to a wrong path, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'Cloudflare AI Gateway 接 Claude，填 https://gateway.ai.cloudflare.com/v1/A/G/anthropic 会报404错误',
      facts: { status: 404 },
      certainty: 'possible',
    },
    { text: 'Anthropic provider: request failed with status code 405', facts: { status: 405 }, certainty: 'possible' },
    {
      text: '404 {"type":"error","error":{"type":"not_found_error","message":"Not Found"}}',
      facts: { status: 404, errorType: 'not_found_error' },
    },
    {
      text: "AI_APICallError: Not Found\n  url: 'https://api.anthropic.com/messages',\n  statusCode: 404,\n  isRetryable: false",
      facts: { status: 404 },
    },
    {
      text: 'INFO httpx HTTP Request: POST https://api.anthropic.com/v1/v1/messages "HTTP/1.1 404 Not Found"',
      facts: { status: 404 },
    },
    {
      text: "{'error': {'code': 404, 'message': 'Publisher Model `projects/acme-prod/locations/global/publishers/google/models/claude-sonnet-4-6` was not found or your project does not have access to it.', 'status': 'NOT_FOUND'}}",
      facts: { errorType: 'NOT_FOUND' },
    },
    {
      text: 'API Error: 404 {"error":{"message":"Invalid URL (POST /v1/messages/v1/messages)","type":"invalid_request_error","param":"","code":""}}',
      facts: { status: 404 },
    },
    {
      text: 'Error: 404 <!DOCTYPE html><html id="__next_error__"><head><meta charSet="utf-8"/><title>Not Found \\ Anthropic</title></head></html>',
      facts: { status: 404 },
    },
    {
      text: 'There\'s an issue with the selected model (claude-sonnet-4-6). It may not exist or you may not have access to it.\n[{"error":"Error: 404 404 page not found\\n    at generate (/$bunfs/root/src/entrypoints/cli.js:11:53269)"}]',
      facts: { status: 404 },
    },
  ],
  spares: [
    {
      text: '404 {"type":"error","error":{"type":"not_found_error","message":"model: claude-sonet-4-6"}}',
      cause: 'model-not-found',
    },
    { text: 'GET https://api.github.com/repos/acme/app/issues/9999 404 Not Found', cause: 'none' },
  ],
};
