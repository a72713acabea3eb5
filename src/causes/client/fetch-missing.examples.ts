import type { CauseExamples } from '../examples.ts';

/** Reports of a runtime that lacks fetch, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'Error: `fetch` is not defined as a global; Either pass `fetch` to the client, `new Anthropic({ fetch })` or polyfill the global, `globalThis.fetch = fetch`',
    },
    {
      text: `ReferenceError: Headers is not defined
    at Object.<anonymous> (/app/node_modules/@anthropic-ai/sdk/internal/headers.js:12:5)`,
    },
    {
      text: `ReferenceError: fetch is not defined
    at Anthropic.fetchWithTimeout (/srv/node_modules/@anthropic-ai/sdk/core.js:360:9)`,
    },
  ],
  spares: [
    {
      text: 'APIConnectionError: Connection error. cause: TypeError: fetch failed, getaddrinfo ENOTFOUND api.anthropic.com',
      cause: 'dns-failure',
    },
    { text: "Error: Cannot find module '@anthropic-ai/sdk'", cause: 'sdk-not-installed' },
  ],
};
