import type { CauseExamples } from '../examples.ts';

/** Reports of a disabled organization, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'API Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"This \n     organization has been disabled."},"request_id":"req_011CExampleOrg1"}',
      facts: { status: 400, errorType: 'invalid_request_error', requestId: 'req_011CExampleOrg1' },
    },
    {
      text: '{\n  "message": "400 {\\"type\\":\\"error\\",\\"error\\":{\\"type\\":\\"invalid_request_error\\",\\"message\\":\\"This organization has been disabled.\\"}}",\n  "status": 400\n}',
      facts: { status: 400 },
    },
    {
      text: 'litellm.BadRequestError: AnthropicException - b\'{"type":"error","error":{"type":"invalid_request_error","message":"This organization has been disab',
    },
  ],
  spares: [
    {
      text: 'API Error: 403 {"type":"error","error":{"type":"permission_error","message":"OAuth authentication is currently not allowed for this organization."}}',
      cause: 'oauth-org-not-allowed',
    },
    {
      text: 'API Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"Your organization is on hold.","details":{"error_code":"organization_on_hold"}}}',
      cause: 'organization-on-hold',
    },
  ],
};
