import { isArray, isObject } from '../src/core/json.ts';
import type { JsonObject } from '../src/core/json.ts';

/** How large a measured conversation is. */
export interface BodySize {
  readonly label: string;
  /** Each is a call of a tool and its result. */
  readonly turns: number;
  readonly resultCharacters: number;
}

/** A conversation of 200 messages and one of 2,000, both with 21 tools. */
export const bodySizes = [
  { label: '187 kB', turns: 100, resultCharacters: 700 },
  { label: '4 MB', turns: 1000, resultCharacters: 3050 },
] as const satisfies readonly BodySize[];

/** A request as a coding agent sends it: system prompt, tools, and a tool loop. */
export function agentBody({ turns, resultCharacters }: BodySize): JsonObject {
  const messages: unknown[] = [{ role: 'user', content: 'Find out why the build fails, and mend it.' }];
  for (let turn = 0; turn < turns; turn++) {
    const id = `toolu_${String(turn).padStart(20, '0')}`;
    messages.push(
      {
        role: 'assistant',
        content: [
          { type: 'text', text: prose(turn, 400) },
          {
            type: 'tool_use',
            id,
            name: 'read_file',
            input: { path: `src/part-${turn}.ts`, from: turn, to: turn + 200 },
          },
        ],
      },
      {
        role: 'user',
        content: [
          { type: 'tool_result', tool_use_id: id, content: [{ type: 'text', text: code(turn, resultCharacters) }] },
        ],
      },
    );
  }
  return {
    model: 'claude-sonnet-4-6',
    max_tokens: 16_000,
    stream: true,
    system: [{ type: 'text', text: prose(0, 6000), cache_control: { type: 'ephemeral' } }],
    tools: Array.from({ length: 21 }, (_, index) => tool(`tool_${index}`)),
    thinking: { type: 'adaptive' },
    messages,
  };
}

/** The same request with faults all over: results without their calls, and unknown members. */
export function brokenBody(size: BodySize): unknown {
  const body: unknown = JSON.parse(JSON.stringify(agentBody(size)));
  const messages = isObject(body) && isArray(body.messages) ? body.messages : [];
  for (const [index, message] of messages.entries()) {
    if (index % 4 !== 2 || !isObject(message) || !isArray(message.content)) continue;
    for (const block of message.content)
      if (isObject(block)) Object.assign(block, { tool_use_id: `lost_${index}`, extra: true });
  }
  return body;
}

/** The same request with a last message that has no content. */
export function lateFault(size: BodySize): JsonObject {
  const body = agentBody(size);
  const messages = isArray(body.messages) ? body.messages : [];
  return { ...body, messages: [...messages, { role: 'user' }] };
}

/** A tool input nested as deep as asked for. */
export function nestedBody(depth: number): string {
  const input = '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);
  return `{"model":"claude-sonnet-4-6","max_tokens":16,"messages":[{"role":"user","content":"?"},{"role":"assistant","content":[{"type":"tool_use","id":"a","name":"b","input":${input}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"a","content":"c"}]}]}`;
}

function tool(name: string): unknown {
  return {
    name,
    description: prose(name.length, 300),
    input_schema: {
      type: 'object',
      properties: {
        path: { type: 'string', description: prose(3, 80) },
        from: { type: 'integer', minimum: 0 },
        to: { type: 'integer' },
        flags: { type: 'array', items: { enum: ['a', 'b', 'c'] } },
      },
      required: ['path'],
    },
  };
}

function prose(seed: number, length: number): string {
  const words = ['the', 'build', 'stops', 'because', 'a', 'module', 'is', 'missing', 'from', 'its', 'package', 'list'];
  let text = '';
  for (let index = seed; text.length < length; index++) text += `${words[index % words.length] ?? ''} `;
  return text;
}

function code(seed: number, length: number): string {
  let text = '';
  for (let line = seed; text.length < length; line++) {
    text += `${line}\tif (state.get("part-${line}")?.isOpen === true) {\n\t\treturn close(part, ${line});\n\t}\n`;
  }
  return text;
}
