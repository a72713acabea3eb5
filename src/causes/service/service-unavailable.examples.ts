import type { CauseExamples } from '../examples.ts';

/** Reports of a service that is not available, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'API Error: 503 upstream connect error or disconnect/reset before headers. reset reason: connection termination (claude)',
      facts: { status: 503 },
    },
    {
      text: `anthropic.InternalServerError: <html>
<head><title>502 Bad Gateway</title></head>
<body><center><h1>502 Bad Gateway</h1></center><hr><center>cloudflare</center></body></html>`,
      facts: { status: 502 },
    },
    {
      text: 'An error occurred (ServiceUnavailableException) when calling the InvokeModel operation (reached max retries: 4): Bedrock is unable to process your request.',
      facts: { errorType: 'ServiceUnavailableException' },
    },
    {
      text: '{"error":{"code":503,"message":"The service is currently unavailable.","status":"UNAVAILABLE"}} publishers/anthropic/models/claude-opus-5',
      facts: { status: 503, errorType: 'UNAVAILABLE' },
    },
    {
      text: `APIError: 503 status code (no body)
    at Anthropic.makeStatusError (/app/node_modules/@anthropic-ai/sdk/core.js:295:16)`,
      facts: { status: 503 },
    },
    {
      text: "anthropic.InternalServerError: Error code: 502 - {'type': 'error', 'error': {'type': 'api_error', 'message': 'Bad gateway'}}",
      facts: { status: 502 },
    },
    { text: 'api.anthropic.com: Cloudflare says: Error 522: Connection timed out' },
  ],
  spares: [
    {
      text: `HTTP/1.1 522
server: cloudflare

{"title":"Error 522: Connection timed out","status":522,"zone":"api.anthropic.com","cloudflare_error":true}`,
      cause: 'cloudflare-origin-error',
    },
    {
      text: '{"error":{"message":"当前分组 default 下对于模型 claude-sonnet-5 无可用渠道","type":"new_api_error"}} 503',
      cause: 'gateway-no-route',
    },
    { text: 'openai.InternalServerError: Error code: 503 - gpt-4o service unavailable', cause: 'none' },
    {
      text: '{"error":{"code":503,"message":"The model is overloaded. Please try again later.","status":"UNAVAILABLE"}}',
      cause: 'none',
    },
  ],
};
