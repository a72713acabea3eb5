import type { CauseExamples } from '../examples.ts';

/** Reports of structured-output schemas that cannot be used, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"output_config.format.schema: Invalid schema: Enum must be a non-empty array"},"request_id":"req_011CExampleFormat1"}',
      facts: { path: 'output_config.format.schema' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': \"output_format.schema: For 'object' type, 'additionalProperties' must be explicitly set to false\"}}",
      facts: { status: 400, path: 'output_format.schema' },
    },
    {
      text: 'AI_APICallError: Schema is too complex for compilation. Try reducing the number of tools or simplifying tool schemas. (anthropic.messages, statusCode: 400)',
      facts: { status: 400 },
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"Schemas contains too many optional parameters (31), which would make grammar compilation inefficient. Reduce the number',
    },
    {
      text: "pydantic_ai.exceptions.ModelHTTPError: status_code: 400, model_name: claude-sonnet-4-5, body: {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'output_config.format.schema: Field required'}}",
      facts: { status: 400 },
    },
  ],
  spares: [
    {
      text: 'provider: anthropic\noutput_format: json\n\nAPI Error: 529 {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}',
      cause: 'overloaded',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"tools.0.custom.input_schema: JSON schema is invalid. It must match JSON Schema draft 2020-12"}}',
      cause: 'tool-schema-invalid',
    },
    {
      text: "openai.BadRequestError: Error code: 400 - {'error': {'message': \"Invalid schema for response_format 'answer': 'additionalProperties' is required to be supplied and to be false.\", 'code': 'invalid_json_schema'}} gpt-4o",
      cause: 'none',
    },
  ],
};
