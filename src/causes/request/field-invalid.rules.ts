import { isArray } from '../../core/json.ts';
import { defineRule } from '../../core/rule.ts';
import type { Rule } from '../../core/rule.ts';
import { blockAt, taggedPath } from '../../core/view.ts';
import type { Block } from '../../core/view.ts';
import { lengthMessages } from '../../facts/messages/lengths.ts';

const blankSequence = defineRule<number>({
  cause: 'field-invalid',
  row: 'stop-sequence-blank',
  phase: 'schema',
  from: '2025-01-01',
  find: ({ body }) => {
    const sequences = isArray(body.stop_sequences) ? body.stop_sequences : [];
    const index = sequences.findIndex((sequence) => typeof sequence === 'string' && !/\S/.test(sequence));
    return index < 0 ? [] : [index];
  },
  path: () => 'stop_sequences',
  at: (index) => ['stop_sequences', index],
  message: () => lengthMessages.stopSequenceBlank,
  why: (index) => `Sequence ${index} is empty or white space, which would end any answer at once.`,
});

interface MemberResult {
  readonly result: Block;
  readonly toolset: string;
}

const memberResult = defineRule<MemberResult>({
  cause: 'field-invalid',
  row: 'member-result',
  phase: 'cross-field',
  severity: 'warning',
  find: (view) => {
    if (!view.definedTools.some(({ type }) => type.includes('toolset'))) return [];
    const toolsets = new Map(
      view
        .blocksOf('tool_use')
        .flatMap(({ value }): readonly (readonly [unknown, string])[] =>
          typeof value.toolset_name === 'string' ? [[value.id, value.toolset_name]] : [],
        ),
    );
    return view.blocksOf('tool_result').flatMap((result): readonly MemberResult[] => {
      const toolset = toolsets.get(result.value.tool_use_id);
      return toolset === undefined || result.value.toolset_name === toolset ? [] : [{ result, toolset }];
    });
  },
  path: ({ result }) => `${taggedPath(result)}.toolset_name`,
  at: ({ result }) => [...blockAt(result), 'toolset_name'],
  message: ({ toolset }) => `a result for the toolset '${toolset}' must name it too`,
  wording: 'ours',
  why: ({ toolset }) => `The call names \`${toolset}\` as its toolset, and its result has to repeat the name.`,
  fix: ({ result, toolset }) => ({
    name: 'toolset-name',
    safe: true,
    does: 'Name the toolset of the call in its result.',
    edits: [{ kind: 'set', at: [...blockAt(result), 'toolset_name'], value: toolset }],
  }),
});

/** Rules about values that no table of types can judge. */
export const fieldInvalidRules: readonly Rule[] = [blankSequence, memberResult];
