import { expect, test } from 'vitest';
import { checkText } from './body.ts';

const secret = `sk-ant-${'api03-'}${'Ab1-'.repeat(22)}AA`;

test('a credential has the path that the API would write, and why it matters is said once', () => {
  const messages = [
    { role: 'user', content: `Use ${secret}` },
    { role: 'user', content: [{ type: 'text', text: secret }] },
  ];
  const { ok, problems } = checkText(JSON.stringify({ model: 'claude-sonnet-4-6', max_tokens: 1, messages }));
  const found = problems.filter(({ cause }) => cause === 'secret-in-prompt');

  expect(ok).toBe(true);
  expect(found.map(({ path }) => path)).toEqual(['messages.0.content', 'messages.1.content.0.text.text']);
  expect(found.map(({ why }) => why !== undefined)).toEqual([true, false]);
});
