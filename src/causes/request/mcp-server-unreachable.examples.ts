import type { CauseExamples } from '../examples.ts';

/** Reports of unreachable MCP servers, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"Connection error while communicating with MCP server. The server may be unresponsive or unavailable."},"request_id":"req_011CExampleMcp1"}',
      facts: { requestId: 'req_011CExampleMcp1' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': \"Failed to connect to MCP server 'search'. Please check the server URL.\"}}",
      facts: { status: 400 },
    },
    {
      text: 'BadRequestError: 400 {"type":"error","error":{"type":"invalid_request_error","message":"Connection error while communicating with MCP ser',
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"Invalid authorization token for MCP server \'notes\'. Please check your token and try again."}}',
      cause: 'mcp-authorization-invalid',
    },
    { text: '[mcp] failed to connect to MCP server "filesystem": spawn uvx ENOENT', cause: 'none' },
  ],
};
