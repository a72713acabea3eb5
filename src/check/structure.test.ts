import { describe, expect, test } from 'vitest';
import type { JudgedRequest } from '../core/rule.ts';
import { isObject } from '../core/json.ts';
import { structureExamples } from './structure.examples.ts';
import { judgeStructure } from './structure.ts';
import { viewRequest } from './view.ts';

function judged({ body, ...options }: JudgedRequest): ReturnType<typeof judgeStructure> {
  if (!isObject(body)) throw new Error('A body is an object.');
  return judgeStructure(viewRequest(body, options));
}

describe('structure', () => {
  test.each(structureExamples)('$row: $expected.path: $expected.message', ({ row, breaks, expected, spares }) => {
    const { cause, severity = 'error', path, message } = expected;
    expect(judged(breaks)).toMatchObject([{ row, cause, severity, path, message }]);
    expect(judged(spares)).toEqual([]);
  });
});
