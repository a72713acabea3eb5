import { describe, expect, test } from 'vitest';
import { evidenceOf } from './evidence.ts';

const roles = 'messages: roles must alternate between "user" and "assistant", but found two "user" in a row';
const body = JSON.stringify({ type: 'error', error: { type: 'invalid_request_error', message: roles } });
const cause = 'max_tokens: 9 > 8, which is the limit (see the docs)';

describe('the message of an answer', () => {
  test.each([
    ['JSON', body, roles],
    ['JSON in JSON', JSON.stringify({ status: 400, message: body }), roles],
    ['JSON in a log line of JSON', JSON.stringify({ level: 'error', msg: JSON.stringify({ message: body }) }), roles],
    ['JSON beside what a log says of it', JSON.stringify({ msg: 'anthropic call failed', status: 400, body }), roles],
    ['JSON in HTML', body.replaceAll('"', '&quot;'), roles],
    ['JSON whose escapes were lost', body.replaceAll('\\"', '"'), roles],
    ['a Python repr', `Error code: 400 - {'type': 'error', 'error': {'message': '${roles}'}}`, roles],
    [
      'a record of Java',
      `ErrorResponse{type=error, error=ErrorBody{message=${cause}, type=invalid_request_error}}`,
      cause,
    ],
    ['a record of Java, message last', `ErrorBody[type=invalid_request_error, message=${cause}]`, cause],
    ['a hash of Ruby', `{"type"=>"error", "error"=>{"type"=>"invalid_request_error", "message"=>"${cause}"}}`, cause],
    ['a hash of Ruby with symbols', `{:type=>"error", :error=>{:message=>"${cause}"}}`, cause],
    ['a struct of Go', `{Type:error Error:{Type:invalid_request_error Message:${cause}} RequestID:x}`, cause],
    ['a struct of Go, message first', `&{Message:${cause} Type:invalid_request_error}`, cause],
    ['an array of PHP', `array (\n  'type' => 'invalid_request_error',\n  'message' => '${cause}',\n)`, cause],
    ['an array of PHP, printed', `Array\n(\n    [type] => error\n    [message] => ${cause}\n)\n`, cause],
    ['an array of PHP, dumped', `array(1) {\n  ["message"]=>\n  string(${cause.length}) "${cause}"\n}`, cause],
    [
      'an answer that OpenRouter passes on',
      JSON.stringify({ error: { message: 'Provider returned error', code: 400, metadata: { raw: body } } }),
      roles,
    ],
  ])('is read whole from %s', (_, text, message) => {
    expect(evidenceOf(text).response?.message).toBe(message);
  });

  test('is not the value of a header', () => {
    const text = `${JSON.stringify({ headers: { 'x-gateway-message': 'Signed out.' } })} ${body}`;
    expect(evidenceOf(text).response?.message).toBe(roles);
  });

  test('that only tells of another is told where there is no other', () => {
    expect(evidenceOf('{"error":{"message":"Provider returned error"}}').response?.message).toBe(
      'Provider returned error',
    );
  });

  test('gives the path', () => {
    const text = JSON.stringify({
      errors: [body, '400 {"message":"tools.0.custom.name: String should match pattern"}'],
      message: 'messages.3.content.0: Invalid',
    });
    const { message, path } = evidenceOf(text).response ?? {};
    expect(message?.startsWith(path ?? '?')).toBe(true);
  });
});

test.each([
  ['system', '{"error":{"message":"system: This credential is only authorized for use with another program."}}'],
  [undefined, 'Claude answered with a 400 error: Invalid request'],
])('the path %s is read from %s', (path, text) => {
  expect(evidenceOf(text).response?.path).toBe(path);
});

describe('the facts of an error', () => {
  test.each([
    ['a hash of Ruby', '{:status=>529, :body=>{"type"=>"error", "error"=>{"type"=>"overloaded_error"}}}'],
    ['a record of Java', 'Failure{statusCode=529, body=ErrorResponse{type=error, error={type=overloaded_error}}}'],
    ['a struct of Go', '{StatusCode:529 Body:{Type:error Error:{Type:overloaded_error Message:Overloaded}}}'],
    ['an array of PHP', "['status' => 529, 'error' => ['type' => 'overloaded_error', 'message' => 'Overloaded']]"],
    ['an array of PHP, printed', 'Array\n(\n    [status] => 529\n    [type] => overloaded_error\n)'],
  ])('are read from %s', (_, text) => {
    expect(evidenceOf(text).response).toMatchObject({ status: 529, errorType: 'overloaded_error' });
  });

  test.each([
    ['a hash of Ruby', '{"type"=>"error", "error"=>{"type"=>"moon_error", "message"=>"x"}}'],
    ['an array of PHP', "['type' => 'error', 'error' => ['type' => 'moon_error', 'message' => 'x']]"],
  ])('hold a type that is not known yet in %s', (_, text) => {
    expect(evidenceOf(text).response?.errorType).toBe('moon_error');
  });
});
