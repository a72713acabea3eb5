import type { Platform } from '../../core/evidence.ts';
import { present } from '../../core/present.ts';
import type { FailedAttempt } from '../attempt/failed-attempt.ts';
import type { RetryDecision } from '../retry/policy.ts';
import { logLine } from './log-line.ts';

/** Values that a span takes. */
export type SpanAttributes = Readonly<Record<string, string | number | boolean>>;

/** `gen_ai.provider.name` in the conventions' own spelling; what is not listed there is left to the spans of the client. */
const providers: Partial<Record<Platform, string>> = {
  direct: 'anthropic',
  aws: 'anthropic',
  bedrock: 'aws.bedrock',
  vertex: 'gcp.vertex_ai',
  foundry: 'azure.ai.inference',
};

/** What the call is, in the names of the GenAI and HTTP conventions, and of the SDK's own spans. */
export function callAttributes({ request, requestId }: FailedAttempt): SpanAttributes {
  return present({
    'gen_ai.provider.name': request.platform === undefined ? undefined : providers[request.platform],
    'gen_ai.operation.name': request.isMessagesCall ? 'chat' : undefined,
    'gen_ai.request.model': request.model,
    'gen_ai.request.max_tokens': request.maxTokens,
    'gen_ai.request.stream': request.isMessagesCall ? request.isStreaming : undefined,
    'http.request.method': request.method,
    'server.address': request.host === '' ? undefined : request.host.replace(/:\d+$/, ''),
    'anthropic.request.id': requestId,
  });
}

/** How an attempt failed, in the same names, with the cause beside them. */
export function failureAttributes(failure: FailedAttempt, decision?: RetryDecision): SpanAttributes {
  const { cause, side, type, status, errno, action, reason, waitMs } = logLine(failure, decision);
  return present({
    // A type of the API tells more than its status, and any error more than none.
    'error.type': type ?? (failure.ending === 'refused' && status !== undefined ? String(status) : (errno ?? cause)),
    'http.response.status_code': status,
    'http.request.resend_count': failure.attempt > 1 ? failure.attempt - 1 : undefined,
    'faultline.cause': cause,
    'faultline.side': side,
    'faultline.retry.action': action,
    'faultline.retry.reason': reason,
    'faultline.retry.wait_ms': waitMs,
  });
}
