import type { DocPage } from '../core/cause.ts';

/** The day on which the pages below were last compared with what Faultline says. */
const checkedOn = '2026-11-22';

/** Official pages that causes refer to, each an export of its own: `import * as pages`. */

export const errors: DocPage = { url: 'https://platform.claude.com/docs/en/api/errors', title: 'Errors', checkedOn };
export const overview: DocPage = {
  url: 'https://platform.claude.com/docs/en/api/overview',
  title: 'API overview',
  checkedOn,
};
export const requestSize: DocPage = {
  url: 'https://platform.claude.com/docs/en/api/overview#request-size-limits',
  title: 'Request size limits',
  checkedOn,
};
export const messages: DocPage = {
  url: 'https://platform.claude.com/docs/en/api/messages',
  title: 'Messages',
  checkedOn,
};
export const versioning: DocPage = {
  url: 'https://platform.claude.com/docs/en/api/versioning',
  title: 'Versions',
  checkedOn,
};
export const migration: DocPage = {
  url: 'https://platform.claude.com/docs/en/api/migration-2026-10-21',
  title: 'Migrating to API version 2026-10-21',
  checkedOn,
};
export const betaHeaders: DocPage = {
  url: 'https://platform.claude.com/docs/en/api/beta-headers',
  title: 'Beta headers',
  checkedOn,
};
export const rateLimits: DocPage = {
  url: 'https://platform.claude.com/docs/en/api/rate-limits',
  title: 'Rate limits',
  checkedOn,
};
export const ipAddresses: DocPage = {
  url: 'https://platform.claude.com/docs/en/api/ip-addresses',
  title: 'IP addresses',
  checkedOn,
};
export const supportedRegions: DocPage = {
  url: 'https://platform.claude.com/docs/en/api/supported-regions',
  title: 'Supported countries and regions',
  checkedOn,
};
export const authentication: DocPage = {
  url: 'https://platform.claude.com/docs/en/manage-claude/authentication',
  title: 'Authentication',
  checkedOn,
};
export const workloadIdentity: DocPage = {
  url: 'https://platform.claude.com/docs/en/manage-claude/wif-reference',
  title: 'Workload identity federation reference',
  checkedOn,
};
export const workspaces: DocPage = {
  url: 'https://platform.claude.com/docs/en/manage-claude/workspaces',
  title: 'Workspaces',
  checkedOn,
};
export const customerManagedKeys: DocPage = {
  url: 'https://platform.claude.com/docs/en/manage-claude/cmek',
  title: 'Customer-managed encryption keys',
  checkedOn,
};
export const dataRetention: DocPage = {
  url: 'https://platform.claude.com/docs/en/manage-claude/api-and-data-retention',
  title: 'API and data retention',
  checkedOn,
};
export const linkedBilling: DocPage = {
  url: 'https://platform.claude.com/docs/en/manage-claude/oauth-apps/linked-billing/link-and-bill-a-customer',
  title: 'Link and bill a customer',
  checkedOn,
};
export const fastMode: DocPage = {
  url: 'https://platform.claude.com/docs/en/build-with-claude/fast-mode',
  title: 'Fast mode',
  checkedOn,
};
export const subscriptionUsage: DocPage = {
  url: 'https://support.claude.com/en/articles/11145838',
  title: 'Using Claude Code with your Pro or Max plan',
  checkedOn,
};
export const bedrockErrors: DocPage = {
  url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html',
  title: 'Troubleshooting Amazon Bedrock API error codes',
  checkedOn,
};
export const models: DocPage = {
  url: 'https://platform.claude.com/docs/en/about-claude/models/overview',
  title: 'Models overview',
  checkedOn,
};
export const modelIds: DocPage = {
  url: 'https://platform.claude.com/docs/en/about-claude/models/model-ids-and-versions',
  title: 'Model ids and versions',
  checkedOn,
};
export const modelDeprecations: DocPage = {
  url: 'https://platform.claude.com/docs/en/about-claude/model-deprecations',
  title: 'Model deprecations',
  checkedOn,
};
export const streaming: DocPage = {
  url: 'https://platform.claude.com/docs/en/build-with-claude/streaming',
  title: 'Streaming messages',
  checkedOn,
};
export const stopReasons: DocPage = {
  url: 'https://platform.claude.com/docs/en/build-with-claude/handling-stop-reasons',
  title: 'Handling stop reasons',
  checkedOn,
};
export const refusals: DocPage = {
  url: 'https://platform.claude.com/docs/en/build-with-claude/refusals-and-fallback',
  title: 'Refusals and fallback',
  checkedOn,
};
export const thinking: DocPage = {
  url: 'https://platform.claude.com/docs/en/build-with-claude/extended-thinking',
  title: 'Extended thinking',
  checkedOn,
};
export const thinkingTroubleshooting: DocPage = {
  url: 'https://platform.claude.com/docs/en/build-with-claude/thinking-troubleshooting',
  title: 'Thinking: troubleshooting',
  checkedOn,
};
export const effort: DocPage = {
  url: 'https://platform.claude.com/docs/en/build-with-claude/effort',
  title: 'Effort',
  checkedOn,
};
export const contextWindows: DocPage = {
  url: 'https://platform.claude.com/docs/en/build-with-claude/context-windows',
  title: 'Context windows',
  checkedOn,
};
export const compaction: DocPage = {
  url: 'https://platform.claude.com/docs/en/build-with-claude/compaction',
  title: 'Compaction',
  checkedOn,
};
export const promptCaching: DocPage = {
  url: 'https://platform.claude.com/docs/en/build-with-claude/prompt-caching',
  title: 'Prompt caching',
  checkedOn,
};
export const vision: DocPage = {
  url: 'https://platform.claude.com/docs/en/build-with-claude/vision',
  title: 'Vision',
  checkedOn,
};
export const pdf: DocPage = {
  url: 'https://platform.claude.com/docs/en/build-with-claude/pdf-support',
  title: 'PDF support',
  checkedOn,
};
export const files: DocPage = {
  url: 'https://platform.claude.com/docs/en/build-with-claude/files',
  title: 'Files API',
  checkedOn,
};
export const skills: DocPage = {
  url: 'https://platform.claude.com/docs/en/build-with-claude/skills-guide',
  title: 'Skills',
  checkedOn,
};
export const structuredOutputs: DocPage = {
  url: 'https://platform.claude.com/docs/en/build-with-claude/structured-outputs',
  title: 'Structured outputs',
  checkedOn,
};
export const batches: DocPage = {
  url: 'https://platform.claude.com/docs/en/build-with-claude/batch-processing',
  title: 'Batch processing',
  checkedOn,
};
export const toolUse: DocPage = {
  url: 'https://platform.claude.com/docs/en/agents-and-tools/tool-use/overview',
  title: 'Tool use',
  checkedOn,
};
export const implementToolUse: DocPage = {
  url: 'https://platform.claude.com/docs/en/agents-and-tools/tool-use/implement-tool-use',
  title: 'How to implement tool use',
  checkedOn,
};
export const toolReference: DocPage = {
  url: 'https://platform.claude.com/docs/en/agents-and-tools/tool-use/tool-reference',
  title: 'Tool reference',
  checkedOn,
};
export const mcpConnector: DocPage = {
  url: 'https://platform.claude.com/docs/en/agents-and-tools/mcp-connector',
  title: 'MCP connector',
  checkedOn,
};
export const bedrock: DocPage = {
  url: 'https://platform.claude.com/docs/en/build-with-claude/claude-in-amazon-bedrock',
  title: 'Claude in Amazon Bedrock',
  checkedOn,
};
export const bedrockLegacy: DocPage = {
  url: 'https://platform.claude.com/docs/en/build-with-claude/claude-on-amazon-bedrock-legacy',
  title: 'Claude on Amazon Bedrock (InvokeModel)',
  checkedOn,
};
export const sdks: DocPage = {
  url: 'https://platform.claude.com/docs/en/cli-sdks-libraries/sdks/overview',
  title: 'Client SDKs',
  checkedOn,
};
export const typescriptSdk: DocPage = {
  url: 'https://platform.claude.com/docs/en/cli-sdks-libraries/sdks/typescript',
  title: 'TypeScript SDK',
  checkedOn,
};
export const longRequests: DocPage = {
  url: 'https://platform.claude.com/docs/en/cli-sdks-libraries/sdks/typescript#long-requests',
  title: 'Long requests',
  checkedOn,
};
export const claudeCodeErrors: DocPage = {
  url: 'https://code.claude.com/docs/en/errors',
  title: 'Claude Code: errors',
  checkedOn,
};
export const claudeCodeAuthentication: DocPage = {
  url: 'https://code.claude.com/docs/en/authentication',
  title: 'Claude Code: authentication',
  checkedOn,
};
export const claudeCodeNetwork: DocPage = {
  url: 'https://code.claude.com/docs/en/network-config',
  title: 'Claude Code: network configuration',
  checkedOn,
};
export const llmGateway: DocPage = {
  url: 'https://code.claude.com/docs/en/llm-gateway',
  title: 'Claude Code: LLM gateways',
  checkedOn,
};
export const usagePolicy: DocPage = { url: 'https://www.anthropic.com/legal/aup', title: 'Usage policy', checkedOn };
export const status: DocPage = { url: 'https://status.claude.com', title: 'Claude status', checkedOn };
