import type { Deed } from '../core/fault.ts';
import type { JsonObject } from '../core/json.ts';

const sound: JsonObject = {
  model: 'claude-sonnet-4-6',
  max_tokens: 256,
  messages: [{ role: 'user', content: 'Which rivers flow through Vienna?' }],
};

/**
 * A request that is sound but for some members, and perhaps headers; a header with an empty value is left out. The API
 * judges it in place of the one that was sent, so that it is refused in the words of the rule that it breaks.
 */
export function brokenRequest(members: JsonObject, headers: Readonly<Record<string, string>> = {}): Deed {
  return {
    kind: 'request',
    body: JSON.stringify({ ...sound, ...members }),
    // The version whose sentences are known best.
    headers: { 'anthropic-version': '2023-06-01', 'anthropic-beta': '', ...headers },
  };
}
