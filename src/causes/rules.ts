import type { Rule } from '../core/rule.ts';
import { streamingRequiredRules } from './client/streaming-required.rules.ts';
import { batchInvalidRules } from './request/batch-invalid.rules.ts';
import { betaHeaderRules } from './request/beta-header.rules.ts';
import { cacheControlInvalidRules } from './request/cache-control-invalid.rules.ts';
import { contentBlockInvalidRules } from './request/content-block-invalid.rules.ts';
import { contentBlockRoleRules } from './request/content-block-role.rules.ts';
import { contentEmptyRules } from './request/content-empty.rules.ts';
import { contentTrailingWhitespaceRules } from './request/content-trailing-whitespace.rules.ts';
import { contextManagementRules } from './request/context-management.rules.ts';
import { contextTooLongRules } from './request/context-too-long.rules.ts';
import { documentInvalidRules } from './request/document-invalid.rules.ts';
import { fieldInvalidRules } from './request/field-invalid.rules.ts';
import { imageInvalidRules } from './request/image-invalid.rules.ts';
import { imageTooLargeRules } from './request/image-too-large.rules.ts';
import { jsonLoneSurrogateRules } from './request/json-lone-surrogate.rules.ts';
import { maxTokensTooLargeRules } from './request/max-tokens-too-large.rules.ts';
import { mcpConfigInvalidRules } from './request/mcp-config-invalid.rules.ts';
import { messagesEmptyRules } from './request/messages-empty.rules.ts';
import { modelIdPlatformRules } from './request/model-id-platform.rules.ts';
import { modelNotFoundRules } from './request/model-not-found.rules.ts';
import { modelRetiredRules } from './request/model-retired.rules.ts';
import { outputFormatInvalidRules } from './request/output-format-invalid.rules.ts';
import { prefillUnsupportedRules } from './request/prefill-unsupported.rules.ts';
import { requestTooLargeRules } from './request/request-too-large.rules.ts';
import { roleInvalidRules } from './request/role-invalid.rules.ts';
import { roleOrderRules } from './request/role-order.rules.ts';
import { samplingConflictRules } from './request/sampling-conflict.rules.ts';
import { strictSchemaRules } from './request/strict-schema.rules.ts';
import { thinkingBudgetRules } from './request/thinking-budget.rules.ts';
import { thinkingMissingRules } from './request/thinking-missing.rules.ts';
import { thinkingModeUnsupportedRules } from './request/thinking-mode-unsupported.rules.ts';
import { thinkingParamConflictRules } from './request/thinking-param-conflict.rules.ts';
import { toolChoiceConflictRules } from './request/tool-choice-conflict.rules.ts';
import { toolNameInvalidRules } from './request/tool-name-invalid.rules.ts';
import { toolResultMissingRules } from './request/tool-result-missing.rules.ts';
import { toolResultOrphanRules } from './request/tool-result-orphan.rules.ts';
import { toolSchemaInvalidRules } from './request/tool-schema-invalid.rules.ts';
import { toolTypeUnsupportedRules } from './request/tool-type-unsupported.rules.ts';
import { toolUseDuplicateRules } from './request/tool-use-duplicate.rules.ts';
import { toolsUndefinedRules } from './request/tools-undefined.rules.ts';
import { urlSourceUnreachableRules } from './request/url-source-unreachable.rules.ts';
import { versionHeaderRules } from './request/version-header.rules.ts';

/** Every rule, in the order in which the API judges within a phase. */
export const rules: readonly Rule[] = [
  ...requestTooLargeRules,
  ...versionHeaderRules,
  ...betaHeaderRules,
  ...batchInvalidRules,
  ...modelNotFoundRules,
  ...modelRetiredRules,
  ...modelIdPlatformRules,
  ...messagesEmptyRules,
  ...toolSchemaInvalidRules,
  ...toolNameInvalidRules,
  ...fieldInvalidRules,
  ...roleInvalidRules,
  ...roleOrderRules,
  ...contentEmptyRules,
  ...contentBlockRoleRules,
  ...contentTrailingWhitespaceRules,
  ...contentBlockInvalidRules,
  ...thinkingParamConflictRules,
  ...samplingConflictRules,
  ...thinkingBudgetRules,
  ...toolChoiceConflictRules,
  ...toolsUndefinedRules,
  ...toolResultMissingRules,
  ...toolResultOrphanRules,
  ...toolUseDuplicateRules,
  ...thinkingMissingRules,
  ...cacheControlInvalidRules,
  ...imageInvalidRules,
  ...imageTooLargeRules,
  ...documentInvalidRules,
  ...urlSourceUnreachableRules,
  ...strictSchemaRules,
  ...outputFormatInvalidRules,
  ...mcpConfigInvalidRules,
  ...contextManagementRules,
  ...toolTypeUnsupportedRules,
  ...jsonLoneSurrogateRules,
  ...maxTokensTooLargeRules,
  ...contextTooLongRules,
  ...prefillUnsupportedRules,
  ...thinkingModeUnsupportedRules,
  ...streamingRequiredRules,
];
