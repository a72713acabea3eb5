import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { fieldPath, named } from '../fields.ts';
import { recognized } from '../recognition.ts';

interface Identifier {
  readonly path: string | undefined;
}

/** The id of a tool call is absent or not of the form that the API accepts. */
export const toolUseIdInvalid = defineCause<Identifier>({
  id: 'tool-use-id-invalid',
  refines: 'field-invalid',
  title: 'The id of a tool call is not in the accepted form',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: 'tool_use.id: string should' },
    { says: 'tool_use_id: string should' },
    { says: 'tool_use.id: input should' },
    { says: 'tool_use_id: input should' },
    { says: 'tool_use.id: field required' },
    { says: 'tool_use_id: field required' },
    { says: ['tool_use.id:', 'does not match'] },
    { says: 'string should match pattern ^srvtoolu_' },
    { says: ['tooluseid', 'failed to satisfy constraint'] },
    { says: ['/tool_use_id:', 'does not match'] },
    { says: ['required key [tool_use_id]'] },
    { says: ['invalid tool_use id'], certainty: 'likely', shared: true },
    { says: ['tool_use_id', 'is required'], certainty: 'likely', shared: true },
    { says: ['invalid tool_call_id', 'anthropic'], certainty: 'likely', shared: true },
  ],
  recognize: (evidence, hit) => recognized(hit, { path: fieldPath(evidence) }),
  explain: (identifier) =>
    `The id at ${named(identifier?.path, '`tool_use.id` or `tool_result.tool_use_id`')} is absent, or holds a character other than letters, digits, \`_\` and \`-\`. It happens when a conversation that another provider's model began, with ids such as \`call:1\` or \`functions.search:0\`, goes on with Claude, or when a store cuts ids.`,
  remedies: () => [
    {
      action: 'Rewrite foreign ids before sending, in the call and its result alike.',
      run: "id.replace(/[^a-zA-Z0-9_-]/g, '_')",
    },
    {
      action:
        "Otherwise send Claude's own ids (`toolu_...`, `srvtoolu_...`) back unchanged, and give every `tool_result` its `tool_use_id`.",
    },
    { action: 'Find every such id in a saved request.', run: 'faultline check request.json' },
  ],
  docs: pages.implementToolUse,
});
