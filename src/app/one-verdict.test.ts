import { expect, test } from 'vitest';
import { judgeOneText } from './one-verdict.ts';

test.each([
  '{"type":"error","error":{"type":"quantum_error","message":"Out of phase"},"request_id":"req_011CExample4"}',
  "{'type': 'error', 'error': {'type': 'quantum_error', 'message': 'Out of phase'}}",
])('an error of a type that is not known yet is a failure all the same: %s', async (text) => {
  const { outcome, findings, facts, open } = await judgeOneText(text);

  expect({ outcome, findings, errorType: facts.errorType }).toEqual({
    outcome: 'unknown',
    findings: [],
    errorType: 'quantum_error',
  });
  expect(open).not.toEqual([]);
});
