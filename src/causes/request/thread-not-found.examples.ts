import type { CauseExamples } from '../examples.ts';

/** Reports of threads that are not there, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"not_found_error","message":"The thread was not found.","details":{"error_code":"thread_not_found"}},"request_id":"req_011CExampleThread6"}',
      facts: { errorCode: 'thread_not_found', errorType: 'not_found_error' },
    },
    {
      text: "anthropic.NotFoundError: Error code: 404 - {'type': 'error', 'error': {'type': 'not_found_error', 'message': 'No such thread', 'details': {'error_code': 'thread_not_found'}}}",
      facts: { status: 404 },
    },
    {
      text: 'WARN claude 404 not_found_error error_code=thread_not_found previous_message_id=msg_01ExampleLost',
    },
  ],
  spares: [
    {
      text: '404 {"type":"error","error":{"type":"not_found_error","message":"File `file_011CExampleGone` not found."}}',
      cause: 'file-not-found',
    },
    {
      text: "openai.NotFoundError: Error code: 404 - {'error': {'message': \"No thread found with id 'thread_abc123'.\"}} https://api.openai.com/v1/threads",
      cause: 'none',
    },
  ],
};
