import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** More tools, or larger ones, are offered than a request may offer. */
export const toolsTooMany = defineCause({
  id: 'tools-too-many',
  refines: 'field-invalid',
  title: 'The request offers too many tools',
  locus: 'request',
  retry: 'no',
  signs: [
    { code: 'available_tools_limit_exceeded' },
    { says: 'available_tools_limit_exceeded' },
    { says: 'tools: list should have at most' },
    { says: ['at toolconfig.tools failed to satisfy constraint', 'length less than or equal to'] },
    { says: 'too many tools', unless: 'strict', certainty: 'likely', shared: true, type: 'invalid_request_error' },
  ],
  explain: () =>
    'The tools that are available at some point of the conversation exceed the number or the total size that the API allows. Tools that were added in the middle of the conversation count together with those in `tools`, deferred ones and those of MCP servers included.',
  remedies: () => [
    {
      action:
        'Offer fewer tools: leave out, or remove with a `tool_removal` block, what the task at hand does not need.',
    },
    { action: 'Shorten long descriptions and schemas, which count towards the size.' },
    { action: 'Disable MCP servers that are not used, or allow only some of their tools in the `mcp_toolset`.' },
  ],
  docs: pages.toolReference,
});
