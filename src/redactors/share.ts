import { isArray, isObject } from '../core/json.ts';

/** How much of a body may be shown: structure alone, the text of failing calls, or the text of all. */
export type Share = 'shape' | 'errors' | 'all';

/** Members whose value says what a body is, and not what anybody wrote. */
const structural: ReadonlySet<string> = new Set([
  'type',
  'role',
  'id',
  'tool_use_id',
  'model',
  'stop_reason',
  'media_type',
  'file_id',
  'request_id',
  'tool_name',
  'name',
  'caller',
  'ttl',
  'effort',
  'display',
  'service_tier',
  'anthropic_version',
  'object',
  'error_code',
  'container',
  'custom_id',
]);

/** Members that hold what a tool was given or what the user chose, where a structural name means nothing. */
const free: ReadonlySet<string> = new Set(['input', 'metadata', 'arguments', 'headers', 'extra_body']);
const mostStructural = 128;

/** A body as far as it may be shown. `failed` says whether its call failed. Secrets are taken out by a redaction, not here. */
export function sharedBody(body: unknown, share: Share, failed: boolean): unknown {
  return share === 'all' || (share === 'errors' && failed) ? body : shapeOf(body, undefined, false);
}

/** Types, lengths and ids: text becomes its length. */
function shapeOf(value: unknown, name: string | undefined, isFree: boolean): unknown {
  if (typeof value === 'string')
    return !isFree && keepsText(name, value) ? value : `[text, ${value.length} characters]`;
  if (typeof value === 'number') return isFree ? '[number]' : value;
  if (isArray(value))
    return value.map((item) => shapeOf(item, name === 'required' || name === 'enum' ? undefined : name, isFree));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, member]) => [
        isFree ? `[name, ${key.length} characters]` : key,
        shapeOf(member, key, isFree || free.has(key) || key === 'properties' || key === '$defs'),
      ])
      .map(([key, member], index) => [isFree ? `${String(key)} ${index + 1}` : key, member]),
  );
}

/** Whether the text of a member says what something is, and not what anybody wrote. */
export function keepsText(name: string | undefined, value: string): boolean {
  return name !== undefined && structural.has(name) && value.length <= mostStructural && /^[\w.:/@-]+$/.test(value);
}
