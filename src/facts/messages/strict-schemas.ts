/**
 * The API's sentences about schemas that it compiles into a grammar: strict tools and structured outputs. Recorded
 * from 2025-12 to 2026-09; the same sentences come after `tools.{n}.custom: ` and `output_config.format.schema: `.
 */
export const strictSchemaMessages = {
  additionalPropertiesMissing: "For 'object' type, 'additionalProperties' must be explicitly set to false",
  additionalPropertiesOpen: (given: 'true' | 'object') =>
    `For 'object' type, 'additionalProperties: ${given}' is not supported. Please set 'additionalProperties' to false`,
  keywords: (type: string, keywords: readonly string[]) =>
    keywords.length === 1
      ? `For '${type}' type, property '${keywords[0] ?? ''}' is not supported`
      : `For '${type}' type, properties ${keywords.join(', ')} are not supported`,
  minItems: (given: number) =>
    `For 'array' type, 'minItems' values other than 0 or 1 are not supported (got: [${given}, ∞])`,
  combinator: (keyword: string) => `Schema type '${keyword}' is not supported`,
  typeMissing: (schema: string) => `Invalid schema: Schema type is missing for schema: ${schema}`,
  enumEmpty: 'Invalid schema: Enum must be a non-empty array',
  circular: (names: readonly string[]) =>
    `Invalid schema: Circular reference detected in schema definitions: ${names.join(' -> ')}. Self-referencing or mutually-referencing definitions are not supported.`,
  regex: (feature: string) => `Unsupported regex feature in pattern field: ${feature}`,
  tooManyStrictTools: (count: number, limit: number) =>
    `Too many strict tools (${count}). The maximum number of strict tools supported is ${limit}. Try reducing the number of tools marked as strict.`,
  tooManyOptional: (count: number, limit: number) =>
    `Schemas contains too many optional parameters (${count}), which would make grammar compilation inefficient. Reduce the number of optional parameters in your tool schemas (limit: ${limit}).`,
  tooManyUnions: (count: number, limit: number) =>
    `Schemas contains too many parameters with union types (${count} parameters with type arrays or anyOf). This causes exponential compilation cost. Reduce the number of nullable or union-typed parameters (limit: ${limit} parameters with unions).`,
} as const;

/** Limits over all strict schemas of a request; documented, and quoted by the API (recorded 2026-08-12). */
export const strictSchemaLimits = { strictTools: 20, optionalParameters: 24, unionParameters: 16 } as const;
