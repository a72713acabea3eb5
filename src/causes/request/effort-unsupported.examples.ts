import type { CauseExamples } from '../examples.ts';

/** Reports of effort settings that a model lacks, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"This model does not support effort level \'xhigh\'. Supported levels: high, low, max, medium."},"request_id":"req_011CExampleEffort1"}',
      facts: { status: 400, requestId: 'req_011CExampleEffort1' },
    },
    {
      text: "pydantic_ai.exceptions.ModelHTTPError: status_code: 400, model_name: claude-haiku-4-5, body: {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'This model does not support the effort parameter.'}}",
      facts: { status: 400, model: 'claude-haiku-4-5' },
    },
    {
      text: 'ValidationException: output_config.effort requires a model that supports per-turn effort; this model doe',
      facts: { errorType: 'ValidationException' },
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"output_config.effort \'xhigh\' is not supported when thinking is disabled on this model. Use effort \'high\' or below, or enable thinking."}}',
      cause: 'thinking-param-conflict',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"\\"thinking.type.enabled\\" is not supported for this model. Use \\"thinking.type.adaptive\\" and \\"output_config.effort\\" to control thinking behavior."}}',
      cause: 'thinking-mode-unsupported',
    },
  ],
};
