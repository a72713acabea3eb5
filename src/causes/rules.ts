import type { Rule } from '../core/rule.ts';
import { batchInvalidRules } from './request/batch-invalid.rules.ts';
import { betaHeaderRules } from './request/beta-header.rules.ts';
import { cacheControlInvalidRules } from './request/cache-control-invalid.rules.ts';
import { contentBlockInvalidRules } from './request/content-block-invalid.rules.ts';
import { contextManagementRules } from './request/context-management.rules.ts';
import { documentInvalidRules } from './request/document-invalid.rules.ts';
import { imageInvalidRules } from './request/image-invalid.rules.ts';
import { imageTooLargeRules } from './request/image-too-large.rules.ts';
import { mcpConfigInvalidRules } from './request/mcp-config-invalid.rules.ts';
import { outputFormatInvalidRules } from './request/output-format-invalid.rules.ts';
import { requestTooLargeRules } from './request/request-too-large.rules.ts';
import { toolChoiceConflictRules } from './request/tool-choice-conflict.rules.ts';
import { toolNameInvalidRules } from './request/tool-name-invalid.rules.ts';
import { toolSchemaInvalidRules } from './request/tool-schema-invalid.rules.ts';
import { toolTypeUnsupportedRules } from './request/tool-type-unsupported.rules.ts';
import { toolsUndefinedRules } from './request/tools-undefined.rules.ts';
import { urlSourceUnreachableRules } from './request/url-source-unreachable.rules.ts';
import { versionHeaderRules } from './request/version-header.rules.ts';

/** Every rule, in the order in which the API judges within a phase. */
export const rules: readonly Rule[] = [
  ...requestTooLargeRules,
  ...versionHeaderRules,
  ...betaHeaderRules,
  ...batchInvalidRules,
  ...toolSchemaInvalidRules,
  ...toolNameInvalidRules,
  ...contentBlockInvalidRules,
  ...toolChoiceConflictRules,
  ...toolsUndefinedRules,
  ...cacheControlInvalidRules,
  ...imageInvalidRules,
  ...imageTooLargeRules,
  ...documentInvalidRules,
  ...urlSourceUnreachableRules,
  ...outputFormatInvalidRules,
  ...mcpConfigInvalidRules,
  ...contextManagementRules,
  ...toolTypeUnsupportedRules,
];
