import type { FailedAttempt } from '../attempt/failed-attempt.ts';
import type { RetryDecision } from '../retry/policy.ts';
import { callAttributes, failureAttributes, type SpanAttributes } from './span-attributes.ts';

/** What is used of a span of OpenTelemetry. */
export interface OpenSpan {
  setAttributes(attributes: SpanAttributes): unknown;
  addEvent(name: string, attributes: SpanAttributes): unknown;
}

/** Gives the span that is active where it is called. */
export type ActiveSpan = () => OpenSpan | undefined;

let loading: Promise<ActiveSpan | undefined> | undefined;

/** Loads OpenTelemetry where the program has it, once, and not before it is needed. */
export function loadActiveSpan(): Promise<ActiveSpan | undefined> {
  loading ??= import('@opentelemetry/api').then(
    ({ trace }) =>
      () =>
        trace.getActiveSpan(),
    () => undefined,
  );
  return loading;
}

/**
 * Marks a span with an attempt that failed. Each is an event; what the span itself says of an error is set when no other
 * attempt follows, as far as that is known.
 */
export function markSpan(span: OpenSpan, failure: FailedAttempt, decision: RetryDecision | undefined): void {
  const attributes = failureAttributes(failure, decision);
  span.setAttributes(callAttributes(failure));
  span.addEvent('faultline.attempt_failed', attributes);
  if (decision?.action !== 'retry') span.setAttributes(attributes);
}
