import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** The conversation holds tool blocks and the request defines no tools. */
export const toolsUndefined = defineCause({
  id: 'tools-undefined',
  title: 'The conversation uses tools that the request does not define',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: ['tool_use or tool_result blocks must define tools'] },
    { says: 'requests which include tool_use' },
    { says: ['blocks must define tools'] },
    { says: 'toolconfig field must be defined when using tooluse' },
    { says: 'the toolconfig field must be defined' },
    { says: ["doesn't support tool calling without tools"] },
    { says: ['expects the tools= param to be passed in'], certainty: 'likely', shared: true },
    { says: ['pass tools= param or set', 'modify_params'], certainty: 'likely', shared: true },
  ],
  explain: (_, { platform }) =>
    `The messages hold \`tool_use\` or \`tool_result\` blocks, and the request has no \`tools\`. The Messages API itself has not asked for them since February 2025; ${platform === 'bedrock' ? "Bedrock's Converse API, which was used here, still does (`toolConfig`)" : "Bedrock's Converse API and some gateways still do"}.`,
  remedies: () => [
    {
      action:
        'Send the same tool definitions on every call of a conversation that holds tool blocks, also for a summary or a title.',
    },
    {
      action:
        'If tools are not wanted on this call, send them with `tool_choice` `none`, or turn the tool blocks into plain text.',
    },
    { action: 'With LiteLLM, let it add a placeholder tool.', run: 'litellm.modify_params = True' },
  ],
  docs: pages.implementToolUse,
});
