import { expect, test } from 'vitest';
import { checkRequest } from '../check/index.ts';
import { neutralBody } from './neutral.ts';

const body = {
  model: 'claude-sonnet-5',
  max_tokens: 100,
  system: 'You are the assistant of Umbrella.\n',
  metadata: { user_id: 'jane' },
  tools: [
    {
      name: 'read_file',
      description: 'Reads',
      input_schema: {
        type: 'object',
        properties: { secret_path: { $ref: '#/$defs/Place' }, mode: { type: 'string', enum: ['raw', 'text'] } },
        required: ['secret_path'],
        $defs: { Place: { type: 'string', description: 'Where it is' } },
      },
    },
  ],
  messages: [
    {
      role: 'user',
      content: [
        { type: 'text', text: 'Where is Jane?' },
        { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'aGVsbG8=' } },
      ],
    },
    {
      role: 'assistant',
      content: [{ type: 'tool_use', id: 'toolu_01', name: 'read_file', input: { secret_path: 'in Paris', age: 41 } }],
    },
    { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_01', content: 'In Rome' }] },
  ],
};

test('nothing of what was written is left, and the API would take it as before', () => {
  const neutral = neutralBody(body);
  expect(JSON.stringify(neutral)).not.toMatch(
    /Jane|jane|Umbrella|Paris|Rome|41|Where|Reads|secret_path|Place|raw|aGVsbG8/,
  );
  expect(checkRequest(neutral).problems).toEqual([]);
});

test('lengths, lines and white space stay, and a name is the same wherever it stands', () => {
  const neutral = neutralBody(body);
  expect(String(neutral.system)).toMatch(/^[a-z ]{34}\n$/);
  expect(neutral).toMatchObject({
    tools: [
      {
        name: 'read_file',
        input_schema: { properties: { field_1: { $ref: '#/$defs/field_2' } }, required: ['field_1'] },
      },
    ],
    messages: [{}, { content: [{ id: 'toolu_01', input: { field_1: 'lorem ip', field_6: 1 } }] }, {}],
  });
  expect(neutralBody({ messages: [{ role: 'user', content: ' \n ' }] })).toEqual({
    messages: [{ role: 'user', content: ' \n ' }],
  });
});
