import { isArray, isObject } from '../../core/json.ts';
import { isCredentialHeader } from '../../redactors/secret-headers.ts';

/**
 * Headers by lower-case name, from an object, pairs, or the name and value objects of a HAR. The value of a credential
 * is left behind: that it was sent is all that a check needs.
 */
export function headersFrom(value: unknown): Readonly<Record<string, string>> | undefined {
  const pairs = isArray(value) ? value.map(pairOf) : isObject(value) ? Object.entries(value) : [];
  const headers: Record<string, string> = {};
  for (const [name, content] of pairs) {
    if (typeof name !== 'string' || name === '' || name.startsWith(':')) continue;
    const lower = name.toLowerCase();
    headers[lower] = isCredentialHeader(lower)
      ? 'removed'
      : isArray(content)
        ? content.map(String).join(',')
        : String(content);
  }
  return Object.keys(headers).length > 0 ? headers : undefined;
}

function pairOf(entry: unknown): readonly unknown[] {
  if (isArray(entry)) return entry;
  return isObject(entry) ? [entry.name, entry.value] : [];
}

/** Every call carries the API version, so a list of headers with it can be taken for the whole. */
export function areAllHeaders(headers: Readonly<Record<string, string>> | undefined): boolean {
  return headers?.['anthropic-version'] !== undefined;
}
