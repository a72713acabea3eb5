import { isObject } from '../core/json.ts';
import type { JsonObject } from '../core/json.ts';
import type { BodyPath } from '../core/problem.ts';
import { oncePerView } from '../core/view.ts';
import type { RequestView } from '../core/view.ts';
import { toolPathOn } from '../facts/messages/tools.ts';
import { countStrict, findStrictFault } from './strict-schema.ts';
import type { StrictCounts, StrictFault } from './strict-schema.ts';
import { toolSchemas } from './tool-schemas.ts';

/** A schema that the API compiles into a grammar. */
export interface CompiledSchema {
  readonly schema: JsonObject;
  /** As the API writes it before what is wrong with the schema. */
  readonly path: string;
  readonly at: BodyPath;
}

/** A schema that cannot be compiled. */
export interface FaultySchema extends CompiledSchema {
  readonly fault: StrictFault;
}

/** The schemas of strict tools and of the output format; a tool schema that is refused as such is left out. */
export const compiledSchemas = oncePerView((view): readonly CompiledSchema[] => {
  const compiled: CompiledSchema[] = [];
  for (const { tool, schema, combinator, fault } of toolSchemas(view)) {
    if (tool.value.strict !== true || combinator !== undefined || fault) continue;
    compiled.push({ schema, path: toolPathOn(view.asOf, tool), at: ['tools', tool.index, 'input_schema'] });
  }
  const format = outputFormat(view);
  if (format) compiled.push(format);
  return compiled;
});

/** The compiled schemas that have a fault, found once for all rules. */
export const faultySchemas = oncePerView((view): readonly FaultySchema[] =>
  compiledSchemas(view).flatMap((compiled) => {
    const fault = findStrictFault(compiled.schema);
    return fault ? [{ ...compiled, fault }] : [];
  }),
);

/** What all compiled schemas of a request add up to. */
export const compiledCounts = oncePerView((view): StrictCounts => {
  let optional = 0;
  let unions = 0;
  for (const { schema } of compiledSchemas(view)) {
    const counts = countStrict(schema);
    optional += counts.optional;
    unions += counts.unions;
  }
  return { optional, unions };
});

/** The schema of the answer, in the form of today or of the beta of 2025-11-13. */
export function outputFormat({ body, outputConfig }: RequestView): CompiledSchema | undefined {
  const isNew = isObject(outputConfig?.format);
  const format = isNew ? outputConfig.format : body.output_format;
  if (!isObject(format) || format.type !== 'json_schema' || !isObject(format.schema)) return undefined;
  const at = isNew ? ['output_config', 'format', 'schema'] : ['output_format', 'schema'];
  return { schema: format.schema, path: at.join('.'), at };
}
