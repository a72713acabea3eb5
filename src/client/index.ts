export type { FailedAttempt, AttemptTiming } from './attempt/failed-attempt.ts';
export type { CallingClient, CallShape } from './attempt/call-shape.ts';
export { capture, type CapturedIncident, type CaptureOptions } from './capture.ts';
export type { Clock } from './clock.ts';
export type { Fetch } from './fetch-call.ts';
export type { CustomSecrets } from '../redactors/custom.ts';
export { incidentStore, type IncidentStoreOptions } from './incident-store.ts';
export { guard, type GuardedCall, type GuardOptions } from './guard.ts';
export { logger, type LogLine, type LoggerOptions } from './log/logger.ts';
export {
  ramp,
  RampRefusedError,
  type Ramp,
  type RampAnswer,
  type RampCall,
  type RampOptions,
  type RampTurn,
} from './ramp/ramp.ts';
export type { Patience } from './ramp/gate.ts';
export type { Figures as RampFigures } from '../ramp/figures.ts';
export type { Decision as RampDecision } from '../ramp/state.ts';
export type { Measurement as RampMeasurement } from '../ramp/measurements.ts';
export { RequestRefusedError } from './request-refused.ts';
export { CircuitOpenError } from './retry/circuit-open.ts';
export type { BreakerLimits } from './retry/breaker.ts';
export type { RetryDecision, RetryLimits, RetryReason } from './retry/policy.ts';
export { retry } from './retry/retry.ts';
export { retryCall, type RetryAttempt } from './retry/retry-call.ts';
export { retryFetch } from './retry/retry-fetch.ts';
export type { RetryOptions } from './retry/settings.ts';
export { createRetryShare, type RetryShare } from './retry/share.ts';
export type { SdkClient, SdkContext, SdkMiddleware, SdkRequest } from './sdk.ts';
export { withFaultline, type FaultlineOptions } from './with-faultline.ts';
