import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import { z } from 'zod';

/** The blocks and fields that the measured bodies have, as a JSON Schema: the structure alone. */
export function compileAjv(): ValidateFunction {
  const cacheControl = {
    type: 'object',
    properties: { type: { const: 'ephemeral' }, ttl: { enum: ['5m', '1h'] } },
    required: ['type'],
    additionalProperties: false,
  };
  const block = (type: string, properties: object, required: readonly string[]): object => ({
    type: 'object',
    properties: { type: { const: type }, cache_control: cacheControl, ...properties },
    required: ['type', ...required],
    additionalProperties: false,
  });
  // The API refuses an empty text, so the schema does; ajv counts the characters of the whole text for that.
  const text = block('text', { text: { type: 'string', minLength: 1 } }, ['text']);
  const image = block('image', { source: { type: 'object' } }, ['source']);
  const result = block(
    'tool_result',
    {
      tool_use_id: { type: 'string', pattern: '^[a-zA-Z0-9_-]+$' },
      is_error: { type: 'boolean' },
      content: { anyOf: [{ type: 'string' }, { type: 'array', items: union(text, image) }] },
    },
    ['tool_use_id'],
  );
  const use = block(
    'tool_use',
    { id: { type: 'string', pattern: '^[a-zA-Z0-9_-]+$' }, name: { type: 'string' }, input: { type: 'object' } },
    ['id', 'name', 'input'],
  );
  const thinking = block('thinking', { thinking: { type: 'string' }, signature: { type: 'string' } }, [
    'thinking',
    'signature',
  ]);
  const ajv = new Ajv({ discriminator: true, strict: false });
  return ajv.compile({
    type: 'object',
    properties: {
      model: { type: 'string' },
      max_tokens: { type: 'integer', minimum: 0 },
      stream: { type: 'boolean' },
      system: { anyOf: [{ type: 'string' }, { type: 'array', items: text }] },
      thinking: {
        type: 'object',
        properties: { type: { enum: ['enabled', 'adaptive', 'disabled'] } },
        required: ['type'],
      },
      tools: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            name: { type: 'string', pattern: '^[a-zA-Z0-9_-]{1,128}$' },
            description: { type: 'string' },
            input_schema: { type: 'object', properties: { type: { const: 'object' } }, required: ['type'] },
          },
          required: ['name', 'input_schema'],
          additionalProperties: false,
        },
      },
      messages: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            role: { enum: ['user', 'assistant', 'system'] },
            content: {
              anyOf: [{ type: 'string' }, { type: 'array', items: union(text, image, result, use, thinking) }],
            },
          },
          required: ['role', 'content'],
          additionalProperties: false,
        },
      },
    },
    required: ['model', 'max_tokens', 'messages'],
    additionalProperties: false,
  });
}

function union(...oneOf: readonly object[]): object {
  return { type: 'object', discriminator: { propertyName: 'type' }, required: ['type'], oneOf };
}

/** The same for zod. */
export function compileZod(): { readonly safeParse: (body: unknown) => { readonly success: boolean } } {
  const cache_control = z
    .strictObject({ type: z.literal('ephemeral'), ttl: z.enum(['5m', '1h']).optional() })
    .optional();
  const text = z.strictObject({ type: z.literal('text'), text: z.string().min(1), cache_control });
  const image = z.strictObject({ type: z.literal('image'), source: z.looseObject({}), cache_control });
  const id = z.string().regex(/^[a-zA-Z0-9_-]+$/);
  const result = z.strictObject({
    type: z.literal('tool_result'),
    tool_use_id: id,
    is_error: z.boolean().optional(),
    content: z.union([z.string(), z.array(z.discriminatedUnion('type', [text, image]))]).optional(),
    cache_control,
  });
  const use = z.strictObject({
    type: z.literal('tool_use'),
    id,
    name: z.string(),
    input: z.looseObject({}),
    cache_control,
  });
  const thinking = z.strictObject({ type: z.literal('thinking'), thinking: z.string(), signature: z.string() });
  return z.strictObject({
    model: z.string(),
    max_tokens: z.int().min(0),
    stream: z.boolean().optional(),
    system: z.union([z.string(), z.array(text)]).optional(),
    thinking: z.looseObject({ type: z.enum(['enabled', 'adaptive', 'disabled']) }).optional(),
    tools: z
      .array(
        z.strictObject({
          name: z.string().regex(/^[a-zA-Z0-9_-]{1,128}$/),
          description: z.string().optional(),
          input_schema: z.looseObject({ type: z.literal('object') }),
        }),
      )
      .optional(),
    messages: z.array(
      z.strictObject({
        role: z.enum(['user', 'assistant', 'system']),
        content: z.union([z.string(), z.array(z.discriminatedUnion('type', [text, image, result, use, thinking]))]),
      }),
    ),
  });
}
