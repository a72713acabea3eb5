import type { RuleExample } from '../core/rule.ts';
import { bodyExamples } from './structure/body.examples.ts';
import { messageExamples } from './structure/messages.examples.ts';
import { toolExamples } from './structure/tools.examples.ts';

/** A body for every way in which structure is broken, each with its nearest accepted neighbor. */
export const structureExamples: readonly RuleExample[] = [...bodyExamples, ...messageExamples, ...toolExamples];
