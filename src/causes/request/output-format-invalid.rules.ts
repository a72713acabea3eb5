import { outputFormat } from '../../check/compiled-schemas.ts';
import type { CompiledSchema } from '../../check/compiled-schemas.ts';
import { findSchemaFault } from '../../check/json-schema.ts';
import type { SchemaFault } from '../../check/json-schema.ts';
import { findStrictFault } from '../../check/strict-schema.ts';
import { isObject } from '../../core/json.ts';
import type { BodyPath } from '../../core/problem.ts';
import { defineRule } from '../../core/rule.ts';

const cause = 'output-format-invalid';

const formatSchemaBroken = defineRule<CompiledSchema & { readonly fault: SchemaFault }>({
  cause,
  row: 'format-schema-draft',
  phase: 'cross-field',
  severity: 'warning',
  find(view) {
    const format = outputFormat(view);
    const fault = format && !findStrictFault(format.schema) ? findSchemaFault(format.schema) : undefined;
    return format && fault ? [{ ...format, fault }] : [];
  },
  path: ({ path }) => path,
  at: ({ at, fault }) => [...at, ...fault.at],
  message: ({ fault }) =>
    `The schema is not valid JSON Schema (draft 2020-12): \`${fault.at.join('.') || 'the root'}\` ${fault.expected}.`,
  wording: 'ours',
});

const formatWithCitations = defineRule<BodyPath>({
  cause,
  row: 'format-citations',
  phase: 'cross-field',
  severity: 'warning',
  find(view) {
    if (!outputFormat(view)) return [];
    const cited = view.blocks.find(({ value }) => isObject(value.citations) && value.citations.enabled === true);
    if (!cited || cited.parent) return [];
    return [['messages', cited.message, 'content', cited.index, 'citations']];
  },
  path: (at) => at.join('.'),
  at: (at) => at,
  message: () => 'Citations cannot be enabled together with an output format.',
  wording: 'ours',
  why: () => 'Citations are woven into the text, which a JSON schema for the whole answer leaves no place for.',
});

const formatWithPrefill = defineRule<number>({
  cause,
  row: 'format-prefill',
  phase: 'cross-field',
  severity: 'warning',
  find(view) {
    const last = view.messages.at(-1);
    return outputFormat(view) && last?.role === 'assistant' ? [last.index] : [];
  },
  path: (index) => `messages.${index}`,
  at: (index) => ['messages', index],
  message: () =>
    'An output format cannot be combined with the beginning of an answer (a last message from the assistant).',
  wording: 'ours',
});

const formatOnBedrock = defineRule<undefined>({
  cause,
  row: 'format-platform',
  phase: 'schema',
  platforms: ['bedrock'],
  models: ({ launchedOn }) => launchedOn !== undefined && launchedOn >= '2026-04-16',
  // Quoted for Opus 4.7, Opus 4.8 and Sonnet 5 from 2026-05-13 to 2026-07-15; whether it still holds is not known.
  severity: (_, { asOf }) => (asOf !== undefined && asOf < '2026-08-01' ? 'error' : 'warning'),
  find: ({ outputConfig }) => (isObject(outputConfig?.format) ? [undefined] : []),
  path: () => 'output_config.format',
  at: () => ['output_config', 'format'],
  message: () => 'Extra inputs are not permitted',
  why: (_, { modelId }) => `Amazon Bedrock has no structured outputs for \`${modelId ?? 'this model'}\`.`,
});

const formatBoth = defineRule<BodyPath>({
  cause,
  row: 'output-format-both',
  phase: 'cross-field',
  severity: 'warning',
  find: ({ body, outputConfig }) =>
    isObject(body.output_format) && isObject(outputConfig?.format) ? [['output_format']] : [],
  path: () => 'output_format',
  at: (at) => at,
  message: () => '`output_format` and `output_config.format` are given together; keep `output_config.format`.',
  wording: 'ours',
  why: () => '`output_format` is the form of the beta of 2025-11-13; the SDKs refuse to send both.',
});

const formatOld = defineRule<BodyPath>({
  cause,
  row: 'output-format-old',
  phase: 'advice',
  severity: 'warning',
  from: '2026-01-29',
  find: ({ body, outputConfig }) =>
    isObject(body.output_format) && !isObject(outputConfig?.format) ? [['output_format']] : [],
  path: () => 'output_format',
  at: (at) => at,
  message: () => '`output_format` was replaced by `output_config.format` and is taken for a transition only.',
  wording: 'ours',
});

/** Rules about output formats; what their schemas may hold is in `strict-schema.rules.ts`. */
export const outputFormatInvalidRules = [
  formatSchemaBroken,
  formatWithCitations,
  formatWithPrefill,
  formatOnBedrock,
  formatBoth,
  formatOld,
] as const;
