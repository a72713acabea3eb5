import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { fieldPath } from '../fields.ts';

interface BetaField {
  readonly path: string;
  readonly beta: string | undefined;
}

/** Members of a request that exist only with a beta header, with the value that opens them. */
const opened: readonly (readonly [field: RegExp, beta: string | undefined])[] = [
  [/^context_management\b/, 'context-management-2025-06-27'],
  [/^mcp_servers\b/, 'mcp-client-2025-11-20'],
  [/^container\.skills\b/, 'skills-2025-10-02'],
  [/^output_format\b/, 'structured-outputs-2025-11-13'],
  [/^output_config\.task_budget\b/, 'task-budgets-2026-03-13'],
  [/^output_config\b/, undefined],
  [/^fallbacks\b/, 'server-side-fallback-2026-07-01'],
  [/^fallback_credit_token\b/, 'fallback-credit-2026-07-01'],
  [/^thread\b/, 'message-threads-2026-08-12'],
  [/^compaction\b/, 'compact-2026-09-04'],
  [/^billing_policy\b/, 'user-profiles-billing-2026-10-01'],
  [/^speed\b/, 'fast-mode-2026-02-01'],
  [/^thinking\.\w+\.block_binding\b/, 'thinking-binding-controls-2026-08-01'],
  [/^messages\.\d+\.output_config\b/, 'mid-conversation-output-config-2026-07-01'],
  [/^messages\.\d+\.clear_at\b/, 'mid-conversation-system-clear-at-2026-08-21'],
  [/^tools\.\d+\.[\w-]+\.(?:defer_loading|input_examples|allowed_callers)$/, 'advanced-tool-use-2025-11-20'],
  [/^tools\.\d+\.[\w-]+\.strict$/, 'structured-outputs-2025-11-13'],
  [/^tools\.\d+\.[\w-]+\.eager_input_streaming$/, 'fine-grained-tool-streaming-2025-05-14'],
  [/\.cache_control\.ephemeral\.scope$/, 'prompt-caching-scope-2026-01-05'],
  [/\.cache_control\.ephemeral\.ttl$/, 'extended-cache-ttl-2025-04-11'],
];

/** A field that exists only with a beta header was sent to an endpoint that did not see, or does not know, the beta. */
export const betaFieldUnknown = defineCause<BetaField>({
  id: 'beta-field-unknown',
  refines: 'field-unknown',
  title: 'A field needs a beta that the API did not see',
  locus: 'request',
  retry: 'no',
  signs: [{ says: 'extra inputs are not permitted' }, { says: ['extraneous key [', '] is not permitted'] }],
  recognize: (evidence, { quote }) => {
    const path = fieldPath(evidence);
    const found = path === undefined ? undefined : opened.find(([field]) => field.test(path));
    if (path === undefined || found === undefined) return undefined;
    return { certainty: 'proven', because: [quote], details: { path, beta: found[1] } };
  },
  explain: (field) => {
    const name = field === undefined ? 'a field that is in beta' : `\`${field.path}\``;
    const beta =
      field?.beta === undefined
        ? 'the right value of the `anthropic-beta` header'
        : `\`${field.beta}\` in the \`anthropic-beta\` header`;
    return `The request holds ${name}. The API knows it only together with ${beta}, or on newer models and platforms only, and this call reached it without. It is most often a gateway or cloud that passes the body on and drops the header, or a client that talks to an endpoint older than itself.`;
  },
  remedies: (field) => [
    {
      action:
        'If you want the feature, send its beta with the request, and see to it that gateways pass `anthropic-beta` on.',
      run: `anthropic-beta: ${field?.beta ?? 'context-management-2025-06-27'}`,
    },
    { action: `If you do not, remove ${field === undefined ? 'the field' : `\`${field.path}\``}.` },
    {
      action: 'If Claude Code sends it through a gateway or cloud, switch its experimental betas off.',
      run: 'export CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS=1',
    },
    { action: 'If the cloud does not offer the feature, use the API directly, or go without it.' },
  ],
  docs: pages.betaHeaders,
  settledBy: [
    {
      from: 'gateway-translation',
      test: 'Send the same body and header straight to the API; if it passes, the gateway drops the header.',
    },
  ],
});
