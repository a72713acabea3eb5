/**
 * The rows of the table of what the API refuses, by section. Each has an example that breaks it and a neighbor that
 * passes; `coverage.test.ts` holds that.
 */
export const rows: Readonly<Record<string, readonly string[]>> = {
  'transport and envelope': words(`version-header-missing version-header-invalid beta-header-unknown
    beta-conflict-memory json-lone-surrogate body-not-object body-too-large model-unknown model-missing`),
  scalars: words(`max-tokens-required max-tokens-type max-tokens-negative max-tokens-zero max-tokens-cap
    max-tokens-vs-budget context-overflow-input context-overflow-sum temperature-type/range top-p-type/range top-k-type
    sampling-removed-version sampling-nondefault sampling-both sampling-thinking-temp sampling-thinking-topp
    sampling-thinking-topk stop-sequences-type stop-sequence-blank service-tier stream-type metadata inference-geo
    container unknown-key output-format-both`),
  messages: words(`messages-required/type messages-empty messages-max item-not-object item-role-missing
    item-role-unknown item-content-missing/type item-extra block-not-object block-type-missing block-type-unknown
    first-not-user roles-alternate user-empty text-empty text-whitespace prefill-unsupported prefill-whitespace
    assistant-final-thinking thinking-final-off block-wrong-role doc-in-assistant user-text-citations`),
  'system messages in the conversation': words(`sys-unsupported sys-first sys-position sys-must-follow sys-empty
    sys-blocks sys-blank sys-output-config sys-clear-at sys-tool-change`),
  'system and caching': words(`system-type system-text-empty cc-type cc-values cc-max4 cc-empty-text cc-ttl-order
    cc-thinking cc-nested cc-auto-conflict cc-defer cc-min`),
  tools: words(`tools-type tool-name tool-name-duplicate tool-type-unknown tool-model-mismatch tool-schema-missing
    tool-schema-shape tool-schema-type tool-schema-combinator tool-schema-draft tool-extra builtin-name tool-choice-type
    tool-choice-no-tools tool-choice-unknown-tool tool-choice-forced-model tool-choice-forced-thinking tools-undefined
    strict-additional strict-prop strict-recursive strict-count strict-optional strict-union regex-unsupported defer-all
    tool-reference-unknown input-examples toolset-entry computer-old-tool mcp`),
  'calls and results': words(`tr-missing tr-orphan tr-duplicate tu-duplicate tu-id-pattern tu-input tu-extra
    tr-id-missing tr-error-empty tr-search-results server-tool-unpaired server-result-no-tool server-result-orphan
    srvtoolu-pattern member-result`),
  'thinking, effort and output': words(`thinking-type budget-min budget-required thinking-enabled-unsupported
    adaptive-unsupported disabled-unsupported disabled-mythos-preview disabled-sonnet55 between-tools-unsupported
    effort-thinking-off effort-change-off effort-unsupported effort-level effort-enum output-config-type format-schema
    format-citations format-prefill task-budget thinking-first-required thinking-order signature-missing
    block-binding-beta display-enum clear-thinking clear-thinking-first compact-trigger context-mgmt-beta fallbacks`),
  'images and documents': words(`image-source-type image-media-type image-media-mismatch image-bytes image-dims
    image-dims-many image-count image-unreadable image-base64 image-toolset url-fetch url-platform url-scheme pdf-invalid pdf-password
    pdf-pages doc-media doc-empty citations-mixed search-result-role container-upload`),
};

/**
 * Rows that no judge of a body can hold: they lie in the bytes on the wire, in the account, or behind a URL; or they
 * say that something is accepted.
 */
export const outOfReach: readonly string[] = words(`json-invalid content-encoding
  assistant-empty strict-complex thinking-modified signature-invalid signature-text block-binding retention
  url-robots file-missing`);

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
