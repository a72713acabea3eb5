import { describe, expect, test } from 'vitest';
import { judgeStructure } from '../../src/check/structure.ts';
import type { StructureContext } from '../../src/check/structure.ts';
import { betaRequests, requests, tokenRequests } from './literals.ts';

const context: Omit<StructureContext, 'body'> = {
  kind: 'messages',
  isBatchEntry: false,
  platform: 'direct',
  areHeadersKnown: true,
  apiVersion: undefined,
  asOf: undefined,
  betas: [],
  beta: () => 'absent',
};

describe('requests that the compiler accepts', () => {
  // Skills were taken without their beta value, so that is a warning.
  test.each(requests)('are accepted without beta values: %#', (body) => {
    expect(judgeStructure({ ...context, body: { ...body } }).filter(({ severity }) => severity === 'error')).toEqual(
      [],
    );
  });

  test.each(betaRequests)('are accepted with their beta values, and not without: %#', (body) => {
    expect(judgeStructure({ ...context, body: { ...body }, beta: () => 'sent' })).toEqual([]);
    expect(judgeStructure({ ...context, body: { ...body } })).not.toEqual([]);
  });

  test.each(tokenRequests)('are accepted for counting tokens: %#', (body) => {
    expect(judgeStructure({ ...context, body: { ...body }, kind: 'count-tokens' })).toEqual([]);
  });
});
