import type { CauseExamples } from '../examples.ts';

/** Reports of used-up credit, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'BadRequestError: 400 {"type":"error","error":{"type":"invalid_request_error","message":"Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits."},"request_id":"req_011CExampleCredit1"}',
      facts: { status: 400, errorType: 'invalid_request_error', requestId: 'req_011CExampleCredit1' },
    },
    { text: '> fix the tests\n  ⎿  Credit balance is too low\n' },
    {
      text: "pydantic_ai.exceptions.ModelHTTPError: status_code: 400, model_name: claude-haiku-4-5, body: {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'Your credit balance is too low to acc",
      facts: { status: 400, model: 'claude-haiku-4-5' },
    },
  ],
  spares: [
    {
      text: `{
  "chat.noCredit": "Your credit balance is too low to access the Anthropic API.",
  "chat.tooLong": "Your prompt is too long.",
  "chat.busy": "Claude is temporarily overloaded."
}`,
      cause: 'none',
    },
    {
      text: `    it('turns "Your credit balance is too low to access the Anthropic API" into a BillingError', async () => {`,
      cause: 'none',
    },
    {
      text: `src/texts.ts:14:  noCredit: 'Your credit balance is too low to access the Anthropic API',
src/texts.ts:15:  tooLong: 'prompt is too long',`,
      cause: 'none',
    },
    {
      text: '402 {"type":"error","error":{"type":"billing_error","message":"There is a problem with your payment method."}}',
      cause: 'billing-error',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"You have reached your specified API usage limits. You will regain access on 2026-12-01 at 00:00 UTC."}}',
      cause: 'spend-limit-own',
    },
  ],
};
