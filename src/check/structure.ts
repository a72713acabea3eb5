import type { Problem } from '../core/problem.ts';
import { requestShapes } from '../facts/structure.generated.ts';
import type { StructureContext } from './structure/standing.ts';
import { shapeOf } from './structure/table.ts';
import { Walker } from './structure/walker.ts';

export type { StructureContext } from './structure/standing.ts';

/**
 * Judges the structure of a request: members, types, values and tags, by the tables read from the SDK and what the API
 * takes beyond them. Of a batch it judges the envelope; the entries are requests of their own.
 */
export function judgeStructure(context: StructureContext): readonly Problem[] {
  return new Walker(context).walk(shapeOf(requestShapes[context.kind] ?? ''));
}
