/** Error types that the API, its edge and its helpers write; `error-types.test.ts` holds them against the SDK's. */
export const apiErrorTypes = [
  'invalid_request_error',
  'authentication_error',
  'billing_error',
  'permission_error',
  'not_found_error',
  'conflict_error',
  'request_too_large',
  'rate_limit_error',
  'timeout_error',
  'overloaded_error',
  'api_error',
  'memory_precondition_failed_error',
  'memory_path_conflict_error',
] as const;
