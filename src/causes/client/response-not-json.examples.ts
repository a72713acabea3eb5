import type { CauseExamples } from '../examples.ts';

/** Reports of a web page in place of the answer, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: `SyntaxError: Unexpected token '<', "<!DOCTYPE "... is not valid JSON
    at JSON.parse (<anonymous>)
    at parseResponse (/app/node_modules/@anthropic-ai/sdk/internal/parse.js:30:18)`,
    },
    {
      text: 'FetchError: invalid json response body at https://gateway.example.com/v1/messages reason: Unexpected token < in JSON at position 0 (claude-sonnet-5)',
    },
    { text: "error decoding claude response: invalid character '<' looking for beginning of value" },
  ],
  spares: [
    {
      text: 'API Error: 403 <!DOCTYPE html><html><head><title>Attention Required! | Cloudflare</title>',
      cause: 'firewall-blocked',
    },
    {
      text: `SyntaxError: Unexpected end of JSON input
    at AnthropicStream`,
      cause: 'response-unparsable',
    },
  ],
};
