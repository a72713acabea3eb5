import { expect, test } from 'vitest';
import { drawFrom } from '../../test/secret-draw.ts';
import { redact } from './index.ts';
import { leaksIn } from './verify.ts';

const draw = drawFrom(7);

test.each([
  'claude-sonnet-4-5-20250929 claude-opus-4-20250514 anthropic.claude-3-haiku-20240307-v1:0',
  'arn:aws:bedrock:us-west-2:123456789012:inference-profile/us.anthropic.claude-sonnet-4-20250514-v1:0',
  'projects/my-project/locations/us-east5/publishers/anthropic/models/claude-sonnet-4@20250514',
  `req_${draw.word(24)} msg_${draw.word(24)} toolu_${draw.word(24)} srvtoolu_${draw.word(24)} file_${draw.word(24)}`,
  `msgbatch_${draw.word(24)} wrkspc_${draw.word(24)} container_${draw.word(24)} toolu_bdrk_${draw.word(24)} toolu_vrtx_${draw.word(24)}`,
  `chatcmpl-${draw.word(29)} call_${draw.word(24)} resp_${draw.hex(48)}`,
  '69f74fe8-e195-466b-b304-7c26c49c9167',
  `sha256:${draw.hex(64)} sha1 ${draw.hex(40)} etag "${draw.hex(32)}"`,
  `integrity sha512-${draw.base64(86)}==`,
  `sha256:4b1d${draw.hex(60)} sha1 4b1d${draw.hex(36)} precio32 ${'delicio'}${draw.hex(8)}`,
  `{"type":"thinking","thinking":"so","signature":"${draw.base64(400)}"}`,
  `{"type":"redacted_thinking","data":"${draw.base64(400)}"}`,
  `{"type":"image","source":{"type":"base64","media_type":"image/png","data":"iVBORw0KGgoAAAANSUhEUg${draw.base64(4000)}"}}`,
  `{"encrypted_content":"${draw.base64(300)}","page_age":"2 days"}`,
  'traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  'cf-ray: 8c1f2b3a4d5e6f70-FRA',
  'anthropic-ratelimit-tokens-remaining: 39000\nanthropic-ratelimit-tokens-reset: 2026-11-20T10:00:00Z',
  'How do I rotate an API key? Keep the secret in a vault, never in the password field of a form.',
  'Explain what a bearer token is, and why cookies are sent with SameSite.',
  'The user asks: is my password strong enough if it has 12 characters?',
  '"max_tokens":4096,"input_tokens":20000,"cache_creation_input_tokens":0',
  'const key = event.key; if (key === "Enter") submit(token);',
  'function auth(user: User, token: string): Promise<Session>',
  '/usr/local/lib/node_modules/@anthropic-ai/sdk/node_modules/form-data/index.js:12:34',
  'at Object.<anonymous> (file:///home/user/project/src/keyManager.ts:120:15)',
  'organization 69f74fe8-e195-466b-b304-7c26c49c9167 has exceeded its rate limit of 50 requests per minute',
  'https://docs.anthropic.com/en/api/errors#http-errors?utm_source=api&utm_medium=docs',
  'version 1.2.3.4, 10.0.0.1:8080, 2026-11-20 10:20:30.400, 1732100000000',
])('survives: %s', (text) => {
  expect(redact(text).text).toBe(text);
  expect(leaksIn(text)).toEqual([]);
});
