import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countMessages, messagesIn } from './messages.ts';

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

/** A request of a conversation, in which only the last message has a mark of the cache. */
function requestOf(messages: readonly string[], rest: object = { model: 'x' }): Buffer {
  const written = messages.map((content, at) => ({
    role: at % 2 === 0 ? 'user' : 'assistant',
    content: [{ type: 'text', text: content, ...(at === messages.length - 1 ? { cache_control: {} } : {}) }],
  }));
  return Buffer.from(JSON.stringify({ messages: written, ...rest }));
}

test('a conversation that grows, shrinks or is told anew is counted as one that was never seen', () => {
  const turn = fc.string({ minLength: 60, maxLength: 90 });
  fc.assert(
    fc.property(
      fc.array(turn, { minLength: 1, maxLength: 20 }),
      fc.array(fc.tuple(fc.nat(40), turn), { maxLength: 20 }),
      (all, turns) => {
        const count = countMessages();
        const current = [...all];
        for (const [at, other] of turns) {
          // Any message but the first may be another one, and those behind it may be gone.
          const length = Math.max(1, at % current.length);
          current.splice(length, other.length % 3 === 0 ? 99 : 1, other, ...(other.length % 2 === 0 ? all : []));
          const body = requestOf(current);
          expect(count(body)?.count).toBe(messagesIn(body)?.count);
        }
      },
    ),
  );
});

test('of a turn that is seen again only what is new is read', () => {
  const messages = Array.from({ length: 20 }, (_, at) => `The Danube flows through Vienna, ${at}. `.repeat(4));
  const before = messagesIn(requestOf(messages));
  const body = requestOf([...messages, 'And Linz?', 'Yes.']);
  const at = before?.place?.end ?? 0;
  expect(before?.place?.count).toBe(16);
  // What is broken before the place is not met.
  body.fill('x', 300, at - 200);
  expect(messagesIn(body)?.count).toBeUndefined();
  expect(messagesIn(body, () => before?.place)?.count).toBe(22);
});
