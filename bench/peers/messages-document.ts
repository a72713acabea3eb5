const text = { type: 'string' } as const;
const block = {
  type: 'object',
  required: ['type'],
  properties: { type: text, text },
} as const;

/** The messages endpoint as an OpenAPI document: the members that the measured request has, and no more. */
export const messagesDocument = {
  openapi: '3.1.0',
  info: { title: 'Messages', version: '1' },
  paths: {
    '/v1/messages': {
      post: {
        parameters: [
          { in: 'header', name: 'anthropic-version', required: true, schema: text },
          { in: 'header', name: 'x-api-key', required: true, schema: text },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['model', 'max_tokens', 'messages'],
                properties: {
                  model: { type: 'string', minLength: 1 },
                  max_tokens: { type: 'integer', minimum: 1 },
                  messages: {
                    type: 'array',
                    minItems: 1,
                    items: {
                      type: 'object',
                      additionalProperties: false,
                      required: ['role', 'content'],
                      properties: {
                        role: { type: 'string', enum: ['user', 'assistant'] },
                        content: { oneOf: [text, { type: 'array', items: block }] },
                      },
                    },
                  },
                },
              },
            },
          },
        },
        responses: {
          200: {
            description: 'A message',
            content: {
              'application/json': {
                schema: { type: 'object' },
                example: {
                  id: 'msg_01',
                  type: 'message',
                  role: 'assistant',
                  model: 'claude-sonnet-5',
                  content: [{ type: 'text', text: 'Danube and Wien.' }],
                  stop_reason: 'end_turn',
                  stop_sequence: null,
                  usage: { input_tokens: 14, output_tokens: 7 },
                },
              },
            },
          },
        },
      },
    },
  },
} as const;
