import { isIdentifier } from '../../check/identifier.ts';
import { defineRule } from '../../core/rule.ts';
import type { Tool } from '../../core/view.ts';
import { toolMessages, toolPathOn } from '../../facts/messages/tools.ts';

const cause = 'tool-name-invalid';
/** The documentation says 64; names up to 128 were accepted when measured on 2026-09-04. */
const documentedLength = 64;
const longest = 128;

const nameInvalid = defineRule<Tool & { readonly name: string }>({
  cause,
  row: 'tool-name',
  phase: 'schema',
  find: ({ tools }) => tools.filter(isNamed).filter(({ type, name }) => type === 'custom' && !isToolName(name)),
  path: (tool, { asOf }) => `${toolPathOn(asOf, tool)}.name`,
  at: ({ index }) => ['tools', index, 'name'],
  message: ({ name }) => (name === '' ? toolMessages.nameEmpty : toolMessages.namePattern),
  why: ({ name }) =>
    name.length > longest
      ? `A tool name may have at most 128 characters; this one has ${name.length}.`
      : `A tool name may hold letters, digits, underscores and hyphens only; this one is ${JSON.stringify(name)}.`,
});

const nameTwice = defineRule<{ readonly tool: Tool; readonly name: string; readonly first: Tool }>({
  cause,
  row: 'tool-name-duplicate',
  phase: 'cross-field',
  find({ tools }) {
    const seen = new Map<string, Tool>();
    return tools.filter(isNamed).flatMap((tool) => {
      const first = seen.get(tool.name);
      if (first) return [{ tool, name: tool.name, first }];
      seen.set(tool.name, tool);
      return [];
    });
  },
  path: () => 'tools',
  at: ({ tool }) => ['tools', tool.index, 'name'],
  message: () => toolMessages.namesNotUnique,
  why: ({ tool, name, first }) =>
    `\`tools.${first.index}\` and \`tools.${tool.index}\` are both named \`${name}\`${
      tool.type === first.type ? '' : `; the names of Anthropic's own tools count too`
    }.`,
  fix: ({ tool, first }) =>
    JSON.stringify(tool.value) === JSON.stringify(first.value)
      ? {
          name: 'tools',
          safe: true,
          does: `Remove \`tools.${tool.index}\`, which repeats \`tools.${first.index}\`.`,
          edits: [{ kind: 'remove', at: ['tools', tool.index] }],
        }
      : undefined,
});

const nameLong = defineRule<Tool & { readonly name: string }>({
  cause,
  row: 'tool-name-long',
  phase: 'advice',
  severity: 'warning',
  find: ({ tools }) =>
    tools.filter(isNamed).filter(({ name }) => name.length > documentedLength && name.length <= longest),
  path: (tool, { asOf }) => `${toolPathOn(asOf, tool)}.name`,
  at: ({ index }) => ['tools', index, 'name'],
  message: ({ name }) => `The name has ${name.length} characters; the documentation allows ${documentedLength}.`,
  wording: 'ours',
  why: () => 'The Claude API takes up to 128 characters, but other platforms, gateways and later versions may not.',
});

function isToolName(name: string): boolean {
  return name.length <= longest && isIdentifier(name);
}

function isNamed(tool: Tool): tool is Tool & { readonly name: string } {
  return tool.name !== undefined;
}

/** Rules about the names of tools. */
export const toolNameInvalidRules = [nameInvalid, nameTwice, nameLong] as const;
