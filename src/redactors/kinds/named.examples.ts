import type { KindExamples } from '../draw.ts';

/** Secrets that their name gives away, in every notation. */
export const namedExamples: readonly KindExamples[] = [
  {
    kind: 'credential header',
    secrets: (draw) => [draw.token(30)],
    around: ['x-api-key: SECRET', 'Authorization: SECRET', '"x-api-key": "SECRET"', "'proxy-authorization': 'Basic SECRET'", `curl -H "api-key: SECRET" https://example.com`, '{"name":"x-api-key","value":"SECRET"}', '["x-api-key", "SECRET"]', "('x-api-key', 'SECRET')", "(b'x-api-key', b'SECRET')", String.raw`{\"x-api-key\":\"SECRET\"}`, String.raw`{\\\"authorization\\\":\\\"Bearer SECRET\\\"}`, 'ocp-apim-subscription-key=SECRET', 'X-Auth-Token: SECRET'],
    spares: ['x-api-key header is required', 'invalid x-api-key', 'Authorization: Bearer $TOKEN', 'x-api-key: $ANTHROPIC_API_KEY', 'headers["x-api-key"] = key'],
  },
  {
    kind: 'cookie',
    secrets: (draw) => [draw.token(24)],
    around: ['cookie: theme=dark; session=SECRET', 'Set-Cookie: sid=SECRET; Path=/; HttpOnly', '"cookie":"a=b; s=SECRET"'],
    spares: ['cookie: none', 'The cookie is set by Cloudflare.'],
  },
  {
    kind: 'secret in a query',
    secrets: (draw) => [draw.word(24)],
    around: ['https://example.com/cb?access_token=SECRET', 'https://generativelanguage.googleapis.com/v1?key=SECRET&alt=sse', 'GET /x?a=1&client_secret=SECRET HTTP/1.1'],
    spares: ['https://example.com/list?limit=20&key=name'],
  },
  {
    kind: 'assigned secret',
    secrets: (draw) => [draw.word(20)],
    around: ['DB_PASSWORD=SECRET', 'password: SECRET', '"password":"SECRET"', "client_secret='SECRET'", 'export MY_SERVICE_TOKEN=SECRET', '--api-key SECRET', '--token=SECRET', '<password>SECRET</password>', 'SIGNING_KEY=SECRET', String.raw`"{\"refresh_token\":\"SECRET\"}"`, `{'api_key': 'SECRET'}`, 'secretKey: SECRET', 'os.environ["API_TOKEN"] = "SECRET"', 'my password is SECRET'],
    spares: [
      'password: required',
      'api_key=os.environ["ANTHROPIC_API_KEY"]',
      'max_tokens: 4096, input_tokens: 20000',
      'token: string',
      'the secret of good prompts is brevity',
      '"token_type":"Bearer"',
      '"cache_key":"a94a8fe5ccb19ba61c4c0873d391e987982fbbd3"',
      '"idempotency_key":"69f74fe8-e195-466b-b304-7c26c49c9167"',
      'Rotate your API key every 90 days: secrets: inherit',
      'const token = await getToken(1);',
      'primary_key: user_id',
    ],
  },
];
