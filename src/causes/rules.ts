import type { Rule } from '../core/rule.ts';

/** Every rule, in the order in which the API judges within a phase. */
export const rules: readonly Rule[] = [];
