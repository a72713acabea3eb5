import { defineRule } from '../../core/rule.ts';
import { blockAt } from '../../core/view.ts';
import type { Block } from '../../core/view.ts';
import { toolMessages } from '../../facts/messages/tools.ts';

const toolBlocksWithoutTools = defineRule<Block>({
  cause: 'tools-undefined',
  row: 'tools-undefined',
  phase: 'cross-field',
  // The release notes of that day lift it; recordings from 2025-08 on show such requests accepted.
  until: '2025-02-27',
  kinds: ['messages', 'count-tokens'],
  find(view) {
    const first = view.tools.length > 0 ? undefined : (view.blocksOf('tool_use')[0] ?? view.blocksOf('tool_result')[0]);
    return first ? [first] : [];
  },
  path: () => '',
  at: blockAt,
  message: () => toolMessages.toolsUndefined,
  why: () => 'Until 2025-02-27 a conversation with tool blocks had to repeat the definitions of its tools.',
});

/** Rules about conversations whose tools are not defined. */
export const toolsUndefinedRules = [toolBlocksWithoutTools] as const;
