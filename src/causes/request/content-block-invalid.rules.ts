import { isArray, isObject, textOf } from '../../core/json.ts';
import { defineRule } from '../../core/rule.ts';
import { blockAt, blockPath, taggedPath } from '../../core/view.ts';
import type { Block, RequestView } from '../../core/view.ts';
import { bringsContainer } from '../../facts/code-execution.ts';
import { versionWithoutSampling as newestVersion } from '../../facts/messages/lengths.ts';
import { mediaMessages } from '../../facts/messages/media.ts';
import { toolMessages } from '../../facts/messages/tools.ts';

const cause = 'content-block-invalid';

const uploadWithoutTool = defineRule<Block>({
  cause,
  row: 'container-upload',
  phase: 'cross-field',
  find: (view) => (hasCodeExecution(view) ? [] : view.blocksOf('container_upload').slice(0, 1)),
  path: () => 'messages',
  at: blockAt,
  message: () => mediaMessages.containerUpload,
  why: () => 'The file is put into the container of the code execution tool, and `tools` has no such tool.',
});

const documentFromAssistant = defineRule<Block>({
  cause,
  row: 'doc-in-assistant',
  phase: 'schema',
  versions: [newestVersion],
  find: (view) => view.blocksOf('document').filter(({ role, parent }) => role === 'assistant' && !parent),
  path: blockPath,
  at: blockAt,
  message: () => `An assistant message cannot hold a \`document\` since API version ${newestVersion}.`,
  wording: 'ours',
});

const citationsFromUser = defineRule<Block>({
  cause,
  row: 'user-text-citations',
  phase: 'schema',
  versions: [newestVersion],
  find: (view) =>
    view
      .blocksOf('text')
      .filter(({ role, value }) => role === 'user' && isArray(value.citations) && value.citations.length > 0),
  path: (block) => `${taggedPath(block)}.citations`,
  at: (block) => [...blockAt(block), 'citations'],
  message: () => `A text in a user message cannot carry \`citations\` since API version ${newestVersion}.`,
  wording: 'ours',
  fix: (block) => ({
    name: 'citations',
    safe: false,
    does: 'Remove the citations.',
    edits: [{ kind: 'remove', at: [...blockAt(block), 'citations'] }],
  }),
});

const searchResultFromAssistant = defineRule<Block>({
  cause,
  row: 'search-result-role',
  phase: 'shape',
  severity: 'warning',
  find: (view) => view.blocksOf('search_result').filter(({ role }) => role === 'assistant'),
  path: blockPath,
  at: blockAt,
  message: () => '`search_result` blocks can only be in `user` messages.',
  wording: 'ours',
});

const searchResultsMixed = defineRule<Block>({
  cause,
  row: 'tr-search-results',
  phase: 'cross-field',
  severity: 'warning',
  find: (view) =>
    (view.rolesOf('search_result').length === 0 ? [] : view.blocksOf('tool_result')).filter(
      ({ value: { content } }) => {
        if (!isArray(content)) return false;
        const found = content.filter((item) => isObject(item) && item.type === 'search_result').length;
        return found > 0 && found < content.length;
      },
    ),
  path: (block) => `${taggedPath(block)}.content`,
  at: (block) => [...blockAt(block), 'content'],
  message: () => 'A `tool_result` that holds `search_result` blocks may hold nothing else.',
  wording: 'ours',
});

const referenceUnknown = defineRule<Block & { readonly name: string }>({
  cause,
  row: 'tool-reference-unknown',
  phase: 'cross-field',
  find(view) {
    const references = view.blocksOf('tool_reference');
    // A toolset brings tools that the request does not list, and inline tools come with a message.
    if (references.length === 0 || view.definedTools.some(({ type }) => type.includes('toolset'))) return [];
    if (view.blocksOf('tool_addition').length > 0) return [];
    const known = new Set(view.tools.map(({ name }) => name));
    return references.flatMap((block) => {
      const name = textOf(block.value.tool_name);
      return name === undefined || known.has(name) ? [] : [{ ...block, name }];
    });
  },
  path: () => '',
  at: (block) => [...blockAt(block), 'tool_name'],
  message: ({ name }) => toolMessages.referenceUnknown(name),
  why: ({ name }) =>
    `A result names the tool \`${name}\`, which \`tools\` does not define; deferred tools must be listed too.`,
});

function hasCodeExecution({ definedTools }: RequestView): boolean {
  return definedTools.some(({ type }) => bringsContainer(type));
}

/** Rules about blocks that the rest of the request does not allow. */
export const contentBlockInvalidRules = [
  documentFromAssistant,
  citationsFromUser,
  searchResultFromAssistant,
  uploadWithoutTool,
  searchResultsMixed,
  referenceUnknown,
] as const;
