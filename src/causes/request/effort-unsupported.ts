import { defineCause } from '../../core/cause.ts';
import { resolveModel } from '../../facts/model-lookup.ts';
import * as pages from '../../facts/pages.ts';
import { captured, modelPhrase } from '../details.ts';
import { recognized } from '../recognition.ts';

interface Effort {
  readonly level: string | undefined;
  /** The levels that the message or the model table names. */
  readonly levels: readonly string[];
}

const level = /effort\s+level\s+[`'"\\]*(\w+)/;
const supported = /Supported\s+levels:\s*([a-z]+(?:,\s*[a-z]+)*)/;

/** The model takes no effort setting, or not this level. */
export const effortUnsupported = defineCause<Effort>({
  id: 'effort-unsupported',
  refines: 'thinking-mode-unsupported',
  title: 'The model does not support this effort setting',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: 'does not support the effort parameter' },
    { says: 'this model does not support effort level' },
    { says: 'does not support effort level' },
    { says: 'requires a model that supports per-turn effort' },
    { says: ['effort', 'supported levels:'], certainty: 'likely' },
    {
      says: ['effort', 'is not supported', 'model'],
      unless: ['thinking is disabled', 'thinking.type', 'reasoning_effort', 'reasoning.effort'],
      type: 'invalid_request_error',
      certainty: 'likely',
    },
  ],
  recognize: (evidence, hit) => recognized(hit, { level: captured(evidence, level), levels: levelsOf(evidence) }),
  explain: (effort, evidence) => {
    const set = effort?.level === undefined ? '`output_config.effort`' : `\`output_config.effort: "${effort.level}"\``;
    const taken =
      effort === undefined || effort.levels.length === 0
        ? ' It came with Claude Opus 4.5; Sonnet 4.5, Haiku 4.5 and older models have none, and the highest levels belong to newer models alone.'
        : ` It takes ${effort.levels.map((name) => `\`${name}\``).join(', ')}.`;
    return `The request sets ${set}, and ${modelPhrase(evidence).replace(/^T/, 't')} does not accept it.${taken}`;
  },
  remedies: (effort) => [
    effort?.levels.length
      ? {
          action: `Set one of the levels that this model takes: ${effort.levels.map((name) => `\`${name}\``).join(', ')}.`,
        }
      : { action: 'Remove `effort` from `output_config` for this model.' },
    {
      action:
        'In Claude Code, choose a lower level or the default with `/effort`, or unset `CLAUDE_CODE_EFFORT_LEVEL`.',
      run: 'unset CLAUDE_CODE_EFFORT_LEVEL',
    },
    { action: 'Or call a model that has the level which you need.' },
  ],
  docs: pages.effort,
});

function levelsOf(evidence: Parameters<typeof captured>[0]): readonly string[] {
  const named = captured(evidence, supported);
  if (named !== undefined) return named.split(/,\s*/);
  const resolution = evidence.model === undefined ? undefined : resolveModel(evidence.model);
  return resolution?.kind === 'known' ? resolution.model.effortLevels : [];
}
