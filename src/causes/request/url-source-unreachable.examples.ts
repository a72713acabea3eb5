import type { CauseExamples } from '../examples.ts';

/** Reports of URLs that the API could not fetch, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"Unable to download the file. Please verify the URL and try again."},"request_id":"req_011CExampleUrl1"}',
      facts: { requestId: 'req_011CExampleUrl1' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': \"This URL is disallowed by the website's robots.txt file.\"}}",
      facts: { status: 400 },
    },
    { text: 'n8n: Bad request - please check your parameters\nUnable to download the file. Please verify the UR' },
    {
      text: 'dev.langchain4j.exception.InvalidRequestException: POST "https://api.anthropic.com/v1/messages": 400 Bad Request (Request-ID: req_011CExampleUrl2) {"type":"error","error":{"type":"invalid_request_error","message":"Only HTTPS URLs are supported."}}',
      facts: { status: 400, requestId: 'req_011CExampleUrl2' },
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"Could not process image"}}',
      cause: 'image-invalid',
    },
    {
      text: 'urllib.error.URLError: unable to download https://pypi.org/simple/requests/: robots.txt fetch failed',
      cause: 'none',
    },
  ],
};
