import type { JsonObject } from '../../core/json.ts';
import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest } from '../example-request.ts';

const cause = 'output-format-invalid';
const closed = (properties: JsonObject, members: JsonObject = {}): JsonObject => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required: Object.keys(properties),
  ...members,
});
const withFormat = (schema: JsonObject, members: JsonObject = {}) => ({
  body: exampleRequest({ output_config: { format: { type: 'json_schema', schema } }, ...members }),
});
const river = closed({ name: { type: 'string' } });
const headers = { 'anthropic-beta': 'structured-outputs-2025-11-13' };

/** Requests whose output format does not fit the rest, each with its nearest accepted neighbor. */
export const outputFormatInvalidRuleExamples: readonly RuleExample[] = [
  {
    row: 'format-schema-draft',
    breaks: withFormat(closed({ name: { type: 'text' } })),
    expected: {
      cause,
      severity: 'warning',
      path: 'output_config.format.schema',
      message:
        'The schema is not valid JSON Schema (draft 2020-12): `properties.name.type` must be one of array, boolean, integer, null, number, object or string, not "text".',
    },
    spares: withFormat(river),
  },
  {
    row: 'format-citations',
    breaks: withFormat(river, { messages: citedMessages(true) }),
    expected: {
      cause,
      severity: 'warning',
      path: 'messages.0.content.0.citations',
      message: 'Citations cannot be enabled together with an output format.',
    },
    spares: withFormat(river, { messages: citedMessages(false) }),
  },
  {
    row: 'format-prefill',
    breaks: withFormat(river, {
      model: 'claude-haiku-4-5',
      messages: [
        { role: 'user', content: 'Name a river.' },
        { role: 'assistant', content: '{' },
      ],
    }),
    expected: {
      cause,
      severity: 'warning',
      path: 'messages.1',
      message:
        'An output format cannot be combined with the beginning of an answer (a last message from the assistant).',
    },
    spares: withFormat(river, { model: 'claude-haiku-4-5', messages: [{ role: 'user', content: 'Name a river.' }] }),
  },
  {
    row: 'format-platform',
    breaks: onBedrock('us.anthropic.claude-opus-4-8', '2026-07-15'),
    expected: { cause, path: 'output_config.format', message: 'Extra inputs are not permitted' },
    spares: onBedrock('us.anthropic.claude-haiku-4-5-20251001-v1:0', '2026-07-15'),
  },
  {
    row: 'output-format-both',
    breaks: { ...withFormat(river, { output_format: { type: 'json_schema', schema: river } }), headers },
    expected: {
      cause,
      severity: 'warning',
      path: 'output_format',
      message: '`output_format` and `output_config.format` are given together; keep `output_config.format`.',
    },
    spares: withFormat(river),
  },
  {
    row: 'output-format-old',
    breaks: { body: exampleRequest({ output_format: { type: 'json_schema', schema: river } }), headers },
    expected: {
      cause,
      severity: 'warning',
      path: 'output_format',
      message: '`output_format` was replaced by `output_config.format` and is taken for a transition only.',
    },
    spares: withFormat(river),
  },
];

function citedMessages(enabled: boolean): readonly JsonObject[] {
  const source = { type: 'text', media_type: 'text/plain', data: 'The Inn flows into the Danube at Passau.' };
  return [
    {
      role: 'user',
      content: [
        { type: 'document', source, citations: { enabled } },
        { type: 'text', text: 'Where does the Inn end?' },
      ],
    },
  ];
}

function onBedrock(modelId: string, asOf: string) {
  return {
    body: {
      anthropic_version: 'bedrock-2023-05-31',
      max_tokens: 100,
      messages: [{ role: 'user', content: 'Name a river.' }],
      output_config: { format: { type: 'json_schema', schema: river } },
    },
    platform: 'bedrock',
    endpoint: `/model/${modelId}/invoke`,
    asOf,
  } as const;
}
