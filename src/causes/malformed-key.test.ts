import { expect, test } from 'vitest';
import { evidenceOf } from '../capture/text/evidence.ts';
import { createEngine } from '../core/engine.ts';
import { apiKeyMalformed } from './credentials/api-key-malformed.ts';

const engine = createEngine([apiKeyMalformed]);

test.each([
  ['TypeError: Headers.append: "sk-ant-…\n" is an invalid header value.', true],
  ['Claude: 401 Invalid API key format', false],
  ['AnthropicSettings: API key must start with sk-ant-', false],
])('that nothing was sent is said only where the client refused to build the request: %j', (text, isRefused) => {
  const [first] = engine.judge(evidenceOf(text)).findings;
  expect(first?.explanation.includes('Nothing was sent')).toBe(isRefused);
});

test('the page of the cause tells what is sent as it is from what no header may hold', () => {
  const { explanation } = apiKeyMalformed.describe();
  expect(explanation).not.toContain('Nothing was sent');
  expect(explanation).toContain('401');
});
