import { isObject } from '../core/json.ts';
import { strictSchemaMessages } from '../facts/messages/strict-schemas.ts';
import { annotations } from '../facts/strict-schemas.ts';
import type { StrictFault } from './strict-schema.ts';

/** A fault in the API's words; ours for those that it may let pass. */
export function strictMessage(fault: StrictFault, asOf: string | undefined): string {
  switch (fault.kind) {
    case 'open-object':
      return fault.given === 'nothing'
        ? strictSchemaMessages.additionalPropertiesMissing
        : strictSchemaMessages.additionalPropertiesOpen(fault.given);
    case 'keywords':
      return strictSchemaMessages.keywords(fault.type, fault.keywords);
    case 'beside-any-of':
      return strictSchemaMessages.besideAnyOf(fault.keywords);
    case 'combinator':
      return strictSchemaMessages.combinator(fault.keyword);
    case 'not':
      return strictSchemaMessages.not;
    case 'min-items':
      return strictSchemaMessages.minItems(fault.given);
    case 'tuple':
      return strictSchemaMessages.tuple;
    case 'format':
      return strictSchemaMessages.format(fault.format);
    case 'no-type': {
      const isEmpty = Object.keys(fault.schema).every((key) => annotations.has(key));
      return strictSchemaMessages.typeMissing(asPythonText(fault.schema), isEmpty, asOf);
    }
    case 'empty-enum':
      return strictSchemaMessages.enumEmpty;
    case 'enum-type':
      return strictSchemaMessages.enumType(bareText(fault.value), bareText(fault.type));
    case 'circular':
      return strictSchemaMessages.circular(fault.references.map((reference) => reference.split('/').at(-1) ?? ''));
    case 'reference':
      return strictSchemaMessages.referenceUnknown(fault.reference);
    case 'regex':
      return strictSchemaMessages.regex(fault.feature);
    case 'string-length':
      return `The answer is not held to ${fault.keywords.map((keyword) => `\`${keyword}\``).join(' and ')}; some schemas with it were refused.`;
    case 'enum-object':
      return 'An enum may hold strings, numbers, booleans and null only.';
    default:
      return `The reference \`${fault.reference}\` leads out of the schema; only references that begin with # are followed.`;
  }
}

/** Why the fault is one, and what to write instead. */
export function strictReason(fault: StrictFault): string {
  const place = fault.at.length === 0 ? 'the root of the schema' : `\`${fault.at.join('.')}\``;
  switch (fault.kind) {
    case 'open-object':
      return `The object at ${place} does not say \`additionalProperties: false\`, which every object of a compiled schema must.`;
    case 'keywords':
      return fault.keywords.includes('properties')
        ? `A property at ${place} has \`true\` or \`false\` for its schema; a compiled schema needs a type for each.`
        : `At ${place}: a grammar cannot hold ${fault.keywords.map((keyword) => `\`${keyword}\``).join(', ')}. Say it in the description and check the value yourself.`;
    case 'beside-any-of':
      return `At ${place}: move what stands beside \`anyOf\` into its alternatives.`;
    case 'combinator':
      return `At ${place}; write \`anyOf\` instead of \`oneOf\`.`;
    case 'min-items':
      return `At ${place}: a longer list can only be asked for in the description.`;
    case 'tuple':
      return `At ${place}: a list has one schema for all its items; use an object for positions with a meaning.`;
    case 'no-type':
      return `The schema at ${place} allows any value; give it a type.`;
    case 'enum-type':
      return `At ${place}: write a nullable enum as \`anyOf\` with \`{"type": "null"}\` as one alternative.`;
    case 'circular':
      return 'A grammar is finite: unroll the recursion to the depth that you need.';
    default:
      return `At ${place}.`;
  }
}

/** The API quotes a schema as Python writes it. */
function asPythonText(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return `'${value}'`;
  if (Array.isArray(value)) return `[${value.map(asPythonText).join(', ')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `'${key}': ${asPythonText(member)}`);
  return `{${members.join(', ')}}`;
}

function bareText(value: unknown): string {
  return typeof value === 'string' ? value : asPythonText(value);
}
