/** Errors in a chain, or side by side in one error, beyond which nothing new is to be expected. */
const mostErrors = 12;

/** Members of SDK errors, in the names of the TypeScript, AI SDK and AWS clients. */
const told = ['status', 'statusCode', 'code', 'type', 'requestID', 'request_id', 'url', 'responseBody', 'finishReason'];

/** Members that hold what an error came from. */
const inner = ['cause', 'lastError'];

/**
 * Whatever a program caught, as the text that a person would have pasted: class, message, what it came from, and the
 * members that SDKs put on their errors. Never throws, and stops at cycles.
 */
export function textOfThrown(thrown: unknown): string {
  const lines: string[] = [];
  const seen = new Set<unknown>();
  const waiting = [thrown];
  while (waiting.length > 0 && seen.size < mostErrors) {
    const current = waiting.shift();
    if (current === undefined || current === null || seen.has(current)) continue;
    lines.push(...describe(current, seen.size === 0 ? '' : 'Caused by: '));
    seen.add(current);
    waiting.push(...inner.map((key) => read(current, key)), ...listOf(read(current, 'errors')));
  }
  return lines.join('\n');
}

function describe(value: unknown, prefix: string): readonly string[] {
  if (!isObject(value)) return [prefix + plain(value)];
  const message = read(value, 'message');
  const lines = [typeof message === 'string' ? `${prefix}${nameOf(value)}: ${message}` : prefix + json(value)];
  for (const key of told) {
    const member = read(value, key);
    if (typeof member === 'string' || typeof member === 'number') lines.push(`  ${key}: ${member}`);
  }
  const body = read(value, 'error');
  if (isObject(body)) lines.push(json(body));
  lines.push(...headerLines(read(value, 'headers') ?? read(value, 'responseHeaders')), ...answerLines(value));
  return lines;
}

/** The answer that HTTP clients put on their errors. */
function answerLines(value: object): readonly string[] {
  const answer = read(value, 'response');
  const status = read(answer, 'status');
  if (typeof status !== 'number') return [];
  const body = read(answer, 'data');
  return [
    `  status: ${status}`,
    ...(isObject(body) ? [json(body)] : typeof body === 'string' ? [body] : []),
    ...headerLines(read(answer, 'headers')),
  ];
}

/** Headers as lines, of a `Headers`, a list of pairs or a plain object. */
export function headerLines(headers: unknown): readonly string[] {
  if (!isObject(headers)) return [];
  const pairs = attempt(() => (isIterable(headers) ? [...headers] : Object.entries(headers))) ?? [];
  return pairs.flatMap((pair) => {
    const [name, value] = listOf(pair);
    return name === undefined ? [] : [`${plain(name)}: ${plain(value)}`];
  });
}

function nameOf(value: object): string {
  const name = read(value, 'name') ?? read(read(value, 'constructor'), 'name');
  return typeof name === 'string' ? name : 'Error';
}

/** A member of whatever may have one; reading can run a getter or a proxy, and those can throw. */
export function read(value: unknown, key: string): unknown {
  return isObject(value) || typeof value === 'function' ? attempt((): unknown => Reflect.get(value, key)) : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return attempt((): unknown[] => (Array.isArray(value) ? value.slice(0, mostErrors) : [])) ?? [];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isIterable(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value;
}

function plain(value: unknown): string {
  return attempt(() => String(value)) ?? typeof value;
}

function json(value: unknown): string {
  return attempt(() => JSON.stringify(value)) ?? plain(value);
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
