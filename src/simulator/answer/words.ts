import type { Draw } from '../draw.ts';

const subjects = [
  'The river',
  'A narrow road',
  'The old bridge',
  'This valley',
  'The harbor',
  'A stone wall',
  'The ferry',
] as const;
const verbs = ['follows', 'crosses', 'reaches', 'borders', 'leaves', 'passes', 'feeds'] as const;
const objects = [
  'the eastern hills',
  'a quiet town',
  'the main line',
  'three small lakes',
  'the market square',
  'the lower plain',
] as const;
const ends = [
  'in spring',
  'near the border',
  'before noon',
  'every year',
  'without a break',
  'on its way north',
] as const;
const thoughts = ['First', 'Then', 'After that', 'Finally'] as const;

/** Sentences that say nothing, the same ones for the same draw. */
export function sentences(draw: Draw, count: number): string {
  const all: string[] = [];
  for (let at = 0; at < count; at++)
    all.push(`${draw.pick(subjects)} ${draw.pick(verbs)} ${draw.pick(objects)} ${draw.pick(ends)}.`);
  return all.join(' ');
}

/** What the model is said to have thought. */
export function reasoning(draw: Draw): string {
  return thoughts
    .map((first) => `${first}, ${sentences(draw, 1).replace(/^./, (letter) => letter.toLowerCase())}`)
    .join(' ');
}

/** Cuts a text into the pieces in which it is streamed: a few words each, their blanks kept. */
export function pieces(text: string, wordsEach: number): readonly string[] {
  const words = text.match(/\s*\S+\s*?/g) ?? (text === '' ? [] : [text]);
  const all: string[] = [];
  for (let at = 0; at < words.length; at += wordsEach) all.push(words.slice(at, at + wordsEach).join(''));
  const rest = text.slice(all.join('').length);
  if (rest !== '') all.push(rest);
  return all;
}

/** What a text costs in tokens, by a rule of thumb that every number of the simulator shares. */
export function tokensOf(text: string): number {
  return Math.ceil(text.length / 4);
}
