import { isThinking } from '../../check/block-kinds.ts';
import { defineRule } from '../../core/rule.ts';
import type { Rule } from '../../core/rule.ts';
import { blockAt, blockPath } from '../../core/view.ts';
import type { Block } from '../../core/view.ts';
import { conversationMessages } from '../../facts/messages/conversation.ts';
import { takesSystemItems } from './role-invalid.rules.ts';

const cause = 'content-block-invalid';
const systemTypes = new Set(['text', 'tool_addition', 'tool_removal']);
const assistantOnly = new Set(['tool_use', 'server_tool_use', 'mcp_tool_use']);
/** Types that only one role may use. */
const placedTypes = [...assistantOnly, 'thinking', 'redacted_thinking', 'tool_result', 'container_upload'];

const wrongRole = defineRule<Block>({
  cause,
  row: 'block-wrong-role',
  phase: 'shape',
  find: (view) =>
    placedTypes.flatMap((type) =>
      view.rolesOf(type).some((role) => isMisplaced(type, role))
        ? view.blocksOf(type).filter(({ role, parent }) => !parent && isMisplaced(type, role))
        : [],
    ),
  path: ({ type, message }) =>
    type === 'container_upload' ? '' : isThinking(type) ? `messages.${message}.content` : `messages.${message}`,
  at: blockAt,
  message: ({ type }) => {
    if (type === 'container_upload') return conversationMessages.uploadInAssistant;
    if (isThinking(type)) return conversationMessages.thinkingInUser;
    return conversationMessages.onlyIn(type, type === 'tool_result' ? 'user' : 'assistant');
  },
  why: (block) => `\`${blockPath(block)}\` is a \`${block.type}\` block in a message of the role \`${block.role}\`.`,
});

const systemBlocks = defineRule<Block>({
  cause,
  row: 'sys-blocks',
  phase: 'shape',
  find: (view) =>
    takesSystemItems(view)
      ? view.systemItems.flatMap(({ blocks }) => blocks.filter(({ type }) => !systemTypes.has(type)).slice(0, 1))
      : [],
  path: ({ message }) => `messages.${message}`,
  at: blockAt,
  message: () => conversationMessages.systemBlocks,
});

function isMisplaced(type: string, role: string): boolean {
  if (role === 'user') return assistantOnly.has(type) || isThinking(type);
  return role === 'assistant' && (type === 'tool_result' || type === 'container_upload');
}

/** Rules about blocks in a message of the wrong role. */
export const contentBlockRoleRules: readonly Rule[] = [systemBlocks, wrongRole];
