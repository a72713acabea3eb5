import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { flatTextOf, recognized } from '../recognition.ts';

interface Block {
  readonly by: 'sdk' | 'organization' | 'browser';
}

/** The call comes from a browser: the SDK, the organization or the browser refuses it. */
export const browserBlocked = defineCause<Block>({
  id: 'browser-blocked',
  title: 'The call comes from a browser, and browsers are not let in',
  locus: 'credentials',
  retry: 'no',
  signs: [
    { says: 'running in a browser-like environment' },
    {
      says: 'This is disabled by default, as it risks exposing your secret API credentials',
      pattern: /anthropic|claude/i,
    },
    { says: 'CORS requests are not allowed for this Organization' },
    { says: 'CORS requests must set anthropic-dangerous-direct-browser-access' },
    { says: 'anthropic-dangerous-direct-browser-access', certainty: 'likely' },
    { says: ['https://api.anthropic.com', 'has been blocked by CORS policy'] },
    { says: ['Cross-Origin Request Blocked', 'api.anthropic.com'] },
    { says: ['No Access-Control-Allow-Origin header is present', 'anthropic'], certainty: 'likely' },
    { says: ['not allowed by Access-Control-Allow-Headers', 'anthropic'], certainty: 'likely' },
  ],
  retold: ['blocked by CORS', 'CORS error', 'CORS policy', '跨域', 'CORS エラー', 'CORSエラー'],
  recognize: (evidence, hit) => {
    const text = flatTextOf(evidence);
    const by = /for\s+this\s+Organization/i.test(text)
      ? 'organization'
      : /browser-like|dangerouslyAllow/.test(text)
        ? 'sdk'
        : 'browser';
    return recognized(hit, { by });
  },
  explain: (block) => {
    const reason = {
      sdk: 'The SDK noticed that it runs in a browser and stopped before it sent anything: everyone who opens the page could read the key.',
      organization:
        'The API refused the call because it came from a browser and this organization does not take calls from browsers, because of its settings or its data retention terms.',
      browser:
        'The browser did not let the page read the answer: the API allows cross-origin calls only with the header `anthropic-dangerous-direct-browser-access: true`, and without it the preflight fails without any status.',
    } as const;
    return `${reason[block?.by ?? 'sdk']} Calls are meant to come from a server that keeps the key to itself.`;
  },
  remedies: (block) => [
    { action: 'Move the call to your server, and let the page call that server.' },
    ...(block?.by === 'organization'
      ? [{ action: 'Ask an administrator whether browser calls can be allowed; with zero data retention they cannot.' }]
      : [
          {
            action: 'For a page that only its own user sees, with the key of that user, allow it explicitly.',
            run: 'new Anthropic({ apiKey, dangerouslyAllowBrowser: true })',
          },
        ]),
    {
      action:
        'In a test or a desktop shell that merely looks like a browser (jsdom, Electron), run the client in the Node part.',
    },
  ],
  docs: pages.typescriptSdk,
});
