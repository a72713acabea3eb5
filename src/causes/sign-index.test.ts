import { expect, test } from 'vitest';
import { squeeze } from '../core/reading.ts';
import { causesOfShortSigns } from './candidates.generated.ts';
import { gatedSigns } from './gates.ts';
import { causes } from './index.ts';
import { causesWithPieceIn, indexSigns } from './sign-index.ts';
import { signIndex } from './table.ts';

test('a text that says a sign of a cause is led to that cause, wherever the sign stands', () => {
  for (const [index, cause] of causes.entries()) {
    if (causesOfShortSigns.includes(index)) continue;
    for (const { squeezed, gate } of gatedSigns(cause)) {
      if (gate.kind !== 'says') continue;
      for (const before of ['', 'x', 'err:400{'])
        expect(
          causesWithPieceIn(`${before}${squeezed.says.join('0')}`, signIndex),
          `${cause.id}: ${squeezed.says.join(' … ')}`,
        ).toContain(index);
    }
  }
});

test('a text that says nothing of any cause is led to none', () => {
  expect([...causesWithPieceIn(squeeze('Good morning, what a fine day 0123456789'), signIndex)]).toEqual([]);
  expect([...causesWithPieceIn('', signIndex)]).toEqual([]);
});

test('signs that are too short for the index are told, and letters beyond Latin-1 are found', () => {
  const { slots, tooShort } = indexSigns([
    { index: 7, signs: [['short']] },
    { index: 300, signs: [['残高が不足しています']] },
  ]);
  expect(tooShort).toEqual([7]);
  expect([...causesWithPieceIn('お客様の残高が不足しています。', slots)]).toEqual([300]);
});
