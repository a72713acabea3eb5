/** The SDK whose declarations the tables were taken from, and the day of that. */
export const errorCodesSource = { package: '@anthropic-ai/sdk', version: '1.14.0', checkedOn: '2026-11-25' } as const;

/** Calls for which a code is documented: `POST /v1/messages`, its token count, Message Batches, the Files API. */
export type CodedCall = 'create' | 'count' | 'batches' | 'files';

/** An `error.details.error_code` that an inference call can meet. */
export interface ErrorCode {
  readonly code: string;
  /** The HTTP status that it comes with. */
  readonly status: number;
  /** Empty where it is declared for other endpoints only, or seen without being declared, and could reach any call. */
  readonly on: readonly CodedCall[];
  /** The id of the cause that carries the code as a sign. */
  readonly cause: string;
}

/** Every code that a call to the Messages API and its neighbors can meet. An unknown code counts as its bare error type. */
export const errorCodes: readonly ErrorCode[] = [
  { code: 'available_tools_limit_exceeded', status: 400, on: ['create', 'count'], cause: 'tools-too-many' },
  {
    code: 'claude_code_key_creator_not_member',
    status: 400,
    on: ['create', 'count', 'batches', 'files'],
    cause: 'api-key-creator-departed',
  },
  { code: 'claude_code_version_too_old', status: 400, on: ['create'], cause: 'claude-code-outdated' },
  { code: 'cmek_key_disabled', status: 400, on: ['create', 'batches', 'files'], cause: 'encryption-key-disabled' },
  { code: 'cmek_key_network_blocked', status: 400, on: ['create', 'files'], cause: 'encryption-key-blocked' },
  { code: 'compaction_block_ambiguous', status: 400, on: ['create', 'count'], cause: 'compaction-block-ambiguous' },
  { code: 'compaction_block_misplaced', status: 400, on: ['create', 'count'], cause: 'compaction-block-misplaced' },
  { code: 'compaction_content_mismatch', status: 400, on: ['create', 'count'], cause: 'compaction-block-altered' },
  { code: 'compaction_incomplete_turn', status: 400, on: ['create'], cause: 'compaction-incomplete-turn' },
  {
    code: 'compaction_nothing_to_summarize',
    status: 400,
    on: ['create', 'count'],
    cause: 'compaction-nothing-to-summarize',
  },
  { code: 'compaction_signature_invalid', status: 400, on: ['create', 'count'], cause: 'compaction-block-altered' },
  {
    code: 'compaction_too_many_tool_references',
    status: 400,
    on: ['create'],
    cause: 'compaction-too-many-tool-references',
  },
  { code: 'compaction_tool_changes_mismatch', status: 400, on: ['create', 'count'], cause: 'compaction-block-altered' },
  { code: 'file_not_downloadable', status: 400, on: ['files'], cause: 'file-not-downloadable' },
  { code: 'image_dimensions_too_large', status: 400, on: ['create'], cause: 'image-dimensions-too-large' },
  { code: 'organization_not_enrolled_in_beta', status: 400, on: [], cause: 'beta-not-enrolled' },
  {
    code: 'organization_on_hold',
    status: 400,
    on: ['create', 'count', 'batches', 'files'],
    cause: 'organization-on-hold',
  },
  { code: 'request_body_encoding_invalid', status: 400, on: ['create', 'count'], cause: 'body-encoding' },
  { code: 'request_body_encoding_unsupported', status: 400, on: ['create', 'count'], cause: 'body-encoding' },
  { code: 'request_body_timeout', status: 400, on: [], cause: 'request-body-timeout' },
  { code: 'storage_quota_exceeded', status: 400, on: ['files'], cause: 'storage-quota-exceeded' },
  { code: 'thread_already_continued', status: 400, on: ['create'], cause: 'thread-already-continued' },
  { code: 'thread_continue_in_flight', status: 400, on: ['create'], cause: 'thread-continue-in-flight' },
  { code: 'thread_fingerprint_mismatch', status: 400, on: ['create'], cause: 'thread-fingerprint-mismatch' },
  { code: 'thread_unsupported_request', status: 400, on: ['create'], cause: 'thread-unsupported-request' },
  { code: 'tool_name_conflict', status: 400, on: ['create', 'count'], cause: 'tool-name-duplicate' },
  { code: 'tool_reference_unresolved', status: 400, on: ['create', 'count'], cause: 'tool-reference-unresolved' },
  { code: 'unsupported_charset', status: 400, on: [], cause: 'body-encoding' },
  { code: 'user_profile_not_found', status: 400, on: [], cause: 'user-profile-unknown' },
  { code: 'user_profile_required', status: 400, on: ['create'], cause: 'user-profile-required' },
  { code: 'workspace_human_review_disabled', status: 400, on: ['batches'], cause: 'human-review-disabled' },
  {
    code: 'linked_organization_billing_unavailable',
    status: 402,
    on: ['create'],
    cause: 'linked-organization-unbillable',
  },
  {
    code: 'linked_organization_spend_limit_reached',
    status: 402,
    on: ['create'],
    cause: 'linked-organization-spend-limit',
  },
  { code: 'oauth_not_allowed_for_organization', status: 403, on: [], cause: 'oauth-org-not-allowed' },
  { code: 'sandbox_egress_restricted', status: 403, on: [], cause: 'sandbox-egress-restricted' },
  {
    code: 'user_profile_billing_not_authorized',
    status: 403,
    on: ['create'],
    cause: 'user-profile-billing-unauthorized',
  },
  { code: 'user_profile_not_billable', status: 403, on: ['create'], cause: 'user-profile-unbillable' },
  { code: 'file_expired', status: 404, on: ['files'], cause: 'file-expired' },
  { code: 'thread_not_found', status: 404, on: ['create'], cause: 'thread-not-found' },
  { code: 'skill_read_blocked_undecryptable', status: 409, on: ['create'], cause: 'skill-undecryptable' },
  {
    code: 'request_body_too_large_after_decoding',
    status: 413,
    on: ['create', 'count'],
    cause: 'request-body-too-large-after-decoding',
  },
  { code: 'contract_spend_limit_reached', status: 429, on: ['create'], cause: 'contract-spend-limit' },
  { code: 'enforced_spend_limit_reached', status: 429, on: ['create', 'count', 'batches'], cause: 'spend-limit-tier' },
  { code: 'ramp_limit_exceeded', status: 429, on: ['create'], cause: 'rate-limit-acceleration' },
  { code: 'cmek_context_unavailable', status: 503, on: [], cause: 'encryption-settings-unavailable' },
  { code: 'cmek_key_unreachable', status: 503, on: ['create'], cause: 'encryption-key-unreachable' },
  { code: 'compaction_unavailable', status: 529, on: ['create', 'count'], cause: 'compaction-unavailable' },
];
