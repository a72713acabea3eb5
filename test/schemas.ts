import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { isObject } from '../src/core/json.ts';

const folder = join(import.meta.dirname, '..', 'schemas');
const names = [
  'explain',
  'explain-line',
  'check',
  'check-line',
  'causes',
  'doctor',
  'diagnose',
  'simulate-line',
  'ramp-line',
  'faults',
  'isolate',
  'verify',
  'reduce',
  'report',
  'baseline',
  'baseline-check',
] as const;

/** The name of a published schema, as in `schemas/NAME.schema.json`. */
export type SchemaName = (typeof names)[number];

/**
 * Says what of an output a published schema does not describe. Published schemas let members be added in later
 * versions; here one that is not documented is a complaint.
 */
export function outputComplaints(name: SchemaName, output: unknown): readonly string[] {
  const validate = validators().get(name);
  if (!validate) return [`there is no schema ${name}`];
  if (validate(output)) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) =>
    [instancePath, message, JSON.stringify(params)].join(' '),
  );
}

let compiled: ReadonlyMap<SchemaName, ValidateFunction> | undefined;

function validators(): ReadonlyMap<SchemaName, ValidateFunction> {
  if (compiled) return compiled;
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
  for (const name of names) ajv.addSchema(closed(read(name)), name);
  compiled = new Map(
    names.flatMap((name) => {
      const validate = ajv.getSchema(name);
      return validate ? [[name, validate] as const] : [];
    }),
  );
  return compiled;
}

function read(name: SchemaName): unknown {
  return JSON.parse(readFileSync(join(folder, `${name}.schema.json`), 'utf8'));
}

/** A schema in which an object has no members but those described. */
function closed(schema: unknown): Record<string, unknown> {
  const copy = closedValue(schema);
  return isObject(copy) ? { ...copy } : {};
}

function closedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closedValue);
  if (!isObject(value)) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, member]) => [key, closedValue(member)]));
  return isObject(copy['properties']) && copy['type'] === 'object' ? { additionalProperties: false, ...copy } : copy;
}
