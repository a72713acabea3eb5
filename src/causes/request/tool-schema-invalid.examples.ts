import type { CauseExamples } from '../examples.ts';

/** Reports of refused input schemas, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"tools.3.custom.input_schema: JSON schema is invalid. It must match JSON Schema draft 2020-12 (https://json-schema.org/draft/2020-12). Learn more about tool use at https://platform.claude.com/docs/en/agents-and-tools/tool-use/overview."}}',
      facts: { path: 'tools.3.custom.input_schema' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'tools.0.custom.input_schema.type: Field required'}}",
      facts: { status: 400, path: 'tools.0.custom.input_schema.type' },
    },
    {
      text: '  ⎿ API Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"tools.41.custom.input_schema: input_schema does\n     not support oneOf, allOf, or anyOf at the top\n     level"}}',
      facts: { status: 400 },
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"tools.0.input_schema: JSON schema is invalid - please consult https://json-schema.org or our documentation at https://docs.anthropic.com/en/docs/tool-use"}}',
    },
    {
      text: 'ValidationException: The value at toolConfig.tools.0.toolSpec.inputSchema.json.type must be one of the following: object.',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"tools.2.custom: For \'object\' type, \'additionalProperties\' must be explicitly set to false"}}',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"tools.6.custom.input_schema.properties: Property keys should match pattern \'^[a-zA-Z0-9_.-]{1,64}$\'"}}',
      facts: { path: 'tools.6.custom.input_schema.properties' },
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"output_config.format.schema: For \'object\' type, \'additionalProperties\' must be explicitly set to false"}}',
      cause: 'output-format-invalid',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"tools.0.custom.parameters: Extra inputs are not permitted"}}',
      cause: 'field-unknown',
    },
  ],
};
