import type { CauseExamples } from '../examples.ts';

/** Reports of a block page or a deny header, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '403 <!DOCTYPE html><html lang="en-US"><head><title>Attention Required! | Cloudflare</title></head><body><h1>Sorry, you have been blocked</h1>You are unable to access anthropic.com',
      facts: { status: 403 },
    },
    {
      text: `HTTP/2 403
x-deny-reason: host_not_allowed

Host not in allowlist: api.anthropic.com`,
      facts: { status: 403 },
    },
    {
      text: 'anthropic.PermissionDeniedError: <html><head><title>Just a moment...</title></head><body>Enable JavaScript and cookies to continue</body></html>',
    },
    {
      text: 'API Error: 403 <html><head><title>Web Page Blocked</title></head><body>FortiGuard Intrusion Prevention - Access Blocked. Category: Artificial Intelligence. URL: api.anthropic.com</body></html>',
    },
    {
      text: 'APIError: 403 <!DOCTYPE html><html><head><title>Access restricted</title></head><body>Contact your administrator.</body></html> @anthropic-ai/sdk',
      certainty: 'likely',
    },
    { text: 'error code: 1020 from https://api.anthropic.com/v1/messages' },
  ],
  spares: [
    { text: '{"error":{"type":"forbidden","message":"Request not allowed"}}', cause: 'region-unsupported' },
    {
      text: `HTTP/1.1 502 Bad Gateway
Server: cloudflare

<html><head><title>502 Bad Gateway</title></head></html> api.anthropic.com`,
      cause: 'service-unavailable',
    },
  ],
};
