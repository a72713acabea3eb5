import { defineRule } from '../../core/rule.ts';
import type { Rule } from '../../core/rule.ts';
import { isOwnService } from '../../facts/platforms.ts';
import { modelAt, modelMessage, modelPath } from '../../check/model-place.ts';

const modelUnknown = defineRule<{
  readonly id: string;
  readonly suggestions: readonly string[];
  readonly looksNewer: boolean;
}>({
  cause: 'model-not-found',
  row: 'model-unknown',
  phase: 'model',
  // Clouds word it in their own way and have models of their own; a newer model than this table knows may exist.
  severity: ({ looksNewer }, { platform }) => (looksNewer || !isOwnService(platform) ? 'warning' : 'error'),
  find: ({ modelId, resolution }) =>
    modelId !== undefined && modelId !== '' && resolution?.kind === 'unknown' ? [{ id: modelId, ...resolution }] : [],
  path: (_, view) => modelPath(view),
  at: (_, view) => modelAt(view),
  message: (_, view) => modelMessage(view),
  why: ({ id, suggestions, looksNewer }) => {
    if (looksNewer)
      return `\`${id}\` is written like a model that is newer than Faultline's table; it could not be looked up.`;
    const [first] = suggestions;
    return first === undefined
      ? `No model has the id \`${id}\`.`
      : `No model has the id \`${id}\`; \`${first}\` was probably meant.`;
  },
  fix: ({ suggestions: [first] }, { isModelInBody }) =>
    first !== undefined && isModelInBody
      ? {
          name: 'model',
          safe: false,
          does: `Ask for \`${first}\`.`,
          edits: [{ kind: 'set', at: ['model'], value: first }],
        }
      : undefined,
});

/** Rules about ids that no model has. */
export const modelNotFoundRules: readonly Rule[] = [modelUnknown];
