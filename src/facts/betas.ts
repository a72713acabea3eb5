/** What is known of one value of the `anthropic-beta` header. */
export type BetaStanding =
  /** In the type of the official SDK. */
  | 'current'
  /** In that type and marked deprecated; still accepted. */
  | 'deprecated'
  /** General now: the header does nothing and was accepted long after. */
  | 'general'
  /** Not in the type; seen in accepted requests, in public code, or sent by official clients. */
  | 'seen';

/**
 * Values of `anthropic-beta`. The list of the SDK is of 2026-11-24; when values outside it were accepted is known
 * from recorded requests. No list is complete: a value that is missing here is a reason to warn, never a proof.
 */
const standings: Readonly<Record<BetaStanding, string>> = {
  current: `computer-use-2024-10-22 computer-use-2025-01-24 computer-use-2025-11-24 output-128k-2025-02-19
    output-300k-2026-03-24 mcp-client-2025-04-04 mcp-client-2025-11-20 mcp-client-2026-09-15
    dev-full-thinking-2025-05-14 interleaved-thinking-2025-05-14 code-execution-2025-05-22 context-1m-2025-08-07
    context-management-2025-06-27 model-context-window-exceeded-2025-08-26 fast-mode-2026-02-01
    user-profiles-2026-03-24 user-profiles-2026-08-18 user-profiles-2026-09-04 user-profiles-billing-2026-10-01
    advisor-tool-2026-03-01 managed-agents-2026-04-01 dreaming-2026-04-21 thinking-token-count-2026-05-13
    server-side-fallback-2026-06-01 server-side-fallback-2026-07-01 fallback-credit-2026-06-01
    fallback-credit-2026-07-01 agent-memory-2026-07-22 mid-conversation-tool-changes-2026-07-01 compact-2026-01-12
    compact-2026-09-04 mcp-tunnels-2026-06-22 task-budgets-2026-03-13 thinking-display-updates-2026-08-18
    mid-conversation-output-config-2026-07-01 thinking-binding-controls-2026-08-01
    mid-conversation-system-clear-at-2026-08-21 inline-tools-2026-09-15 ce-plugins-2026-09-01
    spend-limit-reads-2026-09-26 telemetry-destinations-2026-08-11 webhooks-2026-10-07 admin-user-sign-out-2026-10-08
    message-threads-2026-08-12 analytics-usage-cost-2026-08-24 experimental-claude-tag-2026-10-21
    ce-claude-code-managed-settings-2026-10-06 efs-2026-10-01 google-managed-data-controls-2026-09-01
    files-api-2025-04-14 skills-2025-10-02`,
  deprecated: `message-batches-2024-09-24 prompt-caching-2024-07-31 pdfs-2024-09-25 token-counting-2024-11-01
    token-efficient-tools-2025-02-19 extended-cache-ttl-2025-04-11 cache-diagnosis-2026-04-07
    ce-user-management-2026-07-13`,
  general: `effort-2025-11-24 fine-grained-tool-streaming-2025-05-14 structured-outputs-2025-11-13
    structured-outputs-2025-12-15 tools-2024-04-04 tools-2024-05-16 max-tokens-3-5-sonnet-2024-07-15
    web-fetch-2025-09-10 web-search-2025-03-05 search-results-2025-06-09 advanced-tool-use-2025-11-20
    code-execution-2025-08-25`,
  seen: `oauth-2025-04-20 oidc-federation-2026-04-01 claude-code-20250219 tool-search-tool-2025-10-19
    tool-examples-2025-10-29`,
};

let known: ReadonlyMap<string, BetaStanding> | undefined;

/** What is known of a beta value; `undefined` for a value that is in no list. */
export function betaStanding(value: string): BetaStanding | undefined {
  known ??= new Map([
    ...list('current').map((name) => [name, 'current'] as const),
    ...list('deprecated').map((name) => [name, 'deprecated'] as const),
    ...list('general').map((name) => [name, 'general'] as const),
    ...list('seen').map((name) => [name, 'seen'] as const),
  ]);
  return known.get(value);
}

/** Every beta value that is known. */
export function knownBetas(): readonly string[] {
  return (['current', 'deprecated', 'general', 'seen'] as const).flatMap(list);
}

/** Takes the date off a beta value: `mcp-client-2025-11-20` is of the family `mcp-client`. */
export function betaFamily(value: string): string {
  return value.replace(/-?\d{4}-?\d{2}-?\d{2}$/, '');
}

function list(standing: BetaStanding): readonly string[] {
  return standings[standing].split(/\s+/);
}

/** Two values of which the second replaces the first; both together are refused (documented for memory stores). */
export const conflictingBetas: readonly (readonly [string, string])[] = [
  ['managed-agents-2026-04-01', 'agent-memory-2026-07-22'],
];
