import { expect, test } from 'vitest';
import { pathOf } from './path.ts';

test.each([
  [
    'messages.0.content.1.image.source.base64.data: At least one of the image dimensions exceed max',
    'messages.0.content.1.image.source.base64.data',
  ],
  ['400 tools.3.custom.input_schema: JSON schema is invalid', 'tools.3.custom.input_schema'],
  ['error: messages.12: `tool_use` ids were found', 'messages.12'],
  ['context_management: Extra inputs are not permitted', 'context_management'],
  ['some_new_field: Extra inputs are not permitted', 'some_new_field'],
  ['thinking.signature: Field required', 'thinking.signature'],
  ['metadata.user_id: Invalid characters', 'metadata.user_id'],
  ['max_tokens: 128000 > 64000, which is the maximum', 'max_tokens'],
  ['messages: at least one message is required', 'messages'],
  ['temperature: range: -1..1', 'temperature'],
])('in %s the path is %s', (text, path) => {
  expect(pathOf(text, text)).toBe(path);
});

test.each([
  'pass_through_route: Invalid model name passed in model=messages.',
  'BadRequestError: Field required',
  'message: Input should be a valid string',
  'see https://example.com/messages.0: the page',
  'the tools: a list of what can be called',
])('%s names no path', (text) => {
  expect(pathOf(text, text)).toBeUndefined();
});
