/** Credentials of many kinds, none of them real; put together here, so that no scanner takes them for such. */
export const canaries: readonly string[] = [
  ['sk', 'ant', 'api03', `${letters(93, 1)}AA`].join('-'),
  ['sk', 'ant', 'oat01', `${letters(86, 2)}AA`].join('-'),
  ['sk', 'ant', 'admin01', `${letters(86, 3)}AA`].join('-'),
  `AKIA${letters(16, 4).toUpperCase()}`,
  ['ghp', letters(36, 5)].join('_'),
  ['xoxb', '123456789012', '123456789012', letters(24, 6)].join('-'),
  ['AIza', letters(35, 7)].join(''),
  [letters(20, 8), letters(60, 9), letters(43, 10)].map((part, at) => (at < 2 ? `eyJ${part}` : part)).join('.'),
];

/** A request that holds canaries. */
export interface Planted {
  readonly headers: Readonly<Record<string, string>>;
  readonly path: string;
  readonly body: string;
}

/** Every canary at every place of a request: headers of credentials and others, query, and body in several forms. */
export function plantedIn(secrets: readonly string[]): readonly Planted[] {
  const common = { 'anthropic-version': '2023-06-01', 'content-type': 'application/json' };
  return secrets.flatMap((secret) => [
    { headers: { ...common, 'x-api-key': secret }, path: '/v1/messages', body: bodyWith('hello') },
    { headers: { ...common, authorization: `Bearer ${secret}` }, path: '/v1/messages', body: bodyWith('hello') },
    {
      headers: { ...common, cookie: `session=${secret}` },
      path: `/v1/messages?key=${secret}`,
      body: bodyWith('hello'),
    },
    { headers: { ...common, 'x-custom': secret }, path: '/v1/messages', body: bodyWith(`my key is ${secret}, use it`) },
    { headers: common, path: '/v1/messages', body: bodyWith(JSON.stringify({ env: { API_KEY: secret } })) },
  ]);
}

function bodyWith(content: string): string {
  return JSON.stringify({ model: 'claude-sonnet-5', max_tokens: 9, messages: [{ role: 'user', content }] });
}

/** Letters and digits in a fixed order that looks like chance. */
function letters(count: number, seed: number): string {
  const alphabet = 'abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  let state = seed * 7919;
  return Array.from({ length: count }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return alphabet[state % alphabet.length] ?? 'x';
  }).join('');
}
