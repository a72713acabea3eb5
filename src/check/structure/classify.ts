import { structureMessages } from '../../facts/messages/structure.ts';

/** The row of the coverage table and the cause that a structural problem belongs to. */
export interface Classification {
  readonly cause: string;
  readonly row: string;
}

/** One line of the table: the first whose pattern fits `path: message` names row and cause. */
interface Class {
  readonly pattern: RegExp;
  readonly row: string;
  /** Absent where the sentence alone decides. */
  readonly cause?: string;
}

const classes: readonly Class[] = [
  { pattern: /^requests: /, row: 'batch-requests', cause: 'batch-invalid' },
  { pattern: /^requests\.\d+\.custom_id/, row: 'batch-custom-id', cause: 'batch-invalid' },
  { pattern: /^requests\.\d+\.params/, row: 'batch-params', cause: 'batch-invalid' },
  { pattern: /^requests/, row: 'batch-entry', cause: 'batch-invalid' },
  { pattern: /^model: /, row: 'model-missing' },
  { pattern: /^max_tokens: Field required/, row: 'max-tokens-required' },
  { pattern: /^max_tokens: must be/, row: 'max-tokens-negative' },
  { pattern: /^max_tokens: Input/, row: 'max-tokens-type' },
  { pattern: /^(?:temperature|top_k|top_p): Extra/, row: 'sampling-removed-version', cause: 'sampling-conflict' },
  { pattern: /^temperature: /, row: 'temperature-type/range' },
  { pattern: /^top_p: /, row: 'top-p-type/range' },
  { pattern: /^top_k: /, row: 'top-k-type' },
  { pattern: /^stop_sequences/, row: 'stop-sequences-type' },
  { pattern: /^service_tier: Input/, row: 'service-tier' },
  { pattern: /^stream: Input/, row: 'stream-type' },
  { pattern: /^metadata/, row: 'metadata' },
  { pattern: /^inference_geo: (?:Input|must)/, row: 'inference-geo' },
  { pattern: /^container/, row: 'container' },
  { pattern: /^mcp_servers/, row: 'mcp', cause: 'mcp-config-invalid' },
  { pattern: /^context_management: Extra/, row: 'context-mgmt-beta', cause: 'beta-header' },
  { pattern: /^fallbacks: Extra/, row: 'fallbacks', cause: 'beta-header' },
  {
    pattern:
      /^(?:thread|compaction|billing_policy|fallback_credit_token|speed|output_config\.(?:task_budget|effort)): Extra/,
    row: 'beta-member',
    cause: 'beta-header',
  },
  { pattern: /\.block_binding: Extra/, row: 'block-binding-beta', cause: 'beta-header' },
  { pattern: /^messages\.\d+\.output_config: Extra/, row: 'sys-output-config', cause: 'beta-header' },
  { pattern: /^messages\.\d+\.clear_at: Extra/, row: 'sys-clear-at', cause: 'beta-header' },
  {
    pattern:
      /^tools\.\d+\.custom\.(?:strict|eager_input_streaming|defer_loading|input_examples|allowed_callers): Extra/,
    row: 'tool-extra',
    cause: 'beta-header',
  },
  { pattern: /^[a-z_]+: Extra/, row: 'unknown-key' },
  { pattern: /^messages: Unexpected role/, row: 'item-role-unknown', cause: 'role-invalid' },
  { pattern: /^messages: /, row: 'messages-required/type' },
  { pattern: /^messages\.\d+: /, row: 'item-not-object' },
  { pattern: /^messages\.\d+\.role: /, row: 'item-role-missing' },
  { pattern: /^messages\.\d+\.content: /, row: 'item-content-missing/type' },
  { pattern: /^messages\.\d+\.[^.]+: Extra/, row: 'item-extra' },

  { pattern: /\.(?:redacted_)?thinking\.cache_control: Extra/, row: 'cc-thinking', cause: 'cache-control-invalid' },
  { pattern: /(?:^|\.)cache_control: /, row: 'cc-type', cause: 'cache-control-invalid' },
  { pattern: /cache_control/, row: 'cc-values', cause: 'cache-control-invalid' },
  { pattern: /\.image\.source: Input tag/, row: 'image-source-type', cause: 'image-invalid' },
  { pattern: /\.image\.source\.base64\.media_type: /, row: 'image-media-type', cause: 'image-invalid' },
  { pattern: /\.image\.source/, row: 'image-source-type', cause: 'image-invalid' },
  { pattern: /\.(?:document|pdf)\.source.*\.media_type: /, row: 'doc-media', cause: 'document-invalid' },
  { pattern: /\.(?:document|pdf)\.source/, row: 'doc-media', cause: 'document-invalid' },
  { pattern: /\.thinking\.signature: Field/, row: 'signature-missing', cause: 'thinking-signature-invalid' },
  { pattern: /\.thinking\.thinking: Field/, row: 'signature-missing' },
  { pattern: /\.server_tool_use\.id: String/, row: 'srvtoolu-pattern', cause: 'tool-use-id-invalid' },
  { pattern: /\.tool_use\.id: (?:String|Field)/, row: 'tu-id-pattern', cause: 'tool-use-id-invalid' },
  { pattern: /\.tool_use\.input: Input/, row: 'tu-input' },
  { pattern: /\.tool_use\.[^.]+: Extra/, row: 'tu-extra' },
  { pattern: /\.tool_use_id: Field/, row: 'tr-id-missing', cause: 'tool-use-id-invalid' },
  { pattern: /\.tool_use_id: String/, row: 'tu-id-pattern', cause: 'tool-use-id-invalid' },
  {
    pattern: /^messages\.\d+\.content\.\d+: Input tag '(?:tool_addition|tool_removal)'/,
    row: 'sys-tool-change',
    cause: 'content-block-invalid',
  },
  { pattern: /^messages\..*: Input tag/, row: 'block-type-unknown', cause: 'content-block-invalid' },
  { pattern: /^messages\.\d+\.content\.\d+: Unable/, row: 'block-type-missing', cause: 'content-block-invalid' },
  { pattern: /^messages\.\d+\.content\.\d+: /, row: 'block-not-object' },
  { pattern: /^messages\.\d+\.content\.\d+\.type: Field/, row: 'block-type-missing' },
  { pattern: /^messages\./, row: 'block-member' },
  { pattern: /^system/, row: 'system-type' },

  { pattern: /^tools: /, row: 'tools-type' },
  { pattern: /^tools\.\d+: Input tag/, row: 'tool-type-unknown', cause: 'tool-type-unsupported' },
  { pattern: /^tools\.\d+: /, row: 'tools-type' },
  { pattern: /^tools\.\d+(?:\.custom)?\.name: /, row: 'tool-name', cause: 'tool-name-invalid' },
  { pattern: /^tools\.\d+(?:\.\w+)?\.name: /, row: 'builtin-name', cause: 'tool-name-invalid' },
  { pattern: /\.input_schema: Field/, row: 'tool-schema-missing', cause: 'tool-schema-invalid' },
  { pattern: /\.input_schema: /, row: 'tool-schema-shape', cause: 'tool-schema-invalid' },
  { pattern: /\.input_schema\.type: /, row: 'tool-schema-type', cause: 'tool-schema-invalid' },
  { pattern: /\.input_schema\./, row: 'tool-schema-draft', cause: 'tool-schema-invalid' },
  { pattern: /^tools\.\d+\.\w+_toolset_\d+\.[^.]+: Extra/, row: 'toolset-entry' },
  { pattern: /^tools\..*: Extra/, row: 'tool-extra' },
  { pattern: /^tools\./, row: 'tool-member' },
  { pattern: /^tool_choice/, row: 'tool-choice-type' },

  { pattern: /^thinking\.enabled\.budget_tokens: Field/, row: 'budget-required' },
  {
    pattern: /^thinking\.enabled\.budget_tokens: Input should be greater/,
    row: 'budget-min',
    cause: 'thinking-budget',
  },
  { pattern: /^thinking\.\w+\.display: /, row: 'display-enum' },
  { pattern: /^thinking/, row: 'thinking-type' },
  { pattern: /^output_config: /, row: 'output-config-type' },
  { pattern: /^output_config\.effort: /, row: 'effort-enum' },
  { pattern: /^output_(?:config\.)?format/, row: 'format-schema', cause: 'output-format-invalid' },
];

/** Classifies a structural problem by its path and the API's sentence. */
export function classify(path: string, message: string): Classification {
  const text = `${path}: ${message}`;
  const found = classes.find(({ pattern }) => pattern.test(text));
  return { cause: found?.cause ?? bySentence(message), row: found?.row ?? 'body-member' };
}

function bySentence(message: string): string {
  if (message === structureMessages.required) return 'field-missing';
  return message === structureMessages.extra ? 'field-unknown' : 'field-invalid';
}
