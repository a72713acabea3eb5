import type { CauseExamples } from '../examples.ts';

/** Reports of a body that is no JSON, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"The request body is not valid JSON: unexpected end of data: line 1 column 812 (char 811)"},"request_id":"req_011CExampleJson1"}',
      facts: { errorType: 'invalid_request_error', requestId: 'req_011CExampleJson1' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'The request body is not valid JSON: invalid escaped character in string: line 3 column 18 (char 61)'}}",
      facts: { status: 400 },
    },
    {
      text: '  ⎿  API Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"The request body is not\n     valid JSON: unexpected control character in string: line 1 column 1180 (char\n     1179)"}}',
      facts: { status: 400 },
    },
    {
      text: 'POST "https://api.anthropic.com/v1/messages": 400 Bad Request {"type":"error","error":{"type":"invalid_request_error","message":"The request body is not valid JSON: unexpected char',
    },
    {
      text: 'claude-relay 422 {"detail":[{"type":"json_invalid","loc":["body",143],"msg":"JSON decode error","ctx":{"error":"Expecting \',\' delimiter"}}]}',
      certainty: 'likely',
    },
    {
      text: "POST https://api.anthropic.com/v1/chat/completions 400 {'error': {'code': 'invalid_request_error', 'message': 'Failed to parse JSON: ', 'type': 'invalid_request_error'}}",
      certainty: 'likely',
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"The request body is not valid JSON: no low surrogate in string: line 1 column 4020 (char 4019)"}}',
      cause: 'json-lone-surrogate',
    },
    {
      text: 'yaml: line 12: mapping values are not allowed in this context (config.yml)',
      cause: 'none',
    },
  ],
};
