import { expect, test } from 'vitest';
import { viewRequest } from '../../src/check/view.ts';
import { isArray, isObject } from '../../src/core/json.ts';
import { loadRuleExamples } from './rule-examples.ts';

const half = 'cut \ud83d';
/** Those that break a limit of size have nothing that others lack. */
const longest = 5000;
const requests = (await loadRuleExamples())
  .flatMap(({ breaks, spares }) => [breaks, spares])
  .filter(({ body }) => JSON.stringify(body).length < longest);

test('half a surrogate pair is seen wherever a string stands, in sound requests and in broken ones', () => {
  const unseen = requests.flatMap(({ body, ...options }) =>
    withHalves(body).filter(
      (changed) => isObject(changed) && !viewRequest(changed, options).structure().survey.mayHoldHalf,
    ),
  );
  expect(unseen).toEqual([]);
});

test('no request of the examples holds one as it is, but those that are about it', () => {
  const holding = requests.filter(
    ({ body, ...options }) => isObject(body) && viewRequest(body, options).structure().survey.mayHoldHalf,
  );
  expect(holding.filter(({ body }) => !JSON.stringify(body).includes('\\ud'))).toEqual([]);
});

/** The value with each of its strings, one at a time, replaced by half a pair. */
function withHalves(value: unknown): readonly unknown[] {
  if (typeof value === 'string') return [half];
  if (isArray(value)) {
    return value.flatMap((item, index) => withHalves(item).map((changed) => value.with(index, changed)));
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    withHalves(item).map((changed) => ({ ...value, [key]: changed })),
  );
}
