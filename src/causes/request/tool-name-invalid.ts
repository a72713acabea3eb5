import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { fieldPath, named } from '../fields.ts';
import { recognized } from '../recognition.ts';

interface Name {
  readonly path: string | undefined;
}

const nameSentence = String.raw`:\s+(?:String should|Input should|ensure this|string does not match)`;

/** The name of a tool has characters or a length that the API does not accept. */
export const toolNameInvalid = defineCause<Name>({
  id: 'tool-name-invalid',
  refines: 'field-invalid',
  title: "A tool's name is not accepted",
  locus: 'request',
  retry: 'no',
  signs: [
    {
      says: ['tools.', '.name:'],
      pattern: new RegExp(String.raw`\btools\.\d+(?:\.[\w-]{1,60})?\.name${nameSentence}`),
    },
    { says: 'tool_use.name:', pattern: new RegExp(String.raw`\btool_use\.name${nameSentence}`) },
    { says: 'tool_reference.tool_name:', pattern: new RegExp(String.raw`\btool_reference\.tool_name${nameSentence}`) },
    { says: ['tools.', '.name: string should'] },
    { says: ['.tool_name: string should'] },
    { says: 'string should match pattern ^[a-za-z0-9_-]{1,128}$' },
    { says: 'string should match pattern ^[a-za-z0-9_-]{1,64}$', unless: 'custom_id' },
    { says: ['toolspec.name', 'failed to satisfy constraint'] },
    { says: ['tooluse.name', 'failed to satisfy constraint'] },
    { says: ['malformed input request', '/name:', 'does not match pattern'] },
    { says: ['.name: input should be str_replace'] },
    { type: 'invalid_request_error', says: ['invalid tool name'], certainty: 'likely', shared: true },
    { says: ['tool name', 'must match'], certainty: 'likely', shared: true },
    { says: ['tool name', 'exceeds', '64'], certainty: 'likely', shared: true },
  ],
  retold: [
    'tool name contains invalid',
    'invalid characters in the tool name',
    'tool name is too long',
    'tool names are too long',
  ],
  recognize: (evidence, hit) => {
    if (hit.sign.shared && evidence.subject !== 'claude') return undefined;
    return recognized(hit, { path: fieldPath(evidence) });
  },
  explain: (name) => {
    const index = name?.path === undefined ? undefined : /^tools\.(\d+)/.exec(name.path)?.[1];
    const which = index === undefined ? 'a tool' : `tool ${index} (counted from 0)`;
    return `The API refuses the name of ${which}, at ${named(name?.path, '`tools.N.custom.name`')}. A name may hold letters, digits, \`_\` and \`-\` only, no dots, slashes, colons or spaces, and not be empty or too long: 64 characters are safe everywhere, the API itself takes up to 128. Tools that Anthropic defines have one fixed name each.`;
  },
  remedies: () => [
    {
      action: 'Rename the tool, or map its name before sending and back when the model calls it.',
      run: "name.replace(/[^a-zA-Z0-9_-]/g, '_').slice(0, 64)",
    },
    {
      action: 'The number counts the tools as they are sent; print their names with their numbers.',
      run: "jq -r '.tools[] | .name' request.json | cat -n",
    },
    {
      action:
        'If the tools come from MCP servers, shorten the server name that is put before each of them (`mcp__server__tool`).',
    },
  ],
  docs: pages.implementToolUse,
});
