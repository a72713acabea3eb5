import type { CauseExamples } from '../examples.ts';

/** Reports of calls from a place that is not served, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'PermissionDeniedError: 403 {"error":{"type":"forbidden","message":"Request not allowed"}}\n    at Anthropic.makeStatusError (/app/node_modules/@anthropic-ai/sdk/core.js:301:33)',
      facts: { status: 403, errorType: 'forbidden' },
    },
    {
      text: 'botocore.errorfactory.ValidationException: An error occurred (ValidationException) when calling the ConverseStream operation: Access to Anthropic models is not allowed from unsupported countries, regions,\nor territories.',
      facts: { errorType: 'ValidationException' },
    },
    {
      text: 'Sign-in failed: Claude is not available in your country. See https://www.anthropic.com/supported-countries',
    },
    { text: "{'error': {'type': 'forbidden', 'message': 'Request not al", certainty: 'likely' },
    { text: 'Failed to connect to api.anthropic.com: ERR_BAD_REQUEST', certainty: 'likely' },
    { text: 'Failed to connect to api.anthropic.com: Request failed with status code 403', certainty: 'likely' },
  ],
  spares: [
    {
      text: 'Unable to connect to Anthropic services\nFailed to connect to api.anthropic.com: ECONNREFUSED\nPlease check your internet connection and network settings.\nNote: Claude Code might not be available in your country. Check supported countries at https://anthropic.com/supported-countries',
      cause: 'connection-refused',
    },
    {
      text: '403 {"type":"error","error":{"type":"permission_error","message":"Your API key does not have permission to use the specified resource."}}',
      cause: 'permission-denied',
    },
    {
      text: 'gemini-2.5-pro: User location is not supported for the API use (generativelanguage.googleapis.com)',
      cause: 'none',
    },
  ],
};
