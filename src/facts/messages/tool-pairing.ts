/** The old sentence was last seen on 2025-03-13, the present one first on 2025-06-04. */
const rewordedOn = '2025-04-15';

/** Whether the sentence about missing results was still the old one, which names the user message and a count. */
export function countsMissingResults(asOf: string | undefined): boolean {
  return asOf !== undefined && asOf < rewordedOn;
}

/** The API's sentences about tool calls and their results. */
export const pairingMessages = {
  resultsMissing: (ids: readonly string[]) =>
    `\`tool_use\` ids were found without \`tool_result\` blocks immediately after: ${ids.join(', ')}. Each \`tool_use\` block must have a corresponding \`tool_result\` block in the next message.`,
  resultsMissingCounted: (count: number) =>
    `Did not find ${count} \`tool_result\` block(s) at the beginning of this message. Messages following \`tool_use\` blocks must begin with a matching number of \`tool_result\` blocks.`,
  resultOrphan: (id: string) =>
    `unexpected \`tool_use_id\` found in \`tool_result\` blocks: ${id}. Each \`tool_result\` block must have a corresponding \`tool_use\` block in the previous message.`,
  resultTwice: (id: string) =>
    `each tool_use must have a single result. Found multiple \`tool_result\` blocks with id: ${id}`,
  useTwice: '`tool_use` ids must be unique',
  serverResultMissing: (name: string, id: string, resultType: string) =>
    `\`${name}\` tool use with id \`${id}\` was found without a corresponding \`${resultType}\` block`,
  serverToolAbsent: (name: string, id: string, resultType: string) =>
    `\`${name}\` tool use with id \`${id}\` was found without a corresponding \`${resultType}\` block, but no \`${name}\` tool was provided`,
  serverResultOrphan: (type: string, id: string) =>
    `unexpected \`tool_use_id\` found in \`${type}\` blocks: ${id}. Each \`${type}\` block must have a corresponding \`server_tool_use\` block before it.`,
} as const;

/** The block in which each server tool answers (SDK types, 2026-11-20). */
const serverResults: Readonly<Record<string, string>> = {
  web_search: 'web_search_tool_result',
  web_fetch: 'web_fetch_tool_result',
  code_execution: 'code_execution_tool_result',
  bash_code_execution: 'bash_code_execution_tool_result',
  text_editor_code_execution: 'text_editor_code_execution_tool_result',
  tool_search_tool_regex: 'tool_search_tool_result',
  tool_search_tool_bm25: 'tool_search_tool_result',
  advisor: 'advisor_tool_result',
};

/** The type of the block that answers a server tool; undefined for a name that is not known. */
export function serverResultType(name: string): string | undefined {
  return serverResults[name];
}

/** Every type of block in which a server tool answers. */
export const serverResultTypes: readonly string[] = [...new Set(Object.values(serverResults))];

/** The start of the tool types that provide a server tool: `code_execution` provides the shell and the editor too. */
export function providerOf(name: string): string {
  return name.endsWith('code_execution') ? 'code_execution' : name;
}
