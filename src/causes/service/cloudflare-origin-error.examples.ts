import type { CauseExamples } from '../examples.ts';

/** Reports of Cloudflare without an origin, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'API Error: 520 <html><head><title>api.anthropic.com | 520: Web server is returning an unknown error</title></head><body>Cloudflare</body></html>',
      facts: { status: 520 },
    },
    {
      text: '{"type":"https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-521/","title":"Error 521: Web server is down","status":521,"zone":"relay.example.com","cloudflare_error":true,"retryable":true,"retry_after":60} claude-sonnet-5',
      facts: { status: 521 },
    },
    {
      text: 'anthropic.InternalServerError: Error code: 524 - <title>gateway.example.com | 524: A timeout occurred</title> Cloudflare Ray ID: 9a1b2c3d4e5f6071',
    },
  ],
  spares: [
    { text: '502 Bad Gateway cloudflare api.anthropic.com', cause: 'service-unavailable' },
    { text: 'HTTP/1.1 504 Gateway Timeout server: cloudflare api.anthropic.com', cause: 'gateway-timeout' },
  ],
};
