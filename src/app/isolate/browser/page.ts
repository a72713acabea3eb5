import type { WindowKind } from './report.ts';

/** What a page is made for. */
export interface PageOrder {
  readonly window: WindowKind;
  /** The address of the call, without a credential. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Drawn for this run; the page and its server know it. */
  readonly token: string;
  /** Allows the one script and style of the page, and no other. */
  readonly nonce: string;
}

/** What the page may load and ask: itself, its server, and the API. */
export function policyOf({ url, nonce }: PageOrder): string {
  const { origin } = new URL(url);
  return `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; connect-src 'self' ${origin}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}

/** The page: it makes the calls when it is opened, shows how they end, and tells its server. */
export function pageHtml(order: PageOrder): string {
  const { window, nonce } = order;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<title>Faultline: ${window} window</title>
<style nonce="${nonce}">
body { font: 16px/1.5 system-ui, sans-serif; max-width: 40em; margin: 3em auto; padding: 0 1em; color-scheme: light dark }
li { margin: .3em 0 }
</style>
</head>
<body>
<h1>The call from this ${window} window</h1>
<p id="state" role="status">Making the calls…</p>
<ul id="calls"></ul>
<script nonce="${nonce}">
'use strict';
const order = ${JSON.stringify(order).replaceAll('<', '\\u003c')};
${script}
</script>
</body>
</html>
`;
}

/** Sends no credential. Whatever an answer says is shown as text. */
const script = String.raw`
const mine = 'faultline ' + order.token + ' ' + order.window;
const other = 'faultline ' + order.token + ' ' + (order.window === 'normal' ? 'private' : 'normal');
const consent = { 'anthropic-dangerous-direct-browser-access': 'true' };
const show = (text) => {
  const item = document.createElement('li');
  item.textContent = text;
  document.getElementById('calls').append(item);
};
const tell = (text) => { document.getElementById('state').textContent = text; };
async function call(headers) {
  try {
    const answer = await fetch(order.url, { method: 'POST', headers: { ...order.headers, ...headers }, body: order.body, credentials: 'omit', cache: 'default' });
    const text = await answer.text();
    let type;
    try { type = JSON.parse(text).error?.type; } catch {}
    return { status: answer.status, type };
  } catch (error) {
    return { message: String(error) };
  }
}
const words = (end) => end.status === undefined ? 'blocked (' + end.message + ')' : 'answered with ' + end.status;
async function isReached() {
  try {
    await fetch(new URL('/', order.url), { mode: 'no-cors', credentials: 'omit', cache: 'no-store' });
    return true;
  } catch { return false; }
}
async function echo() {
  try {
    const answer = await fetch('echo', { method: 'POST', headers: { ...order.headers, ...consent }, body: order.body });
    return await answer.json();
  } catch {
    return { changedHeaders: ['all'], hasChangedBody: true };
  }
}
function isTouched() {
  const expected = new Set(['H1', 'P', 'UL', 'LI', 'SCRIPT']);
  const strange = [...document.body.querySelectorAll('*')].some(({ tagName }) => !expected.has(tagName));
  const scripts = document.querySelectorAll('script').length > 1;
  return strange || scripts || !/\[native code\]/.test(Function.prototype.toString.call(fetch));
}
function sharesStorage() {
  try {
    const shares = localStorage.getItem(other) !== null;
    localStorage.setItem(mine, '1');
    return shares;
  } catch { return false; }
}
(async () => {
  const shares = sharesStorage();
  const withConsent = await call(consent);
  show('With the header that allows pages: ' + words(withConsent));
  const withoutConsent = await call({});
  show('Without it: ' + words(withoutConsent));
  const reached = await isReached();
  show('Anything at all from the host: ' + (reached ? 'yes' : 'no'));
  const arrived = await echo();
  show('Sent to the page\'s own server: ' + (arrived.changedHeaders.length > 0 || arrived.hasChangedBody ? 'changed on the way' : 'arrived unchanged'));
  const report = { withConsent, withoutConsent, isReached: reached, ...arrived, isTouched: isTouched(), sharesStorage: shares, browser: navigator.userAgent };
  const told = await fetch('report', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(report) });
  tell((await told.json()).say);
})().catch((error) => tell('The page could not tell its server: ' + error));
`;
