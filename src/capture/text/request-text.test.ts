import { describe, expect, test } from 'vitest';
import { evidenceOf } from './evidence.ts';
import { withoutRequestText } from './request-text.ts';

const words = 'If a call fails with 429 rate_limit_error or "prompt is too long", wait and try again.';
const answer = '{"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}';
const turns = [{ role: 'user', content: [{ type: 'text', text: words }] }];

describe('the words of a request that stands beside its error', () => {
  test.each([
    ['as JSON', `Error code: 401 - ${answer}\n${JSON.stringify({ model: 'm', system: words, messages: turns })}`],
    [
      'as JSON in JSON',
      JSON.stringify({
        error: { name: 'AI_APICallError:', statusCode: 401 },
        body: JSON.stringify({ messages: turns }),
      }) + answer,
    ],
    ['as Python prints it', `${answer}\nMessages: [{'role': 'system', 'content': '${words}'}]`],
    [
      'as Node prints it',
      `APICallError: no\n  requestBodyValues: {\n    system: '${words}',\n    messages: [ { role: 'user', content: 'x' } ]\n  }\n${answer}`,
    ],
    [
      'as Node prints long ones',
      `APICallError: no\n  messages: [ { role: 'user',\n      content: 'Be kind.\\n' +\n        '${words}\\n' +\n        'Bye.' } ]\n${answer}`,
    ],
    ['cut off', `Error code: 401 - ${answer}\n{"messages":[{"role":"user","content":"${words.replaceAll('"', "'")}`],
  ])('are none of the error, %s', (_, text) => {
    const left = withoutRequestText(text);
    expect(left).toHaveLength(text.length);
    expect(left).not.toMatch(/429|too long/);
    expect(evidenceOf(text).response).toMatchObject({ errorType: 'authentication_error' });
  });

  test('stay where they are all that tells of an error', () => {
    const text = '{"message":{"role":"assistant","content":[{"type":"text","text":"prompt is too long"}]}}';
    expect(withoutRequestText(text)).toBe(text);
  });

  test('do not take what follows a cut value with them', () => {
    const text =
      '{"messages":[{"role":"user","content":"prompt is too l\nanthropic.RateLimitError: Error code: 429 - "x"}';
    expect(withoutRequestText(text)).toMatch(/RateLimitError: Error code: 429 - "x"}$/);
  });

  test('are read in time that grows with their length', () => {
    const started = performance.now();
    withoutRequestText('{"role":"user","content":"a"'.repeat(60_000));
    withoutRequestText(`{"role":"user"${',"content":"'.repeat(60_000)}`);
    withoutRequestText('{"role":"user","content":"a\n'.repeat(60_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
