import { expect, test } from 'vitest';
import { virtualClock } from './clock.ts';

test('a virtual clock does what is due in order, at its own time', () => {
  const clock = virtualClock(0);
  const seen: string[] = [];
  clock.after(30, () => seen.push(`late at ${clock.now()}`));
  clock.after(10, () => {
    seen.push(`early at ${clock.now()}`);
    clock.after(10, () => seen.push(`next at ${clock.now()}`));
  });
  const callOff = clock.after(15, () => seen.push('called off'));
  callOff();
  clock.advance(25);
  expect(seen).toEqual(['early at 10', 'next at 20']);
  expect(clock.now()).toBe(25);
  clock.advance(5);
  expect(seen.at(-1)).toBe('late at 30');
});
