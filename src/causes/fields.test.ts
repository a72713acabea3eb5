import { describe, expect, test } from 'vitest';
import { evidenceOf } from '../capture/text/evidence.ts';
import { fieldPath, sentenceFrom, validationCertainty } from './fields.ts';

describe('the path of a refused field', () => {
  test.each([
    ['as the API writes it', 'messages.3.content.0.text.text: Field required', 'messages.3.content.0.text.text'],
    [
      'out of a FastAPI answer',
      '{"detail":[{"type":"missing","loc":["body","messages",0,"role"]}]}',
      'messages.0.role',
    ],
    ['out of a Python repr of it', "{'type': 'missing', 'loc': ('body', 'max_tokens')}", 'max_tokens'],
    ["out of Bedrock's JSON pointer", 'Malformed input request: #/tools/1/type: x is not valid', 'tools.1.type'],
    ["with Bedrock's absent key", 'Malformed input request: #: required key [max_tokens] not found', 'max_tokens'],
    ["with Bedrock's foreign key", '#/messages/0/content/0: extraneous key [type] is not', 'messages.0.content.0.type'],
  ])('is read %s', (_, text, path) => {
    expect(fieldPath(evidenceOf(text))).toBe(path);
  });

  test('is absent where a text names none', () => {
    expect(fieldPath(evidenceOf('Field required'))).toBeUndefined();
  });
});

describe('a validation message', () => {
  test.each([
    ['is surely of the API where Claude is named', 'claude-opus-5: seed: Extra inputs are not permitted', 'proven'],
    ['is likely of the API where a known field is named', 'max_tokens: Field required', 'likely'],
    ['is of nobody where neither is', 'invoice_number: Field required', undefined],
    ['is not of the API where another service is named', 'gpt-4o model: Field required', undefined],
    ["is of the API in an answer of Bedrock's", 'ValidationException: Converse: messages.1.member.x failed', 'proven'],
  ])('%s', (_, text, certainty) => {
    expect(validationCertainty(evidenceOf(text))).toBe(certainty);
  });

  test.each([
    [
      `{"message":"service_tier: Input should be 'auto' or 'standard_only'"}`,
      "Input should be 'auto' or 'standard_only'",
    ],
    [`{'message': 'x: Input should be a valid\n     list', 'code': 400}`, 'Input should be a valid list'],
    ['role: Input should be an object. Then more.', 'Input should be an object'],
  ])('is quoted to the end of its sentence', (text, sentence) => {
    expect(sentenceFrom(evidenceOf(text), /Input should/)).toBe(sentence);
  });
});
