import { endpointOf } from '../../capture/request/endpoint.ts';

/** What is known of a request before it is sent. */
export interface OpenedRequest {
  readonly origin: string;
  /** With the query. */
  readonly path: string;
  /** Names and values in turn. */
  readonly headers: readonly string[];
}

/**
 * Whether a request of a program is a call of the Claude API: a program asks many other services too, and what it asks
 * them is none of our business.
 */
export function isClaudeCall({ origin, path, headers }: OpenedRequest): boolean {
  const { platform, isMessagesCall } = endpointOf(origin + path);
  if (platform === 'direct' || platform === 'aws') return true;
  // All libraries send it, whatever stands between.
  if (headers.some((name, at) => at % 2 === 0 && /^anthropic-version$/i.test(name))) return true;
  return isMessagesCall && /anthropic|claude/i.test(path);
}
