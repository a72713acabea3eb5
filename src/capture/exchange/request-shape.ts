import { isArray, isObject, numberOf, textOf } from '../../core/json.ts';
import type { RequestShape } from '../../core/incident.ts';
import { present } from '../../core/present.ts';

/** Member names beyond these are the caller's own and may say something. */
const memberName = /^[a-z_]{1,40}$/;

/** Describes a request without a word of it. */
export function shapeOfRequest(body: unknown): RequestShape {
  if (!isObject(body)) return {};
  const messages = isArray(body.messages) ? body.messages : undefined;
  const blocks: Record<string, number> = {};
  const count = (content: unknown): void => {
    for (const block of isArray(content) ? content : []) {
      const type = isObject(block) ? textOf(block.type) : undefined;
      if (type === undefined || !memberName.test(type)) continue;
      blocks[type] = (blocks[type] ?? 0) + 1;
      if (isObject(block)) count(block.content);
    }
  };
  count(body.system);
  for (const message of messages ?? []) {
    if (!isObject(message)) continue;
    if (typeof message.content === 'string') blocks['text'] = (blocks['text'] ?? 0) + 1;
    count(message.content);
  }
  return present({
    model: textOf(body.model)?.slice(0, 200),
    isStreaming: body.stream === true ? true : undefined,
    maxTokens: numberOf(body.max_tokens),
    messages: messages?.length,
    blocks: Object.keys(blocks).length > 0 ? blocks : undefined,
    tools: isArray(body.tools) ? body.tools.length : undefined,
    hasSystem: body.system === undefined ? undefined : true,
    thinking: isObject(body.thinking) ? textOf(body.thinking.type)?.slice(0, 40) : undefined,
    members: Object.keys(body).filter((name) => memberName.test(name)),
  });
}
