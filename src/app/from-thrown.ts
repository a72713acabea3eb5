/**
 * Whatever a program caught, as the text that a person would have pasted: class, message, cause chain, and the
 * members that SDKs put on their errors. Never throws, and stops at cycles.
 */
export function textOfThrown(thrown: unknown): string {
  const lines: string[] = [];
  const seen = new Set<unknown>();
  for (
    let current = thrown, depth = 0;
    current !== undefined && current !== null && depth < 8 && !seen.has(current);
    depth++
  ) {
    seen.add(current);
    lines.push(...describe(current, depth === 0 ? '' : 'Caused by: '));
    const next = read(current, 'cause') ?? read(current, 'lastError');
    current = next === current ? undefined : next;
  }
  return lines.join('\n');
}

/** Members of SDK errors, in the names of the TypeScript, AI SDK and AWS clients. */
const told = ['status', 'statusCode', 'code', 'type', 'requestID', 'request_id', 'url', 'responseBody', 'finishReason'];

function describe(value: unknown, prefix: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [prefix + String(value)];
  const named = read(value, 'name');
  const name = typeof named === 'string' ? named : value.constructor.name;
  const message = read(value, 'message');
  const lines = [typeof message === 'string' ? `${prefix}${name}: ${message}` : prefix + json(value)];
  for (const key of told) {
    const member = read(value, key);
    if (typeof member === 'string' || typeof member === 'number') lines.push(`  ${key}: ${member}`);
  }
  const body = read(value, 'error');
  if (typeof body === 'object' && body !== null) lines.push(json(body));
  lines.push(...headerLines(read(value, 'headers') ?? read(value, 'responseHeaders')));
  return lines;
}

function headerLines(headers: unknown): readonly string[] {
  if (typeof headers !== 'object' || headers === null) return [];
  const pairs: readonly (readonly unknown[])[] =
    headers instanceof Headers
      ? [...headers]
      : Array.isArray(headers)
        ? headers.filter((pair) => Array.isArray(pair))
        : Object.entries(headers);
  return pairs.map(([name, value]) => `${String(name)}: ${String(value)}`);
}

function read(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  try {
    return Reflect.get(value, key);
  } catch {
    return undefined;
  }
}

function json(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
