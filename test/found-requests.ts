import { expect } from 'vitest';
import type { Captured } from '../src/capture/request/captured.ts';
import { requestsIn } from '../src/capture/request/requests.ts';

/** A request, as a value and as text. */
export const body = { model: 'claude-sonnet-4-6', max_tokens: 16, messages: [{ role: 'user', content: "What's up?" }] };
export const json = JSON.stringify(body);
/** Where it is sent. */
export const url = 'https://api.anthropic.com/v1/messages';
/** An answer to it. */
export const answer = { id: 'msg_01A', type: 'message', role: 'assistant', content: [], stop_reason: 'end_turn' };

/** What is found in a text, each where it says. */
export function itemsOf(text: string): readonly Captured[] {
  const capture = requestsIn(text, 'input');
  if (capture.kind === 'none') throw new Error(capture.because);
  for (const { text: part, offset } of capture.items) {
    if (offset !== undefined) expect(text.slice(offset, offset + part.length), 'the text at the offset').toBe(part);
  }
  return capture.items;
}

/** Why nothing is found in a text. */
export function nothingIn(text: string): { readonly because: string; readonly hint: string } {
  const capture = requestsIn(text, 'input');
  if (capture.kind === 'found') throw new Error('something was found');
  return capture;
}

/** The one thing that is found in a text. */
export function onlyOf(text: string): Captured {
  const items = itemsOf(text);
  expect(items).toHaveLength(1);
  const [item] = items;
  if (!item) throw new Error('nothing found');
  return item;
}
