import { compiledCounts, compiledSchemas, faultySchemas } from '../../check/compiled-schemas.ts';
import type { FaultySchema } from '../../check/compiled-schemas.ts';
import { isMild, openObjects } from '../../check/strict-schema.ts';
import type { StrictFault } from '../../check/strict-schema.ts';
import { strictMessage, strictReason } from '../../check/strict-wording.ts';
import type { Fix } from '../../core/problem.ts';
import { defineRule } from '../../core/rule.ts';
import type { Tool } from '../../core/view.ts';
import { strictSchemaMessages } from '../../facts/messages/strict-schemas.ts';
import {
  enumTypeRefusedSince,
  refusedBesideAnyOfSince,
  strictSchemaLimits as limits,
} from '../../facts/strict-schemas.ts';

const cause = 'output-format-invalid';

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
  find: ({ tools }) => {
    const strict = tools.filter(({ type, value }) => type === 'custom' && value.strict === true);
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
  find: (view) => over(compiledCounts(view).optional, limits.optionalParameters),
  path: () => '',
  at: (_, view) => compiledSchemas(view)[0]?.at ?? [],
  message: (count) => strictSchemaMessages.tooManyOptional(count, limits.optionalParameters),
  why: () => 'A parameter is optional where `required` does not name it; those of all strict schemas count together.',
});

const tooManyUnions = defineRule<number>({
  cause,
  row: 'strict-union',
  phase: 'cross-field',
  find: (view) => over(compiledCounts(view).unions, limits.unionParameters),
  path: () => '',
  at: (_, view) => compiledSchemas(view)[0]?.at ?? [],
  message: (count) => strictSchemaMessages.tooManyUnions(count, limits.unionParameters),
  why: () => 'A parameter that may also be null counts as a union; those of all strict schemas count together.',
});

function over(count: number, limit: number): readonly number[] {
  return count > limit ? [count] : [];
}

/** An object that says nothing of further properties is closed; one that asks for them is the author's to change. */
function fixOf({ at, schema, fault }: FaultySchema): Fix | undefined {
  if (fault.kind !== 'open-object' || fault.given !== 'nothing') return undefined;
  return {
    name: 'schemas',
    safe: true,
    does: 'Forbid further properties in every object of the schema that does not speak of them.',
    edits: openObjects(schema).map((place) => ({
      kind: 'set',
      at: [...at, ...place, 'additionalProperties'],
      value: false,
    })),
  };
}

/** Rules about schemas that are compiled into a grammar. */
export const strictSchemaRules = [
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
] as const;
