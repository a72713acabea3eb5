import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { recognized } from '../recognition.ts';

interface Reference {
  readonly name: string | undefined;
}

const name = /Tool reference ["'`]([\w.-]{1,200})["'`]/i;

/** A tool change, a tool reference or an MCP listing names a tool that is not defined at that point. */
export const toolReferenceUnresolved = defineCause<Reference>({
  id: 'tool-reference-unresolved',
  refines: 'tools-undefined',
  title: 'A reference names a tool that is not defined there',
  locus: 'request',
  retry: 'no',
  signs: [
    { code: 'tool_reference_unresolved' },
    { says: 'tool_reference_unresolved' },
    { says: ['tool reference', 'not found in available tools'] },
    { says: ['tool_reference', 'not found in available tools'] },
  ],
  recognize: ({ reading }, hit) => recognized(hit, { name: name.exec(reading?.flat ?? '')?.[1] }),
  explain: (reference) =>
    `${reference?.name === undefined ? 'A `tool_reference`, a `tool_addition` or `tool_removal` block, or an MCP tool listing' : `A reference to the tool \`${reference.name}\``} in the conversation points at a tool or MCP server that is not defined at that position. References are resolved against \`tools\`, \`mcp_servers\` and the tool changes before them.`,
  remedies: (reference) => [
    {
      action: `Keep ${reference?.name === undefined ? 'the tool' : `\`${reference.name}\``} in \`tools\` (with \`defer_loading: true\` if it should not be loaded at once) for as long as the history refers to it.`,
    },
    { action: 'If the tool is gone for good, remove the blocks that refer to it from the history.' },
    { action: 'Check spelling and server name: an MCP tool is known under the name of its server.' },
  ],
  docs: pages.toolReference,
});
