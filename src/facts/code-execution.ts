/**
 * Whether a tool type brings a container in which code runs: the code execution tools, and the web tools since
 * 2026-02-09, which filter what they find with code of their own (release notes of 2026-02-17).
 */
export function bringsContainer(toolType: string): boolean {
  if (toolType.startsWith('code_execution_')) return true;
  return /^web_(?:search|fetch)_\d{8}$/.test(toolType) && toolType.slice(-8) >= '20260209';
}
