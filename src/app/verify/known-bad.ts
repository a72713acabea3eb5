import { isArray, isObject, type JsonObject } from '../../core/json.ts';

/** A request that must be refused. */
export interface KnownBad {
  readonly id: string;
  readonly title: string;
  readonly body: JsonObject;
}

/** Breaks a request in two ways: without a field that is required, and with an id that is none. */
export function knownBadOf(body: JsonObject): readonly KnownBad[] {
  const field = body.max_tokens === undefined ? 'messages' : 'max_tokens';
  const { [field]: _, ...rest } = body;
  return [{ id: 'field-left-out', title: `The request without \`${field}\``, body: rest }, withInvalidId(body)];
}

const noCall = 'toolu_01NoSuchCallWasEverMade';
const noModel = 'claude-no-such-model';

function withInvalidId(body: JsonObject): KnownBad {
  const messages = isArray(body.messages) ? body.messages : [];
  const at = messages.findIndex((message) => blocksOf(message).some(isResult));
  const message = messages[at];
  if (!isObject(message)) {
    return { id: 'invalid-id', title: `The request with the model \`${noModel}\``, body: { ...body, model: noModel } };
  }
  const place = blocksOf(message).findIndex(isResult);
  const content = blocksOf(message).map((block, index) =>
    index === place && isObject(block) ? { ...block, tool_use_id: noCall } : block,
  );
  return {
    id: 'invalid-id',
    title: `The request with the \`tool_use_id\` of no call`,
    body: { ...body, messages: messages.map((one, index) => (index === at ? { ...message, content } : one)) },
  };
}

function blocksOf(message: unknown): readonly unknown[] {
  return isObject(message) && isArray(message.content) ? message.content : [];
}

function isResult(block: unknown): boolean {
  return isObject(block) && block.type === 'tool_result';
}
