import { expect, test } from 'vitest';
import { followConversations, type Turn } from './conversations.ts';
import { followNeighbors } from './neighbors.ts';

function told(...turns: readonly (Omit<Turn, 'conversation' | 'key'> & { readonly key: string })[]): readonly string[] {
  const follow = followConversations();
  return turns.map((turn) => follow({ conversation: 'c', ...turn, key: () => turn.key })).at(-1) ?? [];
}

const cause = 'tool-result-missing';

test('a conversation is spoiled from the message on that was new when it first failed', () => {
  expect(
    told({ key: 'a', messages: 3 }, { key: 'b', messages: 5, cause }, { key: 'c', messages: 7, cause })[0],
  ).toContain('spoiled from messages.3 on: 2 different requests');
});

test('the message that the API names is told', () => {
  const path = 'messages.4.content.0';
  expect(told({ key: 'b', messages: 5, cause, path }, { key: 'c', messages: 7, cause, path })[0]).toContain(
    'messages.4',
  );
});

test.each<[string, readonly (Omit<Turn, 'conversation' | 'key'> & { readonly key: string })[]]>([
  ['one failure', [{ key: 'a', messages: 3, cause }]],
  [
    'the same request again',
    [
      { key: 'a', messages: 3, cause },
      { key: 'a', messages: 3, cause },
    ],
  ],
  [
    'two causes',
    [
      { key: 'a', messages: 3, cause },
      { key: 'b', messages: 5, cause: 'overloaded' },
    ],
  ],
  [
    'messages that went through before',
    [
      { key: 'a', messages: 1 },
      { key: 'b', messages: 1, cause },
      { key: 'c', messages: 1, cause },
    ],
  ],
  [
    'a conversation that was repaired',
    [
      { key: 'a', messages: 3, cause },
      { key: 'b', messages: 3 },
      { key: 'c', messages: 5, cause },
    ],
  ],
])('%s spoils no conversation', (_, turns) => {
  expect(told(...turns)).toEqual([]);
});

test.each<[string, readonly (string | undefined)[], RegExp | undefined]>([
  ['alone', [undefined, undefined, undefined, 'x'], /went through; only this one/],
  ['with all others', ['x', 'x', 'x', 'x'], /Every one of the 3 calls/],
  ['with some', ['x', undefined, 'x', 'x'], undefined],
  ['first', ['x'], undefined],
])('a call that fails %s', (_, causes, said) => {
  const follow = followNeighbors();
  const [sentence] = causes.map((one, at) => follow(at * 1000, one)).at(-1) ?? [];
  expect(sentence).toEqual(said === undefined ? undefined : expect.stringMatching(said));
});
