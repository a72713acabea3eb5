import { isArray, isObject, textOf, type JsonObject } from '../../core/json.ts';
import type { Problem } from '../../core/problem.ts';
import { answerProblem } from './answer-problem.ts';
import { mayCutLastBlock, stopReasonProblems } from './stop-reason.ts';
import { outputFormatProblems } from './structured-output.ts';
import { toolUseProblems } from './tool-input.ts';

/** Judges what a complete message says: its tool input, its output format, and what its stop reason asks for. */
export function messageProblems(message: JsonObject, request: unknown): readonly Problem[] {
  const content = isArray(message.content) ? message.content : [];
  const isCut = mayCutLastBlock(message.stop_reason);
  const problems: Problem[] = [];
  for (const [index, block] of content.entries()) {
    if (!isObject(block) || block.type !== 'tool_use') continue;
    if (isCut && index === content.length - 1) continue;
    problems.push(...toolUseProblems(block, index, request));
  }
  if (message.stop_reason === 'end_turn') problems.push(...outputFormatProblems(content, request));
  return [...problems, ...stopReasonProblems(message)];
}

/** Members that readers of an answer rely on, with what they must be. */
const members = [
  ['id', 'a string', isText],
  ['role', '"assistant"', (value: unknown) => value === 'assistant'],
  ['model', 'a string', isText],
  ['content', 'an array of blocks', isArray],
  ['stop_reason', 'a string: it is never null in a whole answer', isText],
  ['usage', 'an object with token counts', isUsage],
] as const;

/** What the blocks of an answer must hold; blocks of other types are left alone. */
const blockMembers = new Map<string, readonly (readonly [string, string, (value: unknown) => boolean])[]>([
  ['text', [['text', 'a string', isText]]],
  [
    'tool_use',
    [
      ['id', 'a string', isText],
      ['name', 'a string', isText],
      ['input', 'an object', isObject],
    ],
  ],
  ['thinking', [['thinking', 'a string', isText]]],
  ['redacted_thinking', [['data', 'a string', isText]]],
]);

/** Where an answer does not have the shape of a message. */
export function messageShapeProblems(message: JsonObject): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [name, expected, holds] of members) {
    if (!holds(message[name])) problems.push(misshapen([name], expected, message[name]));
  }
  if (!isArray(message.content)) return problems;
  for (const [index, block] of message.content.entries()) {
    const type = isObject(block) ? textOf(block.type) : undefined;
    if (!isObject(block) || type === undefined) {
      problems.push(misshapen(['content', index], 'an object with a `type`', block));
      continue;
    }
    for (const [name, expected, holds] of blockMembers.get(type) ?? []) {
      if (!holds(block[name])) problems.push(misshapen(['content', index, name], expected, block[name]));
    }
  }
  return problems;
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isUsage(value: unknown): boolean {
  return isObject(value) && typeof value.input_tokens === 'number' && typeof value.output_tokens === 'number';
}

function misshapen(at: readonly (string | number)[], expected: string, found: unknown): Problem {
  const was =
    found === undefined
      ? 'it is absent'
      : found === null
        ? 'it is null'
        : isArray(found)
          ? 'it is an array'
          : `it is a ${typeof found}`;
  return answerProblem({
    cause: 'response-unparsable',
    row: 'answer-shape',
    at,
    message: `\`${at.join('.')}\` must be ${expected}; ${was}.`,
    why: 'The API always sends it, so something between the API and this record changed the answer: a gateway, a mock, or the code that stored it.',
  });
}
