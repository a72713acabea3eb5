import { defineFault } from '../core/fault.ts';

/** Answers as Cloudflare does when the service behind it fails. */
export const cloudflareOriginError = defineFault({
  id: 'cloudflare-origin-error',
  cause: 'cloudflare-origin-error',
  summary: 'Answers as Cloudflare does when the service behind it fails',
  deed: {
    kind: 'foreign',
    status: 520,
    headers: { 'content-type': 'text/html; charset=UTF-8', server: 'cloudflare', 'cf-ray': '9a1b2c3d4e5f6071-VIE' },
    body: '<!DOCTYPE html>\n<html><head><title>api.anthropic.com | 520: Web server is returning an unknown error</title></head><body>Cloudflare Ray ID: 9a1b2c3d4e5f6071</body></html>',
  },
});
