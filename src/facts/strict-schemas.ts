/**
 * What the API's grammar compiler takes and refuses, for strict tools and structured outputs: documented on
 * 2026-08-22, recorded on 2026-08-12, and quoted by many public projects from 2025-12 to 2026-09.
 */

/** Limits over all compiled schemas of a request; documented, and quoted by the API (recorded 2026-08-12). */
export const strictSchemaLimits = { strictTools: 20, optionalParameters: 24, unionParameters: 16 } as const;

/** Keywords that are refused beside a type, in the order in which the API lists them. */
export const refusedKeywords: Readonly<Record<string, readonly string[]>> = {
  integer: ['exclusiveMaximum', 'exclusiveMinimum', 'maximum', 'minimum', 'multipleOf'],
  number: ['exclusiveMaximum', 'exclusiveMinimum', 'maximum', 'minimum', 'multipleOf'],
  array: ['contains', 'maxItems', 'prefixItems', 'uniqueItems'],
  object: [
    'dependentRequired',
    'if',
    'maxProperties',
    'minProperties',
    'patternProperties',
    'propertyNames',
    'unevaluatedProperties',
  ],
};

/** Keywords that are refused beside `anyOf` (measured on `claude-opus-5-5`, 2026-09-27). */
export const refusedBesideAnyOf: readonly string[] = [
  'additionalProperties',
  'discriminator',
  'properties',
  'required',
  'type',
];
/** When they were not yet known to be refused, they may have passed. */
export const refusedBesideAnyOfSince = '2026-09-01';

/** An enum beside a list of types was first quoted as refused on 2026-04-26. */
export const enumTypeRefusedSince = '2026-04-01';

/** Formats of strings that are documented as taken; most were seen in accepted recordings. */
export const acceptedFormats: ReadonlySet<string> = new Set(
  'date-time time date duration email hostname uri ipv4 ipv6 uuid'.split(' '),
);

/** Further formats of JSON Schema, of which it is not known whether they are taken. Others are refused by name. */
export const standardFormats: ReadonlySet<string> = new Set(
  'idn-email idn-hostname uri-reference iri iri-reference uri-template json-pointer relative-json-pointer regex'.split(
    ' ',
  ),
);

/** Members of a schema that say nothing about the value. */
export const annotations: ReadonlySet<string> = new Set(
  'title description default examples deprecated readOnly writeOnly $comment'.split(' '),
);
