import type { DocPage } from '../core/cause.ts';

/** The day on which the pages below were last compared with what Faultline says. */
const checkedOn = '2026-11-22';
const platform = 'https://platform.claude.com/docs/en';

function page(url: string, title: string): DocPage {
  return { url: url.startsWith('/') ? platform + url : url, title, checkedOn };
}

/** Official pages that causes refer to. */
export const pages = {
  errors: page('/api/errors', 'Errors'),
  overview: page('/api/overview', 'API overview'),
  requestSize: page('/api/overview#request-size-limits', 'Request size limits'),
  messages: page('/api/messages', 'Messages'),
  versioning: page('/api/versioning', 'Versions'),
  migration: page('/api/migration-2026-10-21', 'Migrating to API version 2026-10-21'),
  betaHeaders: page('/api/beta-headers', 'Beta headers'),
  rateLimits: page('/api/rate-limits', 'Rate limits'),
  ipAddresses: page('/api/ip-addresses', 'IP addresses'),
  supportedRegions: page('/api/supported-regions', 'Supported countries and regions'),
  authentication: page('/manage-claude/authentication', 'Authentication'),
  workloadIdentity: page('/manage-claude/wif-reference', 'Workload identity federation reference'),
  workspaces: page('/manage-claude/workspaces', 'Workspaces'),
  customerManagedKeys: page('/manage-claude/cmek', 'Customer-managed encryption keys'),
  dataRetention: page('/manage-claude/api-and-data-retention', 'API and data retention'),
  linkedBilling: page('/manage-claude/oauth-apps/linked-billing/link-and-bill-a-customer', 'Link and bill a customer'),
  fastMode: page('/build-with-claude/fast-mode', 'Fast mode'),
  subscriptionUsage: page(
    'https://support.claude.com/en/articles/11145838',
    'Using Claude Code with your Pro or Max plan',
  ),
  bedrockErrors: page(
    'https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html',
    'Troubleshooting Amazon Bedrock API error codes',
  ),
  models: page('/about-claude/models/overview', 'Models overview'),
  modelIds: page('/about-claude/models/model-ids-and-versions', 'Model ids and versions'),
  modelDeprecations: page('/about-claude/model-deprecations', 'Model deprecations'),
  streaming: page('/build-with-claude/streaming', 'Streaming messages'),
  stopReasons: page('/build-with-claude/handling-stop-reasons', 'Handling stop reasons'),
  refusals: page('/build-with-claude/refusals-and-fallback', 'Refusals and fallback'),
  thinking: page('/build-with-claude/extended-thinking', 'Extended thinking'),
  thinkingTroubleshooting: page('/build-with-claude/thinking-troubleshooting', 'Thinking: troubleshooting'),
  effort: page('/build-with-claude/effort', 'Effort'),
  contextWindows: page('/build-with-claude/context-windows', 'Context windows'),
  compaction: page('/build-with-claude/compaction', 'Compaction'),
  tokenCounting: page('/build-with-claude/token-counting', 'Token counting'),
  promptCaching: page('/build-with-claude/prompt-caching', 'Prompt caching'),
  vision: page('/build-with-claude/vision', 'Vision'),
  pdf: page('/build-with-claude/pdf-support', 'PDF support'),
  files: page('/build-with-claude/files', 'Files API'),
  skills: page('/build-with-claude/skills-guide', 'Skills'),
  citations: page('/build-with-claude/citations', 'Citations'),
  structuredOutputs: page('/build-with-claude/structured-outputs', 'Structured outputs'),
  batches: page('/build-with-claude/batch-processing', 'Batch processing'),
  midConversationSystem: page(
    '/build-with-claude/mid-conversation-system-messages',
    'Mid-conversation system messages',
  ),
  contextEditing: page('/build-with-claude/context-editing', 'Context editing'),
  toolUse: page('/agents-and-tools/tool-use/overview', 'Tool use'),
  implementToolUse: page('/agents-and-tools/tool-use/implement-tool-use', 'How to implement tool use'),
  toolReference: page('/agents-and-tools/tool-use/tool-reference', 'Tool reference'),
  mcpConnector: page('/agents-and-tools/mcp-connector', 'MCP connector'),
  bedrock: page('/build-with-claude/claude-in-amazon-bedrock', 'Claude in Amazon Bedrock'),
  bedrockLegacy: page('/build-with-claude/claude-on-amazon-bedrock-legacy', 'Claude on Amazon Bedrock (InvokeModel)'),
  vertex: page('/build-with-claude/claude-on-vertex-ai', 'Claude on Vertex AI'),
  foundry: page('/build-with-claude/claude-in-microsoft-foundry', 'Claude in Microsoft Foundry'),
  platformOnAws: page('/build-with-claude/claude-platform-on-aws', 'Claude Platform on AWS'),
  sdks: page('/cli-sdks-libraries/sdks/overview', 'Client SDKs'),
  typescriptSdk: page('/cli-sdks-libraries/sdks/typescript', 'TypeScript SDK'),
  longRequests: page('/cli-sdks-libraries/sdks/typescript#long-requests', 'Long requests'),
  pythonSdk: page('/cli-sdks-libraries/sdks/python', 'Python SDK'),
  claudeCodeErrors: page('https://code.claude.com/docs/en/errors', 'Claude Code: errors'),
  claudeCodeAuthentication: page('https://code.claude.com/docs/en/authentication', 'Claude Code: authentication'),
  claudeCodeNetwork: page('https://code.claude.com/docs/en/network-config', 'Claude Code: network configuration'),
  claudeCodeEnvironment: page('https://code.claude.com/docs/en/env-vars', 'Claude Code: environment variables'),
  llmGateway: page('https://code.claude.com/docs/en/llm-gateway', 'Claude Code: LLM gateways'),
  usagePolicy: page('https://www.anthropic.com/legal/aup', 'Usage policy'),
  status: page('https://status.claude.com', 'Claude status'),
} as const;
