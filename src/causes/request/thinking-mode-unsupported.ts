import { defineCause } from '../../core/cause.ts';
import { resolveModel } from '../../facts/model-lookup.ts';
import * as pages from '../../facts/pages.ts';
import { badRequest, captured, modelPhrase } from '../details.ts';
import { recognized } from '../recognition.ts';

interface Mode {
  /** The value of `thinking.type` that was refused. */
  readonly refused: string | undefined;
  /** What the model takes, where the table knows it. */
  readonly taken: readonly string[];
}

const refusedType = /thinking\.type\.(\w+)["'`\\]*\s+is\s+not\s+supported/;
const refusedWord =
  /\b(adaptive)\s+thinking\s+is\s+not\s+supported|send\s+[\\"'`]*thinking[\\"'`]*:\s*\{[^}]{0,60}between_tools[^}]{0,20}\}\s+instead\s+of\s+\{[\\"'`]*type[\\"'`]*:\s*[\\"'`]*(disabled)/;

/** The model does not have the thinking mode that the request asks for. */
export const thinkingModeUnsupported = defineCause<Mode>({
  id: 'thinking-mode-unsupported',
  title: 'The model does not support this thinking mode',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: ['thinking.type.', 'is not supported for this model'] },
    { says: 'thinking.type.enabled is not supported' },
    { says: 'use thinking.type.adaptive and output_config.effort' },
    { says: 'output_config.effort to control thinking behavior' },
    { says: 'adaptive thinking is not supported on this model' },
    { says: 'to turn thinking off on this model, send thinking' },
    { says: 'thinking defaults to adaptive mode when not specified' },
    { says: 'thinking: input tag adaptive found using type' },
    { says: ['thinking: input tag', 'does not match any of the expected tags'], certainty: 'likely' },
    { says: 'thinking is not supported on this model', certainty: 'likely' },
    { says: 'thinking is not supported for this model', certainty: 'likely' },
    { says: 'does not support thinking', type: 'invalid_request_error' },
    { says: 'does not support thinking', certainty: 'likely' },
    { says: 'does not support extended thinking', certainty: 'likely' },
    { says: 'does not support adaptive thinking', certainty: 'likely' },
    { says: 'thinking: extra inputs are not permitted', certainty: 'likely' },
    {
      type: badRequest,
      says: ['thinking type', 'not'],
      unless: ['thinking block', 'thinking.type'],
      certainty: 'likely',
    },
    {
      type: badRequest,
      says: ['thinking', 'not supported'],
      unless: ['thinking block', 'when thinking'],
      certainty: 'possible',
    },
  ],
  recognize: (evidence, hit) => recognized(hit, { refused: refusedMode(evidence), taken: modesOf(evidence.model) }),
  explain: (mode, evidence) => {
    const refused = mode?.refused === undefined ? 'a thinking mode' : `\`thinking.type: "${mode.refused}"\``;
    const taken = mode?.taken.length ? ` It takes ${mode.taken.map((type) => `\`${type}\``).join(', ')}.` : '';
    return `The request asks for ${refused}, and ${modelPhrase(evidence).replace(/^T/, 't')} does not have it.${taken} Models up to Claude 4.5 think with a budget (\`enabled\`), the 4.6 generation takes both forms, and Claude 4.7 and later think adaptively, with \`output_config.effort\` in place of a budget.`;
  },
  remedies: (mode) => [
    mode?.refused === 'adaptive'
      ? {
          action: 'Ask this model to think with a budget below `max_tokens`.',
          run: '"thinking": { "type": "enabled", "budget_tokens": 8000 }',
        }
      : mode?.refused === 'disabled'
        ? {
            action: 'Leave `thinking` out and lower the effort, or call a model whose thinking can be turned off.',
            run: '"output_config": { "effort": "low" }',
          }
        : {
            action: 'Ask for adaptive thinking, set its depth with the effort level, and remove `budget_tokens`.',
            run: '"thinking": { "type": "adaptive" }, "output_config": { "effort": "high" }',
          },
    {
      action:
        'Update the SDK, framework or editor that writes the request; older releases send only the form of older models.',
    },
    { action: 'Or call a model that has the mode which your tool sends.' },
  ],
  docs: pages.thinkingTroubleshooting,
});

function refusedMode(evidence: Parameters<typeof captured>[0]): string | undefined {
  const named = captured(evidence, refusedType);
  if (named !== undefined) return named;
  const [, adaptive, disabled] = refusedWord.exec(evidence.reading?.flat ?? '') ?? [];
  return adaptive ?? disabled;
}

function modesOf(model: string | undefined): readonly string[] {
  const resolution = model === undefined ? undefined : resolveModel(model);
  return resolution?.kind === 'known' ? resolution.model.thinking.modes : [];
}
