// Written by `npm run sync:causes`; do not edit.
import type { Cause } from '../core/cause.ts';
import { apiKeyOrgNotAllowed } from './account/api-key-org-not-allowed.ts';
import { betaNotEnrolled } from './account/beta-not-enrolled.ts';
import { billingError } from './account/billing-error.ts';
import { claudeCodeAccessMissing } from './account/claude-code-access-missing.ts';
import { contractSpendLimit } from './account/contract-spend-limit.ts';
import { creditBalanceLow } from './account/credit-balance-low.ts';
import { dataRetentionRequired } from './account/data-retention-required.ts';
import { encryptionKeyBlocked } from './account/encryption-key-blocked.ts';
import { encryptionKeyDisabled } from './account/encryption-key-disabled.ts';
import { encryptionKeyUnreachable } from './account/encryption-key-unreachable.ts';
import { extraUsageRequired } from './account/extra-usage-required.ts';
import { fastModeNotAllowed } from './account/fast-mode-not-allowed.ts';
import { humanReviewDisabled } from './account/human-review-disabled.ts';
import { linkedOrganizationSpendLimit } from './account/linked-organization-spend-limit.ts';
import { linkedOrganizationUnbillable } from './account/linked-organization-unbillable.ts';
import { longContextNotAllowed } from './account/long-context-not-allowed.ts';
import { modelAccessDenied } from './account/model-access-denied.ts';
import { oauthOrgNotAllowed } from './account/oauth-org-not-allowed.ts';
import { organizationDisabled } from './account/organization-disabled.ts';
import { organizationOnHold } from './account/organization-on-hold.ts';
import { permissionDenied } from './account/permission-denied.ts';
import { platformPermission } from './account/platform-permission.ts';
import { regionUnsupported } from './account/region-unsupported.ts';
import { spendLimitOwn } from './account/spend-limit-own.ts';
import { spendLimitTier } from './account/spend-limit-tier.ts';
import { subscriptionLimit } from './account/subscription-limit.ts';
import { userProfileBillingUnauthorized } from './account/user-profile-billing-unauthorized.ts';
import { userProfileUnbillable } from './account/user-profile-unbillable.ts';
import { userProfileUnknown } from './account/user-profile-unknown.ts';
import { claudeCodeOutdated } from './client/claude-code-outdated.ts';
import { contentBlockMisread } from './client/content-block-misread.ts';
import { emptyAnswer } from './client/empty-answer.ts';
import { fetchMissing } from './client/fetch-missing.ts';
import { outputTruncated } from './client/output-truncated.ts';
import { requestAborted } from './client/request-aborted.ts';
import { responseNotJson } from './client/response-not-json.ts';
import { responseUnparsable } from './client/response-unparsable.ts';
import { sdkDependencyConflict } from './client/sdk-dependency-conflict.ts';
import { sdkMisuse } from './client/sdk-misuse.ts';
import { sdkNotInstalled } from './client/sdk-not-installed.ts';
import { sdkOutdated } from './client/sdk-outdated.ts';
import { streamingRequired } from './client/streaming-required.ts';
import { apiKeyCreatorDeparted } from './credentials/api-key-creator-departed.ts';
import { apiKeyInvalid } from './credentials/api-key-invalid.ts';
import { apiKeyMalformed } from './credentials/api-key-malformed.ts';
import { apiKeyMissing } from './credentials/api-key-missing.ts';
import { apiKeyWrongKind } from './credentials/api-key-wrong-kind.ts';
import { authConflict } from './credentials/auth-conflict.ts';
import { browserBlocked } from './credentials/browser-blocked.ts';
import { credentialProfileBroken } from './credentials/credential-profile-broken.ts';
import { identityTokenRejected } from './credentials/identity-token-rejected.ts';
import { oauthClientRestricted } from './credentials/oauth-client-restricted.ts';
import { oauthExpired } from './credentials/oauth-expired.ts';
import { oauthScopeMissing } from './credentials/oauth-scope-missing.ts';
import { platformCredentials } from './credentials/platform-credentials.ts';
import { platformLocationMissing } from './credentials/platform-location-missing.ts';
import { workspaceIdMissing } from './credentials/workspace-id-missing.ts';
import { gatewayBudgetExceeded } from './gateway/gateway-budget-exceeded.ts';
import { gatewayCreditLow } from './gateway/gateway-credit-low.ts';
import { gatewayKeyInvalid } from './gateway/gateway-key-invalid.ts';
import { gatewayNoRoute } from './gateway/gateway-no-route.ts';
import { gatewayRateLimit } from './gateway/gateway-rate-limit.ts';
import { gatewayTranslation } from './gateway/gateway-translation.ts';
import { gatewayUpstreamFailed } from './gateway/gateway-upstream-failed.ts';
import { platformDailyQuota } from './limits/platform-daily-quota.ts';
import { platformQuota } from './limits/platform-quota.ts';
import { rateLimitAcceleration } from './limits/rate-limit-acceleration.ts';
import { rateLimitBatchQueue } from './limits/rate-limit-batch-queue.ts';
import { rateLimitConcurrency } from './limits/rate-limit-concurrency.ts';
import { rateLimitFastInputTokens } from './limits/rate-limit-fast-input-tokens.ts';
import { rateLimitFastOutputTokens } from './limits/rate-limit-fast-output-tokens.ts';
import { rateLimitInputTokens } from './limits/rate-limit-input-tokens.ts';
import { rateLimitOther } from './limits/rate-limit-other.ts';
import { rateLimitOutputTokens } from './limits/rate-limit-output-tokens.ts';
import { rateLimitRequests } from './limits/rate-limit-requests.ts';
import { captivePortal } from './network/captive-portal.ts';
import { clockSkew } from './network/clock-skew.ts';
import { connectTimeout } from './network/connect-timeout.ts';
import { connectionRefused } from './network/connection-refused.ts';
import { connectionReset } from './network/connection-reset.ts';
import { dnsFailure } from './network/dns-failure.ts';
import { firewallBlocked } from './network/firewall-blocked.ts';
import { hostTimeLimit } from './network/host-time-limit.ts';
import { http2Failure } from './network/http2-failure.ts';
import { idleConnectionReused } from './network/idle-connection-reused.ts';
import { ipv6Unreachable } from './network/ipv6-unreachable.ts';
import { proxyCredentialsMissing } from './network/proxy-credentials-missing.ts';
import { proxyFailure } from './network/proxy-failure.ts';
import { proxyIgnored } from './network/proxy-ignored.ts';
import { requestBodyTimeout } from './network/request-body-timeout.ts';
import { responseTimeout } from './network/response-timeout.ts';
import { sandboxEgressRestricted } from './network/sandbox-egress-restricted.ts';
import { streamInterrupted } from './network/stream-interrupted.ts';
import { streamStalled } from './network/stream-stalled.ts';
import { tlsFailure } from './network/tls-failure.ts';
import { tlsHostnameMismatch } from './network/tls-hostname-mismatch.ts';
import { tlsInterception } from './network/tls-interception.ts';
import { tlsUntrusted } from './network/tls-untrusted.ts';
import { batchInvalid } from './request/batch-invalid.ts';
import { batchResultsUnavailable } from './request/batch-results-unavailable.ts';
import { betaFieldUnknown } from './request/beta-field-unknown.ts';
import { betaHeader } from './request/beta-header.ts';
import { bodyEncoding } from './request/body-encoding.ts';
import { cacheControlInvalid } from './request/cache-control-invalid.ts';
import { compactionBlockAltered } from './request/compaction-block-altered.ts';
import { compactionBlockAmbiguous } from './request/compaction-block-ambiguous.ts';
import { compactionBlockMisplaced } from './request/compaction-block-misplaced.ts';
import { compactionIncompleteTurn } from './request/compaction-incomplete-turn.ts';
import { compactionNothingToSummarize } from './request/compaction-nothing-to-summarize.ts';
import { compactionTooManyToolReferences } from './request/compaction-too-many-tool-references.ts';
import { contentBlockInvalid } from './request/content-block-invalid.ts';
import { contentBlocked } from './request/content-blocked.ts';
import { contentEmpty } from './request/content-empty.ts';
import { contentTrailingWhitespace } from './request/content-trailing-whitespace.ts';
import { contextTooLong } from './request/context-too-long.ts';
import { contextWindowExceeded } from './request/context-window-exceeded.ts';
import { documentInvalid } from './request/document-invalid.ts';
import { effortUnsupported } from './request/effort-unsupported.ts';
import { endpointWrong } from './request/endpoint-wrong.ts';
import { fieldInvalid } from './request/field-invalid.ts';
import { fieldMissing } from './request/field-missing.ts';
import { fieldUnknown } from './request/field-unknown.ts';
import { fileExpired } from './request/file-expired.ts';
import { fileNotDownloadable } from './request/file-not-downloadable.ts';
import { fileNotFound } from './request/file-not-found.ts';
import { imageDimensionsTooLarge } from './request/image-dimensions-too-large.ts';
import { imageInvalid } from './request/image-invalid.ts';
import { imageTooLarge } from './request/image-too-large.ts';
import { inferenceProfileMissing } from './request/inference-profile-missing.ts';
import { jsonLoneSurrogate } from './request/json-lone-surrogate.ts';
import { jsonMalformed } from './request/json-malformed.ts';
import { maxTokensTooLarge } from './request/max-tokens-too-large.ts';
import { mcpAuthorizationInvalid } from './request/mcp-authorization-invalid.ts';
import { mcpConfigInvalid } from './request/mcp-config-invalid.ts';
import { mcpServerUnreachable } from './request/mcp-server-unreachable.ts';
import { messagesEmpty } from './request/messages-empty.ts';
import { modelFeatureUnsupported } from './request/model-feature-unsupported.ts';
import { modelIdPlatform } from './request/model-id-platform.ts';
import { modelNotFound } from './request/model-not-found.ts';
import { modelRetired } from './request/model-retired.ts';
import { outputFormatInvalid } from './request/output-format-invalid.ts';
import { pauseTurnUnanswered } from './request/pause-turn-unanswered.ts';
import { prefillUnsupported } from './request/prefill-unsupported.ts';
import { refusal } from './request/refusal.ts';
import { requestBodyTooLargeAfterDecoding } from './request/request-body-too-large-after-decoding.ts';
import { requestTooLarge } from './request/request-too-large.ts';
import { roleInvalid } from './request/role-invalid.ts';
import { roleOrder } from './request/role-order.ts';
import { samplingConflict } from './request/sampling-conflict.ts';
import { secretInPrompt } from './request/secret-in-prompt.ts';
import { serverToolResultMissing } from './request/server-tool-result-missing.ts';
import { skillUndecryptable } from './request/skill-undecryptable.ts';
import { stopSequenceBlank } from './request/stop-sequence-blank.ts';
import { storageQuotaExceeded } from './request/storage-quota-exceeded.ts';
import { thinkingBindingMismatch } from './request/thinking-binding-mismatch.ts';
import { thinkingBudget } from './request/thinking-budget.ts';
import { thinkingMissing } from './request/thinking-missing.ts';
import { thinkingModeUnsupported } from './request/thinking-mode-unsupported.ts';
import { thinkingModified } from './request/thinking-modified.ts';
import { thinkingParamConflict } from './request/thinking-param-conflict.ts';
import { thinkingSignatureInvalid } from './request/thinking-signature-invalid.ts';
import { threadAlreadyContinued } from './request/thread-already-continued.ts';
import { threadContinueInFlight } from './request/thread-continue-in-flight.ts';
import { threadFingerprintMismatch } from './request/thread-fingerprint-mismatch.ts';
import { threadNotFound } from './request/thread-not-found.ts';
import { threadUnsupportedRequest } from './request/thread-unsupported-request.ts';
import { toolChoiceConflict } from './request/tool-choice-conflict.ts';
import { toolNameDuplicate } from './request/tool-name-duplicate.ts';
import { toolNameInvalid } from './request/tool-name-invalid.ts';
import { toolReferenceUnresolved } from './request/tool-reference-unresolved.ts';
import { toolResultMissing } from './request/tool-result-missing.ts';
import { toolResultOrphan } from './request/tool-result-orphan.ts';
import { toolSchemaInvalid } from './request/tool-schema-invalid.ts';
import { toolTypeUnsupported } from './request/tool-type-unsupported.ts';
import { toolUseDuplicate } from './request/tool-use-duplicate.ts';
import { toolUseIdInvalid } from './request/tool-use-id-invalid.ts';
import { toolUseInputInvalid } from './request/tool-use-input-invalid.ts';
import { toolsTooMany } from './request/tools-too-many.ts';
import { toolsUndefined } from './request/tools-undefined.ts';
import { urlSourceUnreachable } from './request/url-source-unreachable.ts';
import { userProfileRequired } from './request/user-profile-required.ts';
import { versionHeader } from './request/version-header.ts';
import { cloudflareOriginError } from './service/cloudflare-origin-error.ts';
import { compactionUnavailable } from './service/compaction-unavailable.ts';
import { encryptionSettingsUnavailable } from './service/encryption-settings-unavailable.ts';
import { gatewayTimeout } from './service/gateway-timeout.ts';
import { internalError } from './service/internal-error.ts';
import { overloaded } from './service/overloaded.ts';
import { serviceUnavailable } from './service/service-unavailable.ts';

/** Every cause that Faultline knows. */
export const causes: readonly Cause[] = [
  apiKeyOrgNotAllowed,
  betaNotEnrolled,
  billingError,
  claudeCodeAccessMissing,
  contractSpendLimit,
  creditBalanceLow,
  dataRetentionRequired,
  encryptionKeyBlocked,
  encryptionKeyDisabled,
  encryptionKeyUnreachable,
  extraUsageRequired,
  fastModeNotAllowed,
  humanReviewDisabled,
  linkedOrganizationSpendLimit,
  linkedOrganizationUnbillable,
  longContextNotAllowed,
  modelAccessDenied,
  oauthOrgNotAllowed,
  organizationDisabled,
  organizationOnHold,
  permissionDenied,
  platformPermission,
  regionUnsupported,
  spendLimitOwn,
  spendLimitTier,
  subscriptionLimit,
  userProfileBillingUnauthorized,
  userProfileUnbillable,
  userProfileUnknown,
  claudeCodeOutdated,
  contentBlockMisread,
  emptyAnswer,
  fetchMissing,
  outputTruncated,
  requestAborted,
  responseNotJson,
  responseUnparsable,
  sdkDependencyConflict,
  sdkMisuse,
  sdkNotInstalled,
  sdkOutdated,
  streamingRequired,
  apiKeyCreatorDeparted,
  apiKeyInvalid,
  apiKeyMalformed,
  apiKeyMissing,
  apiKeyWrongKind,
  authConflict,
  browserBlocked,
  credentialProfileBroken,
  identityTokenRejected,
  oauthClientRestricted,
  oauthExpired,
  oauthScopeMissing,
  platformCredentials,
  platformLocationMissing,
  workspaceIdMissing,
  gatewayBudgetExceeded,
  gatewayCreditLow,
  gatewayKeyInvalid,
  gatewayNoRoute,
  gatewayRateLimit,
  gatewayTranslation,
  gatewayUpstreamFailed,
  platformDailyQuota,
  platformQuota,
  rateLimitAcceleration,
  rateLimitBatchQueue,
  rateLimitConcurrency,
  rateLimitFastInputTokens,
  rateLimitFastOutputTokens,
  rateLimitInputTokens,
  rateLimitOther,
  rateLimitOutputTokens,
  rateLimitRequests,
  captivePortal,
  clockSkew,
  connectTimeout,
  connectionRefused,
  connectionReset,
  dnsFailure,
  firewallBlocked,
  hostTimeLimit,
  http2Failure,
  idleConnectionReused,
  ipv6Unreachable,
  proxyCredentialsMissing,
  proxyFailure,
  proxyIgnored,
  requestBodyTimeout,
  responseTimeout,
  sandboxEgressRestricted,
  streamInterrupted,
  streamStalled,
  tlsFailure,
  tlsHostnameMismatch,
  tlsInterception,
  tlsUntrusted,
  batchInvalid,
  batchResultsUnavailable,
  betaFieldUnknown,
  betaHeader,
  bodyEncoding,
  cacheControlInvalid,
  compactionBlockAltered,
  compactionBlockAmbiguous,
  compactionBlockMisplaced,
  compactionIncompleteTurn,
  compactionNothingToSummarize,
  compactionTooManyToolReferences,
  contentBlockInvalid,
  contentBlocked,
  contentEmpty,
  contentTrailingWhitespace,
  contextTooLong,
  contextWindowExceeded,
  documentInvalid,
  effortUnsupported,
  endpointWrong,
  fieldInvalid,
  fieldMissing,
  fieldUnknown,
  fileExpired,
  fileNotDownloadable,
  fileNotFound,
  imageDimensionsTooLarge,
  imageInvalid,
  imageTooLarge,
  inferenceProfileMissing,
  jsonLoneSurrogate,
  jsonMalformed,
  maxTokensTooLarge,
  mcpAuthorizationInvalid,
  mcpConfigInvalid,
  mcpServerUnreachable,
  messagesEmpty,
  modelFeatureUnsupported,
  modelIdPlatform,
  modelNotFound,
  modelRetired,
  outputFormatInvalid,
  pauseTurnUnanswered,
  prefillUnsupported,
  refusal,
  requestBodyTooLargeAfterDecoding,
  requestTooLarge,
  roleInvalid,
  roleOrder,
  samplingConflict,
  secretInPrompt,
  serverToolResultMissing,
  skillUndecryptable,
  stopSequenceBlank,
  storageQuotaExceeded,
  thinkingBindingMismatch,
  thinkingBudget,
  thinkingMissing,
  thinkingModeUnsupported,
  thinkingModified,
  thinkingParamConflict,
  thinkingSignatureInvalid,
  threadAlreadyContinued,
  threadContinueInFlight,
  threadFingerprintMismatch,
  threadNotFound,
  threadUnsupportedRequest,
  toolChoiceConflict,
  toolNameDuplicate,
  toolNameInvalid,
  toolReferenceUnresolved,
  toolResultMissing,
  toolResultOrphan,
  toolSchemaInvalid,
  toolTypeUnsupported,
  toolUseDuplicate,
  toolUseIdInvalid,
  toolUseInputInvalid,
  toolsTooMany,
  toolsUndefined,
  urlSourceUnreachable,
  userProfileRequired,
  versionHeader,
  cloudflareOriginError,
  compactionUnavailable,
  encryptionSettingsUnavailable,
  gatewayTimeout,
  internalError,
  overloaded,
  serviceUnavailable,
];
