/** A schema without meaning was named by this sentence on 2026-09-27, by the older one last on 2026-08-19. */
const emptySchemaNamedSince = '2026-09-01';

/**
 * The API's sentences about schemas that it compiles into a grammar. The same ones follow `tools.{n}.custom: ` and
 * `output_config.format.schema: `.
 */
export const strictSchemaMessages = {
  additionalPropertiesMissing: "For 'object' type, 'additionalProperties' must be explicitly set to false",
  additionalPropertiesOpen: (given: 'true' | 'object') =>
    `For 'object' type, 'additionalProperties: ${given}' is not supported. Please set 'additionalProperties' to false`,
  keywords: (type: string, keywords: readonly string[]) =>
    keywords.length === 1
      ? `For '${type}' type, property '${keywords[0] ?? ''}' is not supported`
      : `For '${type}' type, properties ${keywords.join(', ')} are not supported`,
  besideAnyOf: (keywords: readonly string[]) => `For 'anyOf', '${keywords.join(', ')}' is not supported`,
  combinator: (keyword: string) => `Schema type '${keyword}' is not supported`,
  not: "Schema keyword 'not' is not supported",
  minItems: (given: number) =>
    `For 'array' type, 'minItems' values other than 0 or 1 are not supported (got: [${given}, ∞])`,
  tuple: "Invalid schema: Array types must be specified with a single object schema for 'items'.",
  format: (format: string) => `For 'string' type, format '${format}' is not supported`,
  typeMissing: (schema: string, isEmpty: boolean, asOf: string | undefined) =>
    isEmpty && (asOf === undefined || asOf >= emptySchemaNamedSince)
      ? 'Empty schema ({}) that accepts any JSON value is not supported.'
      : `Invalid schema: Schema type is missing for schema: ${schema}`,
  enumEmpty: 'Invalid schema: Enum must be a non-empty array',
  enumType: (value: string, type: string) =>
    `Invalid schema: Enum value '${value}' does not match declared type '${type}'`,
  circular: (names: readonly string[]) =>
    `Invalid schema: Circular reference detected in schema definitions: ${names.join(' -> ')}. Self-referencing or mutually-referencing definitions are not supported.`,
  referenceUnknown: (reference: string) => `Invalid schema: Reference to non-existent definition: ${reference}`,
  regex: (feature: string) => `Unsupported regex feature in pattern field: ${feature}`,
  tooManyStrictTools: (count: number, limit: number) =>
    `Too many strict tools (${count}). The maximum number of strict tools supported is ${limit}. Try reducing the number of tools marked as strict.`,
  tooManyOptional: (count: number, limit: number) =>
    `Schemas contains too many optional parameters (${count}), which would make grammar compilation inefficient. Reduce the number of optional parameters in your tool schemas (limit: ${limit}).`,
  tooManyUnions: (count: number, limit: number) =>
    `Schemas contains too many parameters with union types (${count} parameters with type arrays or anyOf). This causes exponential compilation cost. Reduce the number of nullable or union-typed parameters (limit: ${limit} parameters with unions).`,
} as const;
