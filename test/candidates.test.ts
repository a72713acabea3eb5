import { describe, expect, test } from 'vitest';
import { judgeOneText } from '../src/app/one-verdict.ts';
import { judgeText } from '../src/app/verdict.ts';
import { loadCauseFiles } from '../scripts/cause-files.ts';

const texts = (await loadCauseFiles()).flatMap(({ id, examples }) =>
  [...examples.matches, ...examples.spares].map(({ text }, at) => ({ id, at, text })),
);

describe('loading only the causes that can fit', () => {
  test.each(texts)('gives the same verdict on example $at of $id', async ({ text }) => {
    expect(await judgeOneText(text)).toEqual(judgeText(text));
  });
});
