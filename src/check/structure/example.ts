import type { JsonObject } from '../../core/json.ts';
import type { JudgedRequest, RuleExample } from '../../core/rule.ts';

/** Everything of a judged request but its body. */
export type Circumstances = Omit<JudgedRequest, 'body'>;

/** A request that every model takes. */
export const plain = { model: 'claude-sonnet-4-6', max_tokens: 4000, messages: [{ role: 'user', content: 'Hello' }] };

/** A tool that the examples call. */
export const lookUp = { name: 'look_up', input_schema: { type: 'object' } };

/** A request whose headers are all known. */
export function sent(headers: Readonly<Record<string, string>> = {}): Circumstances {
  return { headers: { 'anthropic-version': '2023-06-01', ...headers }, headersKnown: true };
}

/** A request that was sent with a beta value. */
export function under(beta: string): Circumstances {
  return sent({ 'anthropic-beta': beta });
}

/** What an example tells, beside the two bodies. */
interface Told {
  readonly row: string;
  readonly cause: string;
  /** `path: message`, as the API writes it. */
  readonly says: string;
  readonly breaks: JsonObject;
  readonly spares: JsonObject;
  /** The circumstances of both bodies, or of one of them. */
  readonly both?: Circumstances;
  readonly broken?: Circumstances;
  readonly spared?: Circumstances;
  readonly severity?: 'warning';
}

/** An example of a structural fault. */
export function example(told: Told): RuleExample {
  const colon = told.says.indexOf(': ');
  return {
    row: told.row,
    breaks: { body: told.breaks, ...(told.broken ?? told.both) },
    expected: {
      cause: told.cause,
      ...(told.severity ? { severity: told.severity } : {}),
      path: told.says.slice(0, colon),
      message: told.says.slice(colon + 2),
    },
    spares: { body: told.spares, ...(told.spared ?? told.both) },
  };
}

/** Examples of faults of a request's own members: `[row, cause, says, member, refused value, accepted value]`. */
export function members(
  table: readonly (readonly [
    row: string,
    cause: string,
    says: string,
    member: string,
    refused: unknown,
    accepted: unknown,
  ])[],
): readonly RuleExample[] {
  return table.map(([row, cause, says, member, refused, accepted]) =>
    example({ row, cause, says, breaks: withMember(member, refused), spares: withMember(member, accepted) }),
  );
}

function withMember(name: string, value: unknown): JsonObject {
  // A value that is `undefined` leaves the member out, as JSON does.
  return { ...plain, [name]: value };
}

/** A request with these messages. */
export function saying(...messages: readonly unknown[]): JsonObject {
  return { ...plain, messages };
}

/** A request with one message of these blocks. */
export function user(...content: readonly unknown[]): JsonObject {
  return saying({ role: 'user', content });
}

/** A conversation in which the assistant calls a tool and gets its result. */
export function called(use: JsonObject, result: JsonObject = {}): JsonObject {
  return {
    ...saying(
      ...plain.messages,
      { role: 'assistant', content: [{ type: 'tool_use', id: 'toolu_1', name: 'look_up', input: {}, ...use }] },
      { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_1', content: 'Found', ...result }] },
    ),
    tools: [lookUp],
  };
}

/** The sentence about a tag that is none of those expected. */
export function unknownTag(tag: string, expected: readonly string[]): string {
  const list = expected.map((name) => `'${name}'`).join(', ');
  return `Input tag '${tag}' found using 'type' does not match any of the expected tags: ${list}`;
}
