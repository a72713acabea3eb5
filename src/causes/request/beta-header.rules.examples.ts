import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest } from '../example-request.ts';

const cause = 'beta-header';
const body = exampleRequest();
const sending = (value: string) => ({
  body,
  headers: { 'anthropic-version': '2023-06-01', 'anthropic-beta': value },
  headersKnown: true,
});
const unexpected = (value: string) =>
  `Unexpected value(s) \`${value}\` for the \`anthropic-beta\` header. Please consult our documentation at platform.claude.com/docs or try again without the header.`;

/** Requests whose beta values are questionable, each with its nearest accepted neighbor. */
export const betaHeaderRuleExamples: readonly RuleExample[] = [
  {
    row: 'beta-header-unknown',
    breaks: sending('prompt-cashing-2024-07-31'),
    expected: { cause, severity: 'warning', path: '', message: unexpected('prompt-cashing-2024-07-31') },
    spares: sending('prompt-caching-2024-07-31'),
  },
  {
    row: 'beta-header-empty',
    breaks: sending(''),
    expected: { cause, path: '', message: unexpected('') },
    spares: sending('context-management-2025-06-27'),
  },
  {
    row: 'beta-conflict-memory',
    breaks: sending('agent-memory-2026-07-22,managed-agents-2026-04-01'),
    expected: {
      cause,
      severity: 'warning',
      path: '',
      message:
        'The beta values `managed-agents-2026-04-01` and `agent-memory-2026-07-22` cannot be sent together; `agent-memory-2026-07-22` replaces the other.',
    },
    spares: sending('agent-memory-2026-07-22'),
  },
  {
    row: 'beta-header-needless',
    breaks: sending('effort-2025-11-24'),
    expected: {
      cause,
      severity: 'warning',
      path: '',
      message: 'The beta value `effort-2025-11-24` is no longer needed: the feature is general.',
    },
    spares: { ...sending('effort-2025-11-24'), asOf: '2025-12-01' },
  },
  {
    row: 'beta-header-platform',
    breaks: { ...onBedrock({}), headers: { 'anthropic-beta': 'context-management-2025-06-27' } },
    expected: {
      cause,
      severity: 'warning',
      path: 'anthropic_beta',
      message:
        'Amazon Bedrock (InvokeModel) takes beta values in the body, as the array `anthropic_beta`, not as a header.',
    },
    spares: onBedrock({ anthropic_beta: ['context-management-2025-06-27'] }),
  },
  {
    row: 'fallbacks-platform',
    breaks: {
      body: exampleRequest({ fallbacks: 'default' }),
      platform: 'foundry',
      headers: { 'anthropic-beta': 'server-side-fallback-2026-07-01' },
    },
    expected: {
      cause,
      severity: 'warning',
      path: 'fallbacks',
      message: 'Server-side fallbacks are not available on Microsoft Foundry.',
    },
    spares: {
      body: exampleRequest({ fallbacks: 'default' }),
      headers: { 'anthropic-beta': 'server-side-fallback-2026-07-01' },
    },
  },
];

function onBedrock(members: Readonly<Record<string, unknown>>) {
  return {
    body: {
      anthropic_version: 'bedrock-2023-05-31',
      max_tokens: 100,
      messages: [{ role: 'user', content: 'Name a river.' }],
      ...members,
    },
    platform: 'bedrock',
    endpoint: '/model/us.anthropic.claude-haiku-4-5-20251001-v1:0/invoke',
  } as const;
}
