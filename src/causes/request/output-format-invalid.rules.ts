import { findSchemaFault } from '../../check/json-schema.ts';
import type { SchemaFault } from '../../check/json-schema.ts';
import { countStrict, findStrictFault, isMild } from '../../check/strict-schema.ts';
import type { StrictFault } from '../../check/strict-schema.ts';
import { strictMessage, strictReason } from '../../check/strict-wording.ts';
import { toolSchemas } from '../../check/tool-schemas.ts';
import { isObject } from '../../core/json.ts';
import type { JsonObject } from '../../core/json.ts';
import type { BodyPath, Fix } from '../../core/problem.ts';
import { defineRule } from '../../core/rule.ts';
import { oncePerView } from '../../core/view.ts';
import type { RequestView, Tool } from '../../core/view.ts';
import { strictSchemaMessages } from '../../facts/messages/strict-schemas.ts';
import { toolPathOn } from '../../facts/messages/tools.ts';
import { enumTypeRefusedSince, refusedBesideAnyOfSince, strictSchemaLimits } from '../../facts/strict-schemas.ts';

const cause = 'output-format-invalid';

/** A schema that the API compiles into a grammar. */
interface CompiledSchema {
  readonly schema: JsonObject;
  readonly path: string;
  readonly at: BodyPath;
}

interface FaultySchema extends CompiledSchema {
  readonly fault: StrictFault;
}

const limits = strictSchemaLimits;

/** The schemas of strict tools and of the output format; a schema that is refused as such is left out. */
const compiledSchemas = oncePerView((view): readonly CompiledSchema[] => {
  const compiled: CompiledSchema[] = [];
  for (const { tool, schema, combinator, fault } of toolSchemas(view)) {
    if (tool.value.strict !== true || combinator !== undefined || fault) continue;
    compiled.push({ schema, path: toolPathOn(view.asOf, tool), at: ['tools', tool.index, 'input_schema'] });
  }
  const format = outputFormat(view);
  if (format) compiled.push(format);
  return compiled;
});

/** Every fault of the schemas of strict tools and of the output format, found once for all rules. */
const faultySchemas = oncePerView((view): readonly FaultySchema[] =>
  compiledSchemas(view).flatMap((compiled) => {
    const fault = findStrictFault(compiled.schema);
    return fault ? [{ ...compiled, fault }] : [];
  }),
);

/** One row of the coverage table for each kind of fault. */
function strictRule(row: string, kinds: readonly StrictFault['kind'][], wording: 'api' | 'ours' = 'api') {
  return defineRule<FaultySchema>({
    cause,
    row,
    wording,
    phase: 'cross-field',
    severity: ({ fault }, { asOf }) => (isMild(fault) || mayHavePassed(fault, asOf) ? 'warning' : 'error'),
    find: (view) => faultySchemas(view).filter(({ fault }) => kinds.includes(fault.kind)),
    path: ({ path }) => path,
    at: ({ at, fault }) => [...at, ...fault.at],
    message: ({ fault }, { asOf }) => strictMessage(fault, asOf),
    why: ({ fault }) => strictReason(fault),
    fix: fixOf,
  });
}

/** Before a refusal was first seen, such a schema may have passed. */
function mayHavePassed({ kind }: StrictFault, asOf: string | undefined): boolean {
  const since = kind === 'beside-any-of' ? refusedBesideAnyOfSince : kind === 'enum-type' ? enumTypeRefusedSince : '';
  return asOf !== undefined && asOf < since;
}

const tooManyStrict = defineRule<readonly Tool[]>({
  cause,
  row: 'strict-count',
  phase: 'cross-field',
  find: (view) => {
    const strict = strictTools(view);
    return strict.length > limits.strictTools ? [strict] : [];
  },
  path: () => '',
  at: (strict) => ['tools', strict[limits.strictTools]?.index ?? 0, 'strict'],
  message: (strict) => strictSchemaMessages.tooManyStrictTools(strict.length, limits.strictTools),
});

const tooManyOptional = defineRule<number>({
  cause,
  row: 'strict-optional',
  phase: 'cross-field',
  find: (view) => over(totals(view).optional, limits.optionalParameters),
  path: () => '',
  at: (_, view) => compiledSchemas(view)[0]?.at ?? [],
  message: (count) => strictSchemaMessages.tooManyOptional(count, limits.optionalParameters),
  why: () => 'A parameter is optional where `required` does not name it; those of all strict schemas count together.',
});

const tooManyUnions = defineRule<number>({
  cause,
  row: 'strict-union',
  phase: 'cross-field',
  find: (view) => over(totals(view).unions, limits.unionParameters),
  path: () => '',
  at: (_, view) => compiledSchemas(view)[0]?.at ?? [],
  message: (count) => strictSchemaMessages.tooManyUnions(count, limits.unionParameters),
  why: () => 'A parameter that may also be null counts as a union; those of all strict schemas count together.',
});

const totals = oncePerView((view) => {
  let optional = 0;
  let unions = 0;
  for (const { schema } of compiledSchemas(view)) {
    const counts = countStrict(schema);
    optional += counts.optional;
    unions += counts.unions;
  }
  return { optional, unions };
});

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

function strictTools({ tools }: RequestView): readonly Tool[] {
  return tools.filter(({ type, value }) => type === 'custom' && value.strict === true);
}

function outputFormat({ body, outputConfig }: RequestView): CompiledSchema | undefined {
  const isNew = isObject(outputConfig?.format);
  const format = isNew ? outputConfig.format : body.output_format;
  if (!isObject(format) || format.type !== 'json_schema' || !isObject(format.schema)) return undefined;
  const at = isNew ? ['output_config', 'format', 'schema'] : ['output_format', 'schema'];
  return { schema: format.schema, path: at.join('.'), at };
}

function over(count: number, limit: number): readonly number[] {
  return count > limit ? [count] : [];
}

/** Closing an open object changes what the model may answer, so it is a fix that must be asked for. */
function fixOf({ at, fault }: FaultySchema): Fix | undefined {
  if (fault.kind !== 'open-object') return undefined;
  const place = [...at, ...fault.at, 'additionalProperties'];
  return {
    name: 'schemas',
    safe: fault.given === 'nothing',
    does: 'Forbids further properties, as every object of a compiled schema must.',
    edits: [{ kind: 'set', at: place, value: false }],
  };
}

/** Rules about schemas that are compiled into a grammar: strict tools and the output format. */
export const outputFormatInvalidRules = [
  strictRule('strict-additional', ['open-object']),
  strictRule('strict-prop', [
    'keywords',
    'min-items',
    'combinator',
    'not',
    'beside-any-of',
    'tuple',
    'no-type',
    'format',
  ]),
  strictRule('format-schema', ['empty-enum', 'enum-type', 'reference']),
  strictRule('strict-recursive', ['circular']),
  strictRule('regex-unsupported', ['regex']),
  strictRule('strict-subset', ['string-length', 'enum-object', 'external-reference'], 'ours'),
  tooManyStrict,
  tooManyOptional,
  tooManyUnions,
  formatSchemaBroken,
  formatWithCitations,
  formatWithPrefill,
  formatOnBedrock,
  formatBoth,
  formatOld,
] as const;
