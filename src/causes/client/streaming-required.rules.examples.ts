import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest } from '../example-request.ts';

const message =
  'Streaming is required for operations that may take longer than 10 minutes. See https://platform.claude.com/docs/en/cli-sdks-libraries/sdks/typescript#long-requests for more details';

/** Long answers without streaming. */
export const streamingRequiredRuleExamples: readonly RuleExample[] = [
  {
    row: 'streaming-required',
    breaks: { body: exampleRequest({ max_tokens: 21_334 }) },
    expected: { cause: 'streaming-required', severity: 'warning', path: '', message },
    spares: { body: exampleRequest({ max_tokens: 21_333 }) },
  },
  {
    row: 'streaming-required',
    breaks: { body: exampleRequest({ max_tokens: 64_000 }) },
    expected: { cause: 'streaming-required', severity: 'warning', path: '', message },
    spares: { body: exampleRequest({ max_tokens: 64_000, stream: true }) },
  },
];
