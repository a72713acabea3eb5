import { isArray, isObject, parsedJson } from '../../core/json.ts';

/** Deltas and blocks whose text is what the model wrote. */
const streamedText =
  /("type"\s*:\s*"(?:text_delta|thinking_delta|input_json_delta)"\s*,\s*"(?:text|thinking|partial_json)"\s*:\s*)"(?:[^"\\]|\\.)*"/g;

const isMessage = /"type"\s*:\s*"message"/;
/** What `curl -i` and `-v` print before the body of an answer that failed. */
const failureLine = /^(?:< )?HTTP\/[\d.]+ [3-5]\d\d\b/m;
/** Members of a block that the API writes; all others may hold what a model, a tool or a page said. */
const ofApi: ReadonlySet<string> = new Set(['type', 'id', 'tool_use_id', 'name', 'server_name', 'error_code', 'model']);
/** So many braces before the answer are tried: a log line and the headers of `curl -v` have some. */
const mostBraces = 40;

/**
 * Takes out of a successful answer what the model wrote, what it gave to tools and what they found: it may speak of
 * errors, and is none. An answer is a body of type `message`, whatever stands before it, or an event stream; anything
 * else, and what a failing status came with, is returned as it is.
 */
export function withoutModelText(text: string): string {
  if (text.includes('HTTP/') && failureLine.test(text)) return text;
  const left = text.includes('_delta') && /^(?:event|data):/m.test(text) ? text.replace(streamedText, '$1"…"') : text;
  return isMessage.test(left) ? withoutAnswer(left) : left;
}

/** With the JSON that ends the text blanked, where it holds an answer. */
function withoutAnswer(text: string): string {
  const end = text.lastIndexOf('}') + 1;
  let at = text.indexOf('{');
  for (let tries = 0; at !== -1 && tries < mostBraces; tries++) {
    const parsed = parsedJson(text.slice(at, end));
    if (parsed !== undefined) return text.slice(0, at) + JSON.stringify(answersBlanked(parsed)) + text.slice(end);
    at = text.indexOf('{', at + 1);
  }
  return text;
}

function answersBlanked(value: unknown): unknown {
  if (isArray(value)) return value.map(answersBlanked);
  if (!isObject(value)) return value;
  const isAnswer = value.type === 'message' && isArray(value.content);
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      isAnswer && name === 'content' ? blanked(member) : answersBlanked(member),
    ]),
  );
}

/** Every text emptied of what it says, but for what the API wrote; an empty one stays empty, so that this is seen. */
function blanked(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return value === '' || ofApi.has(name) ? value : '…';
  if (isArray(value)) return value.map((item) => blanked(item));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, key === 'input' ? said(member) : blanked(member, key)]),
  );
}

/** What a tool is given: names of members are as free as their values. */
function said(input: unknown): unknown {
  return isObject(input) && Object.keys(input).length === 0 ? input : '…';
}
