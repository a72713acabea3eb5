import type { JsonObject } from '../../core/json.ts';
import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest } from '../example-request.ts';

const cause = 'batch-invalid';
const endpoint = '/v1/messages/batches';
const entry = (id: unknown, params: JsonObject = {}) => ({ custom_id: id, params: exampleRequest(params) });
const batch = (...requests: readonly unknown[]) => ({ body: { requests }, endpoint });
const pattern = "String should match pattern '^[a-zA-Z0-9_-]{1,64}$'";

/** Batches that break a rule, each with its nearest accepted neighbor. */
export const batchInvalidRuleExamples: readonly RuleExample[] = [
  {
    row: 'batch-requests',
    breaks: { body: {}, endpoint },
    expected: { cause, path: 'requests', message: 'Field required' },
    spares: batch(entry('inn')),
  },
  {
    row: 'batch-count',
    breaks: batch(),
    expected: {
      cause,
      severity: 'warning',
      path: 'requests',
      message: 'A batch holds 1 to 100000 requests; this one holds 0.',
    },
    spares: batch(entry('inn')),
  },
  {
    row: 'batch-custom-id',
    breaks: batch(entry('inn'), entry('rio grande')),
    expected: { cause, path: 'requests.1.custom_id', message: pattern },
    spares: batch(entry('inn'), entry('rio-grande')),
  },
  {
    row: 'batch-custom-id',
    breaks: batch(entry('r'.repeat(65))),
    expected: { cause, path: 'requests.0.custom_id', message: pattern },
    spares: batch(entry('r'.repeat(64))),
  },
  {
    row: 'batch-custom-id-duplicate',
    breaks: batch(entry('inn'), entry('inn')),
    expected: {
      cause,
      path: 'requests.1.custom_id',
      message: 'The `custom_id` "inn" is used by `requests.0` already.',
    },
    spares: batch(entry('inn'), entry('Inn')),
  },
  {
    row: 'batch-param-refused',
    breaks: batch(entry('inn', { stream: true })),
    expected: { cause, path: 'requests.0.params.stream', message: '`stream` is not allowed in a batch.' },
    spares: batch(entry('inn', { stream: false })),
  },
  {
    row: 'batch-params',
    breaks: batch({ custom_id: 'inn' }),
    expected: { cause, path: 'requests.0.params', message: 'Field required' },
    spares: batch(entry('inn')),
  },
  {
    row: 'batch-max-tokens-zero',
    breaks: batch(entry('inn', { max_tokens: 0 })),
    expected: {
      cause,
      path: 'requests.0.params.max_tokens',
      message: '`max_tokens: 0`, which only fills the cache, is not allowed in a batch.',
    },
    spares: { body: exampleRequest({ max_tokens: 0 }) },
  },
  {
    row: 'batch-platform',
    breaks: { ...batch(entry('inn')), platform: 'foundry' },
    expected: {
      cause,
      severity: 'warning',
      path: '',
      message: 'The Message Batches API is not available on Microsoft Foundry.',
    },
    spares: batch(entry('inn')),
  },
];
