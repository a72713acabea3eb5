import type { CauseExamples } from '../examples.ts';

/** Reports of blocked content, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'API Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"Output blocked by content filtering policy"},"request_id":"req_011CExampleBlock1"}',
      facts: { status: 400, requestId: 'req_011CExampleBlock1' },
    },
    {
      text: 'event: error\ndata: {"type":"error","error":{"details":null,"type":"invalid_request_error","message":"Output blocked by content filtering policy"}}',
      facts: { errorType: 'invalid_request_error' },
    },
    {
      text: '● API Error: Claude Code is unable to respond to this request, which appears to violate our Usage\n  Policy (https://www.anthropic.com/legal/aup). Please double press esc to edit your last message\n  or start a new session for Claude Code to assist with a different task.',
    },
    {
      text: "API Error: Fable 5's safeguards flagged this message (https://www.anthropic.com/legal/aup). They may flag safe, normal content as well. Try rephrasing the request in a new session or change your model.\n\nRequest ID: req_011CExampleBlock2",
      facts: { requestId: 'req_011CExampleBlock2' },
    },
    {
      text: "boto3 converse_stream: {'messageStop': {'stopReason': 'guardrail_intervened'}} modelId=us.anthropic.claude-sonnet-4-6",
    },
    {
      text: 'Agent panel: Claude Code refused to respond to this prompt, rephrasing it can help.',
      certainty: 'likely',
    },
  ],
  spares: [
    {
      text: '{"id":"msg_01ExampleRefusal","type":"message","role":"assistant","model":"claude-fable-5","content":[],"stop_reason":"refusal","stop_details":{"type":"refusal","category":"cyber","explanation":null}}',
      cause: 'refusal',
    },
    {
      text: '403 {"error":{"type":"forbidden","message":"Request not allowed"}}',
      cause: 'region-unsupported',
    },
  ],
};
