import type { CauseExamples } from '../examples.ts';

/** Reports of an unpaired surrogate, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"The request body is not valid JSON: no low surrogate in string: line 1 column 90211 (char 90210)"},"request_id":"req_011CExampleSurrogate1"}',
      facts: { requestId: 'req_011CExampleSurrogate1' },
    },
    {
      text: '  ⎿  API Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"The request body is not valid JSON: invalid\n     high surrogate in string: line 1 column 5120 (char 5119)"}}',
      facts: { status: 400 },
    },
    {
      text: '[{"error":"Error: 400 {\\"type\\":\\"error\\",\\"error\\":{\\"type\\":\\"invalid_request_error\\",\\"message\\":\\"The request body is not valid JSON: no low surrogate in string: line 1 column 731 (char 730)\\"}}","timestamp":"2026-03-02T08:00:00.000Z"}]',
      facts: { status: 400 },
    },
    {
      text: "  File \"/srv/app/venv/lib/python3.12/site-packages/anthropic/_base_client.py\", line 1005, in request\nUnicodeEncodeError: 'utf-8' codec can't encode character '\\ud83d' in position 411: surrogates not allowed",
      certainty: 'likely',
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"The request body is not valid JSON: unexpected control character in string: line 1 column 52 (char 51)"}}',
      cause: 'json-malformed',
    },
    {
      text: "UnicodeEncodeError: 'utf-8' codec can't encode character '\\udc80' in position 3: surrogates not allowed while writing report.csv",
      cause: 'none',
    },
  ],
};
