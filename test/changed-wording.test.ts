import { describe, expect, test } from 'vitest';
import { judgeText } from '../src/app/verdict.ts';
import { loadCauseFiles } from '../scripts/cause-files.ts';

const parents = new Map((await loadCauseFiles()).map(({ id, cause }) => [id, cause.refines]));

/** Sentences that the API has never been seen to write, each with what a reader concludes. */
const changed: readonly (readonly [type: string, status: number, message: string, causes: readonly string[]])[] = [
  [
    'invalid_request_error',
    400,
    'Your prompt has 210000 tokens, which exceeds the 200000 token context window.',
    ['context-too-long'],
  ],
  [
    'invalid_request_error',
    400,
    'messages.5: every tool_use block needs a tool_result block in the next message; missing for toolu_01Abc.',
    ['tool-result-missing'],
  ],
  [
    'invalid_request_error',
    400,
    'messages.2.content.0: the tool_use_id of this tool_result block has no matching tool_use block in the previous message.',
    ['tool-result-orphan'],
  ],
  [
    'invalid_request_error',
    400,
    'Cache breakpoints: at most 4 blocks with cache_control are allowed, this request has 6.',
    ['cache-control-invalid'],
  ],
  ['invalid_request_error', 400, 'thinking.budget_tokens must be smaller than max_tokens.', ['thinking-budget']],
  [
    'invalid_request_error',
    400,
    'messages.3.content.1: the signature of this thinking block could not be verified.',
    ['thinking-signature-invalid'],
  ],
  ['invalid_request_error', 400, 'Tool names have to be unique; "search" is used twice.', ['tool-name-invalid']],
  [
    'invalid_request_error',
    400,
    'Assistant message prefill is not available for this model. End the conversation with a user message.',
    ['prefill-unsupported'],
  ],
  [
    'invalid_request_error',
    400,
    'Your credit balance is insufficient to access the Anthropic API. Purchase credits under Plans & Billing.',
    ['credit-balance-low'],
  ],
  [
    'invalid_request_error',
    400,
    'messages.0.content.1.image: image dimensions exceed the maximum of 8000 pixels.',
    ['image-too-large'],
  ],
  ['authentication_error', 401, 'The key you sent is not known.', ['api-key-invalid']],
  ['permission_error', 403, 'You may not use this workspace.', ['permission-denied']],
  ['not_found_error', 404, 'No such model: claude-opus-9', ['model-not-found', 'endpoint-wrong']],
  ['rate_limit_error', 429, 'Slow down.', ['rate-limit-other']],
  [
    'rate_limit_error',
    429,
    'You have sent more input tokens per minute than your organization may.',
    ['rate-limit-input-tokens'],
  ],
  ['overloaded_error', 529, 'We are at capacity.', ['overloaded']],
  ['api_error', 500, 'Something broke on our side.', ['internal-error']],
  ['request_too_large', 413, 'The body is too big.', ['request-too-large']],
  ['billing_error', 402, 'Please settle your invoice.', ['billing-error']],
  ['timeout_error', 504, 'It took too long.', ['gateway-timeout', 'response-timeout']],
];

describe('a wording that the API changes', () => {
  test.each(changed)('%s %i "%s" is still told as its family', (type, status, message, causes) => {
    const body = JSON.stringify({ type: 'error', error: { type, message }, request_id: 'req_011CChangedExample' });
    const verdict = judgeText(`anthropic.APIStatusError: Error code: ${status} - ${body}`);
    const told = verdict.findings[0]?.cause ?? verdict.outcome;
    expect([told, ...ancestors(told)].some((id) => causes.includes(id)) ? causes[0] : told).toBe(causes[0]);
  });
});

function ancestors(id: string): readonly string[] {
  const parent = parents.get(id);
  return parent === undefined ? [] : [parent, ...ancestors(parent)];
}
