import { expect, test } from 'vitest';
import { apiErrorTypes } from './error-types.ts';
import { errorTypes } from './structure.generated.ts';

test('every error type that the SDK declares is known', () => {
  expect(apiErrorTypes).toEqual(expect.arrayContaining([...errorTypes]));
});
