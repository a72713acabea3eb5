import { defineFault } from '../core/fault.ts';

/** Answers with a block page. */
export const firewallBlocked = defineFault({
  id: 'firewall-blocked',
  cause: 'firewall-blocked',
  summary: 'Answers with a block page',
  deed: {
    kind: 'foreign',
    status: 403,
    headers: { 'content-type': 'text/html; charset=UTF-8', server: 'cloudflare', 'cf-ray': '9a1b2c3d4e5f6071-VIE' },
    body: '<!DOCTYPE html><html lang="en-US"><head><title>Attention Required! | Cloudflare</title></head><body><h1>Sorry, you have been blocked</h1></body></html>',
  },
});
