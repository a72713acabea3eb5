import { expect, test } from 'vitest';
import { sharedBody } from './share.ts';

const body = {
  model: 'claude-sonnet-4-6',
  max_tokens: 100,
  system: 'You are the assistant of Umbrella.',
  metadata: { user_id: 'jane' },
  tools: [
    {
      name: 'read_file',
      description: 'Reads',
      input_schema: { type: 'object', properties: { path: { type: 'string', description: 'Where' } } },
    },
  ],
  messages: [
    { role: 'user', content: 'Where is Jane?' },
    {
      role: 'assistant',
      content: [{ type: 'tool_use', id: 'toolu_01', name: 'read_file', input: { 'Jane Doe': 'in Paris', age: 41 } }],
    },
    {
      role: 'user',
      content: [{ type: 'tool_result', tool_use_id: 'toolu_01', content: [{ type: 'text', text: 'In Rome' }] }],
    },
  ],
};

test('a shape keeps types, lengths and ids, and no text that anybody wrote', () => {
  const shape = sharedBody(body, 'shape', true);
  expect(JSON.stringify(shape)).not.toMatch(/Jane|jane|Umbrella|Paris|Rome|41|Where|Reads/);
  expect(shape).toMatchObject({
    model: 'claude-sonnet-4-6',
    max_tokens: 100,
    messages: [
      { role: 'user', content: '[text, 14 characters]' },
      { role: 'assistant', content: [{ type: 'tool_use', id: 'toolu_01', name: 'read_file' }] },
      {
        content: [
          { type: 'tool_result', tool_use_id: 'toolu_01', content: [{ type: 'text', text: '[text, 7 characters]' }] },
        ],
      },
    ],
  });
});

test('the text of failing calls alone is shown where errors are shared, and all of it where all is', () => {
  expect(sharedBody(body, 'errors', true)).toBe(body);
  expect(sharedBody(body, 'errors', false)).toEqual(sharedBody(body, 'shape', false));
  expect(sharedBody(body, 'all', false)).toBe(body);
});
