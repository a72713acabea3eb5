import type { Problem } from '../core/problem.ts';
import type { StructureReport } from '../core/view.ts';
import { requestShapes } from '../facts/structure.generated.ts';
import type { StructureContext } from './structure/standing.ts';
import { shapeOf } from './structure/table.ts';
import { Walker } from './structure/walker.ts';

export type { StructureContext } from './structure/standing.ts';

/**
 * Judges the structure of a request: members, types, values and tags, by the tables read from the SDK and what the API
 * takes beyond them. Of a batch it judges the envelope; the entries are requests of their own. As this is the walk that
 * meets every value, it surveys the strings too.
 */
export function walkStructure(context: StructureContext): StructureReport {
  return new Walker(context).walk(shapeOf(requestShapes[context.kind] ?? ''));
}

/** The faults of a request's structure. */
export function judgeStructure(context: StructureContext): readonly Problem[] {
  return walkStructure(context).problems;
}
