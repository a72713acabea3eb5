import type { CauseExamples } from '../examples.ts';

/** Reports of calls from a browser, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: "Uncaught Error: It looks like you're running in a browser-like environment.\n\nThis is disabled by default, as it risks exposing your secret API credentials to attackers.\nIf you understand the risks and have appropriate mitigations in place,\nyou can set the `dangerouslyAllowBrowser` option to `true`\n    at new Anthropic (client.mjs:61:15)",
    },
    {
      text: '401 {"type":"error","error":{"type":"authentication_error","message":"CORS requests are not allowed for this Organization because of custom retention settings."},"request_id":"req_011CExampleCors1"}',
      facts: { status: 401, errorType: 'authentication_error' },
    },
    {
      text: "Access to fetch at 'https://api.anthropic.com/v1/messages' from origin 'http://localhost:5173' has been blocked by CORS policy: Response to preflight request doesn't pass access control check",
    },
    {
      text: '{"type":"error","error":{"type":"authentication_error","message":"CORS requests must set \'anthropic-dangerous-direct-browser-access\' header"}}',
    },
  ],
  spares: [
    {
      text: "Access to fetch at 'https://api.openai.com/v1/chat/completions' from origin 'http://localhost:3000' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present",
      cause: 'none',
    },
    {
      text: '401 {"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}',
      cause: 'api-key-invalid',
    },
  ],
};
