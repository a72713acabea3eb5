import fc from 'fast-check';
import { expect, test } from 'vitest';
import { messagesIn } from './messages.ts';

/** As text. */
function seenIn(text: string): { readonly first: string; readonly count: number } | undefined {
  const seen = messagesIn(Buffer.from(text));
  return seen && { first: Buffer.from(seen.first).toString(), count: seen.count };
}

const message = fc.record({ role: fc.constantFrom('user', 'assistant'), content: fc.jsonValue() });
const others = fc.dictionary(
  fc.string().filter((name) => name !== 'messages'),
  fc.jsonValue(),
);

test('the messages of any request are found as a parser finds them', () => {
  fc.assert(
    fc.property(
      others,
      fc.array(message, { minLength: 1 }),
      others,
      fc.constantFrom('', ' ', '\n\t'),
      (a, messages, b, space) => {
        const text = JSON.stringify({ ...a, messages, ...b }, undefined, space);
        const seen = seenIn(text);
        expect(seen?.count).toBe(messages.length);
        expect(JSON.parse(seen?.first ?? '')).toEqual(JSON.parse(JSON.stringify(messages[0])));
      },
    ),
  );
});

test.each([
  ['no JSON', 'messages'],
  ['a text that breaks off', '{"messages":[{"role":"user","content":"Hi'],
  ['none', '{"messages":[]}'],
  ['messages that are no list', '{"messages":{"a":{"b":1}},"model":"x"}'],
  ['messages inside of something else', '{"metadata":{"messages":[{"role":"user"}]}}'],
  ['a value of that name', '{"model":"messages","tools":[{"name":"x"}]}'],
])('nothing is found in %s', (_, text) => {
  expect(seenIn(text)).toBeUndefined();
});

test('quotes and backslashes inside of a message end no string', () => {
  const text = String.raw`{"system":"\\\"","messages" : [{"role":"user","content":"\"}]\\"},{"role":"assistant","content":[{}]}]}`;
  expect(seenIn(text)).toEqual({ first: String.raw`{"role":"user","content":"\"}]\\"}`, count: 2 });
});
