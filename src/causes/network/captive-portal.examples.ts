import type { CauseExamples } from '../examples.ts';

/** Reports of a network that wants a login, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: `HTTP/1.1 511 Network Authentication Required
<html><body>Please log in to the guest network</body></html> (POST https://api.anthropic.com/v1/messages)`,
      facts: { status: 511 },
    },
    { text: 'claude login fails in the hotel: the captive portal answers for api.anthropic.com' },
    { text: 'APIError from @anthropic-ai/sdk: 200 <html><head><title>Wi-Fi login</title>' },
  ],
  spares: [
    { text: '403 <html><title>Attention Required! | Cloudflare</title> anthropic', cause: 'firewall-blocked' },
    {
      text: '{"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}',
      cause: 'api-key-invalid',
    },
  ],
};
