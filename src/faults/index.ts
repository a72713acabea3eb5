import type { Fault } from '../core/fault.ts';
import { apiKeyCreatorDeparted } from './api-key-creator-departed.ts';
import { apiKeyInvalid } from './api-key-invalid.ts';
import { apiKeyMissing } from './api-key-missing.ts';
import { batchInvalid } from './batch-invalid.ts';
import { batchResultsUnavailable } from './batch-results-unavailable.ts';
import { betaFieldUnknown } from './beta-field-unknown.ts';
import { betaHeader } from './beta-header.ts';
import { betaNotEnrolled } from './beta-not-enrolled.ts';
import { billingError } from './billing-error.ts';
import { bodyEncoding } from './body-encoding.ts';
import { browserBlocked } from './browser-blocked.ts';
import { cacheControlInvalid } from './cache-control-invalid.ts';
import { captivePortal } from './captive-portal.ts';
import { claudeCodeOutdated } from './claude-code-outdated.ts';
import { clockSkew } from './clock-skew.ts';
import { cloudflareOriginError } from './cloudflare-origin-error.ts';
import { compactionBlockAltered } from './compaction-block-altered.ts';
import { compactionBlockAmbiguous } from './compaction-block-ambiguous.ts';
import { compactionBlockMisplaced } from './compaction-block-misplaced.ts';
import { compactionIncompleteTurn } from './compaction-incomplete-turn.ts';
import { compactionNothingToSummarize } from './compaction-nothing-to-summarize.ts';
import { compactionTooManyToolReferences } from './compaction-too-many-tool-references.ts';
import { compactionUnavailable } from './compaction-unavailable.ts';
import { connectionClosed } from './connection-closed.ts';
import { connectionRefused } from './connection-refused.ts';
import { connectionReset } from './connection-reset.ts';
import { connectionResetInsideBody } from './connection-reset-inside-body.ts';
import { contentBlockInvalid } from './content-block-invalid.ts';
import { contentBlocked } from './content-blocked.ts';
import { contentBlockedInsideStream } from './content-blocked-inside-stream.ts';
import { contentEmpty } from './content-empty.ts';
import { contentTrailingWhitespace } from './content-trailing-whitespace.ts';
import { contextTooLong } from './context-too-long.ts';
import { contextWindowExceeded } from './context-window-exceeded.ts';
import { contractSpendLimit } from './contract-spend-limit.ts';
import { creditBalanceLow } from './credit-balance-low.ts';
import { dataRetentionRequired } from './data-retention-required.ts';
import { dnsFailure } from './dns-failure.ts';
import { documentInvalid } from './document-invalid.ts';
import { effortUnsupported } from './effort-unsupported.ts';
import { emptyAnswer } from './empty-answer.ts';
import { emptyBody } from './empty-body.ts';
import { encryptionKeyBlocked } from './encryption-key-blocked.ts';
import { encryptionKeyDisabled } from './encryption-key-disabled.ts';
import { encryptionKeyUnreachable } from './encryption-key-unreachable.ts';
import { encryptionSettingsUnavailable } from './encryption-settings-unavailable.ts';
import { endpointWrong } from './endpoint-wrong.ts';
import { extraUsageRequired } from './extra-usage-required.ts';
import { fastModeNotAllowed } from './fast-mode-not-allowed.ts';
import { fieldInvalid } from './field-invalid.ts';
import { fieldMissing } from './field-missing.ts';
import { fieldUnknown } from './field-unknown.ts';
import { fileExpired } from './file-expired.ts';
import { fileNotDownloadable } from './file-not-downloadable.ts';
import { fileNotFound } from './file-not-found.ts';
import { firewallBlocked } from './firewall-blocked.ts';
import { garbledAnswer } from './garbled-answer.ts';
import { garbledEvent } from './garbled-event.ts';
import { garbledToolInput } from './garbled-tool-input.ts';
import { gatewayBudgetExceeded } from './gateway-budget-exceeded.ts';
import { gatewayCreditLow } from './gateway-credit-low.ts';
import { gatewayKeyInvalid } from './gateway-key-invalid.ts';
import { gatewayNoRoute } from './gateway-no-route.ts';
import { gatewayRateLimit } from './gateway-rate-limit.ts';
import { gatewayTimeout } from './gateway-timeout.ts';
import { gatewayTranslation } from './gateway-translation.ts';
import { gatewayUpstreamFailed } from './gateway-upstream-failed.ts';
import { hostTimeLimit } from './host-time-limit.ts';
import { humanReviewDisabled } from './human-review-disabled.ts';
import { imageDimensionsTooLarge } from './image-dimensions-too-large.ts';
import { imageInvalid } from './image-invalid.ts';
import { imageTooLarge } from './image-too-large.ts';
import { inferenceProfileMissing } from './inference-profile-missing.ts';
import { internalError } from './internal-error.ts';
import { jsonLoneSurrogate } from './json-lone-surrogate.ts';
import { jsonMalformed } from './json-malformed.ts';
import { linkedOrganizationSpendLimit } from './linked-organization-spend-limit.ts';
import { linkedOrganizationUnbillable } from './linked-organization-unbillable.ts';
import { longContextNotAllowed } from './long-context-not-allowed.ts';
import { maxTokensTooLarge } from './max-tokens-too-large.ts';
import { mcpAuthorizationInvalid } from './mcp-authorization-invalid.ts';
import { mcpConfigInvalid } from './mcp-config-invalid.ts';
import { mcpServerUnreachable } from './mcp-server-unreachable.ts';
import { messagesEmpty } from './messages-empty.ts';
import { modelAccessDenied } from './model-access-denied.ts';
import { modelFeatureUnsupported } from './model-feature-unsupported.ts';
import { modelIdPlatform } from './model-id-platform.ts';
import { modelNotFound } from './model-not-found.ts';
import { modelRetired } from './model-retired.ts';
import { oauthClientRestricted } from './oauth-client-restricted.ts';
import { oauthExpired } from './oauth-expired.ts';
import { oauthOrgNotAllowed } from './oauth-org-not-allowed.ts';
import { oauthScopeMissing } from './oauth-scope-missing.ts';
import { organizationDisabled } from './organization-disabled.ts';
import { organizationOnHold } from './organization-on-hold.ts';
import { outputFormatInvalid } from './output-format-invalid.ts';
import { outputTruncated } from './output-truncated.ts';
import { overloaded } from './overloaded.ts';
import { overloadedInsideStream } from './overloaded-inside-stream.ts';
import { pauseTurnUnanswered } from './pause-turn-unanswered.ts';
import { permissionDenied } from './permission-denied.ts';
import { platformCredentials } from './platform-credentials.ts';
import { platformDailyQuota } from './platform-daily-quota.ts';
import { platformPermission } from './platform-permission.ts';
import { platformQuota } from './platform-quota.ts';
import { prefillUnsupported } from './prefill-unsupported.ts';
import { proxyCredentialsMissing } from './proxy-credentials-missing.ts';
import { proxyFailure } from './proxy-failure.ts';
import { rateLimitAcceleration } from './rate-limit-acceleration.ts';
import { rateLimitBatchQueue } from './rate-limit-batch-queue.ts';
import { rateLimitConcurrency } from './rate-limit-concurrency.ts';
import { rateLimitFastInputTokens } from './rate-limit-fast-input-tokens.ts';
import { rateLimitFastOutputTokens } from './rate-limit-fast-output-tokens.ts';
import { rateLimitInputTokens } from './rate-limit-input-tokens.ts';
import { rateLimitOther } from './rate-limit-other.ts';
import { rateLimitOutputTokens } from './rate-limit-output-tokens.ts';
import { rateLimitRequests } from './rate-limit-requests.ts';
import { refusal } from './refusal.ts';
import { regionUnsupported } from './region-unsupported.ts';
import { requestBodyTimeout } from './request-body-timeout.ts';
import { requestBodyTooLargeAfterDecoding } from './request-body-too-large-after-decoding.ts';
import { requestTooLarge } from './request-too-large.ts';
import { responseNotJson } from './response-not-json.ts';
import { responseTimeout } from './response-timeout.ts';
import { roleInvalid } from './role-invalid.ts';
import { roleOrder } from './role-order.ts';
import { samplingConflict } from './sampling-conflict.ts';
import { sandboxEgressRestricted } from './sandbox-egress-restricted.ts';
import { serverToolResultMissing } from './server-tool-result-missing.ts';
import { serviceUnavailable } from './service-unavailable.ts';
import { skillUndecryptable } from './skill-undecryptable.ts';
import { slowDrip } from './slow-drip.ts';
import { spendLimitOwn } from './spend-limit-own.ts';
import { spendLimitTier } from './spend-limit-tier.ts';
import { stopSequenceBlank } from './stop-sequence-blank.ts';
import { storageQuotaExceeded } from './storage-quota-exceeded.ts';
import { streamCutInsideEvent } from './stream-cut-inside-event.ts';
import { streamInterrupted } from './stream-interrupted.ts';
import { streamStalled } from './stream-stalled.ts';
import { thinkingBindingMismatch } from './thinking-binding-mismatch.ts';
import { thinkingBudget } from './thinking-budget.ts';
import { thinkingMissing } from './thinking-missing.ts';
import { thinkingModeUnsupported } from './thinking-mode-unsupported.ts';
import { thinkingModified } from './thinking-modified.ts';
import { thinkingParamConflict } from './thinking-param-conflict.ts';
import { thinkingSignatureInvalid } from './thinking-signature-invalid.ts';
import { threadAlreadyContinued } from './thread-already-continued.ts';
import { threadContinueInFlight } from './thread-continue-in-flight.ts';
import { threadFingerprintMismatch } from './thread-fingerprint-mismatch.ts';
import { threadNotFound } from './thread-not-found.ts';
import { threadUnsupportedRequest } from './thread-unsupported-request.ts';
import { tlsExpired } from './tls-expired.ts';
import { tlsFailure } from './tls-failure.ts';
import { tlsHostnameMismatch } from './tls-hostname-mismatch.ts';
import { tlsInterception } from './tls-interception.ts';
import { tlsNotSpoken } from './tls-not-spoken.ts';
import { tlsSelfSigned } from './tls-self-signed.ts';
import { tlsUntrusted } from './tls-untrusted.ts';
import { toolChoiceConflict } from './tool-choice-conflict.ts';
import { toolNameDuplicate } from './tool-name-duplicate.ts';
import { toolNameInvalid } from './tool-name-invalid.ts';
import { toolReferenceUnresolved } from './tool-reference-unresolved.ts';
import { toolResultMissing } from './tool-result-missing.ts';
import { toolResultOrphan } from './tool-result-orphan.ts';
import { toolSchemaInvalid } from './tool-schema-invalid.ts';
import { toolTypeUnsupported } from './tool-type-unsupported.ts';
import { toolUseDuplicate } from './tool-use-duplicate.ts';
import { toolUseIdInvalid } from './tool-use-id-invalid.ts';
import { toolUseInputInvalid } from './tool-use-input-invalid.ts';
import { toolsTooMany } from './tools-too-many.ts';
import { toolsUndefined } from './tools-undefined.ts';
import { urlSourceUnreachable } from './url-source-unreachable.ts';
import { userProfileBillingUnauthorized } from './user-profile-billing-unauthorized.ts';
import { userProfileRequired } from './user-profile-required.ts';
import { userProfileUnbillable } from './user-profile-unbillable.ts';
import { userProfileUnknown } from './user-profile-unknown.ts';
import { versionHeader } from './version-header.ts';
import { workspaceIdMissing } from './workspace-id-missing.ts';
import { wrongContentType } from './wrong-content-type.ts';
import { wrongLength } from './wrong-length.ts';

/** Every fault that the simulator can bring about, by name. */
export const faults: readonly Fault[] = [
  apiKeyCreatorDeparted,
  apiKeyInvalid,
  apiKeyMissing,
  batchInvalid,
  batchResultsUnavailable,
  betaFieldUnknown,
  betaHeader,
  betaNotEnrolled,
  billingError,
  bodyEncoding,
  browserBlocked,
  cacheControlInvalid,
  captivePortal,
  claudeCodeOutdated,
  clockSkew,
  cloudflareOriginError,
  compactionBlockAltered,
  compactionBlockAmbiguous,
  compactionBlockMisplaced,
  compactionIncompleteTurn,
  compactionNothingToSummarize,
  compactionTooManyToolReferences,
  compactionUnavailable,
  connectionClosed,
  connectionRefused,
  connectionReset,
  connectionResetInsideBody,
  contentBlockInvalid,
  contentBlocked,
  contentBlockedInsideStream,
  contentEmpty,
  contentTrailingWhitespace,
  contextTooLong,
  contextWindowExceeded,
  contractSpendLimit,
  creditBalanceLow,
  dataRetentionRequired,
  dnsFailure,
  documentInvalid,
  effortUnsupported,
  emptyAnswer,
  emptyBody,
  encryptionKeyBlocked,
  encryptionKeyDisabled,
  encryptionKeyUnreachable,
  encryptionSettingsUnavailable,
  endpointWrong,
  extraUsageRequired,
  fastModeNotAllowed,
  fieldInvalid,
  fieldMissing,
  fieldUnknown,
  fileExpired,
  fileNotDownloadable,
  fileNotFound,
  firewallBlocked,
  garbledAnswer,
  garbledEvent,
  garbledToolInput,
  gatewayBudgetExceeded,
  gatewayCreditLow,
  gatewayKeyInvalid,
  gatewayNoRoute,
  gatewayRateLimit,
  gatewayTimeout,
  gatewayTranslation,
  gatewayUpstreamFailed,
  hostTimeLimit,
  humanReviewDisabled,
  imageDimensionsTooLarge,
  imageInvalid,
  imageTooLarge,
  inferenceProfileMissing,
  internalError,
  jsonLoneSurrogate,
  jsonMalformed,
  linkedOrganizationSpendLimit,
  linkedOrganizationUnbillable,
  longContextNotAllowed,
  maxTokensTooLarge,
  mcpAuthorizationInvalid,
  mcpConfigInvalid,
  mcpServerUnreachable,
  messagesEmpty,
  modelAccessDenied,
  modelFeatureUnsupported,
  modelIdPlatform,
  modelNotFound,
  modelRetired,
  oauthClientRestricted,
  oauthExpired,
  oauthOrgNotAllowed,
  oauthScopeMissing,
  organizationDisabled,
  organizationOnHold,
  outputFormatInvalid,
  outputTruncated,
  overloaded,
  overloadedInsideStream,
  pauseTurnUnanswered,
  permissionDenied,
  platformCredentials,
  platformDailyQuota,
  platformPermission,
  platformQuota,
  prefillUnsupported,
  proxyCredentialsMissing,
  proxyFailure,
  rateLimitAcceleration,
  rateLimitBatchQueue,
  rateLimitConcurrency,
  rateLimitFastInputTokens,
  rateLimitFastOutputTokens,
  rateLimitInputTokens,
  rateLimitOther,
  rateLimitOutputTokens,
  rateLimitRequests,
  refusal,
  regionUnsupported,
  requestBodyTimeout,
  requestBodyTooLargeAfterDecoding,
  requestTooLarge,
  responseNotJson,
  responseTimeout,
  roleInvalid,
  roleOrder,
  samplingConflict,
  sandboxEgressRestricted,
  serverToolResultMissing,
  serviceUnavailable,
  skillUndecryptable,
  slowDrip,
  spendLimitOwn,
  spendLimitTier,
  stopSequenceBlank,
  storageQuotaExceeded,
  streamCutInsideEvent,
  streamInterrupted,
  streamStalled,
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
  tlsExpired,
  tlsFailure,
  tlsHostnameMismatch,
  tlsInterception,
  tlsNotSpoken,
  tlsSelfSigned,
  tlsUntrusted,
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
  userProfileBillingUnauthorized,
  userProfileRequired,
  userProfileUnbillable,
  userProfileUnknown,
  versionHeader,
  workspaceIdMissing,
  wrongContentType,
  wrongLength,
];

let byId: ReadonlyMap<string, Fault> | undefined;

/** Finds a fault by its id. */
export function faultById(id: string): Fault | undefined {
  byId ??= new Map(faults.map((fault) => [fault.id, fault]));
  return byId.get(id);
}
