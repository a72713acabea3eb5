import type { CauseExamples } from '../examples.ts';

/** Reports of a model that is closed to the account, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '⎿  API Error: Claude Opus is not available with the Claude Pro plan. If you have updated your subscription plan recently, run /logout and /login for the plan to take effect.',
    },
    {
      text: 'API Error: 500 {"error":{"message":"No available Claude accounts support the requested model: claude-opus-4-5","type":"api_error"}}',
    },
    {
      text: '{"error":{"message":"Team not allowed to access model. Team=research, Model=claude-opus-4-6. Allowed team models = [\'claude-haiku-4-5\']","type":"team_model_access_denied","code":"401"}}',
      certainty: 'likely',
    },
  ],
  spares: [
    {
      text: '404 {"type":"error","error":{"type":"not_found_error","message":"model: claude-sonnet-9"}}',
      cause: 'model-not-found',
    },
    {
      text: "An error occurred (AccessDeniedException) when calling the InvokeModel operation: You don't have access to the model with the specified model ID. anthropic.claude-3-opus-20240229-v1:0",
      cause: 'platform-permission',
    },
  ],
};
