import type { Evidence } from './evidence.ts';
import { present } from './present.ts';
import type { Facts } from './verdict.ts';

/** The facts of the evidence, flat, as every surface prints them. */
export function factsOf(evidence: Evidence): Facts {
  const { response, client, network, platform, gateway, model, timestamp } = evidence;
  const headers = response?.headers;
  const retryAfter = Number(headers?.['retry-after']);
  const limits = Object.entries(headers ?? {}).filter(([name]) => /^anthropic-(ratelimit|priority|fast)-/.test(name));
  return present({
    status: response?.status,
    errorType: response?.errorType,
    errorCode: response?.errorCode,
    message: response?.message,
    path: response?.path,
    requestId: response?.requestId,
    stopReason: response?.stopReason,
    model,
    platform,
    gateway,
    client: client?.name,
    clientVersion: client?.version,
    retryAfterSeconds: headers?.['retry-after'] !== undefined && Number.isFinite(retryAfter) ? retryAfter : undefined,
    limits: limits.length > 0 ? Object.fromEntries(limits) : undefined,
    errno: network?.errno,
    host: network?.host,
    timestamp,
  });
}
