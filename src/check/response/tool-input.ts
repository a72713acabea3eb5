import { isArray, isObject, textOf, type JsonObject } from '../../core/json.ts';
import type { Problem } from '../../core/problem.ts';
import { findValueFault } from '../schema-value.ts';
import { answerProblem } from './answer-problem.ts';

/** What a `tool_use` block gives a tool, held against the tool that the request offered. */
export function toolUseProblems(block: JsonObject, index: number, request: unknown): readonly Problem[] {
  const tools = isObject(request) && isArray(request.tools) ? request.tools.filter(isObject) : undefined;
  const name = textOf(block.name);
  if (!tools || name === undefined) return [];
  const tool = tools.find((one) => one.name === name);
  if (!tool) return tools.some(holdsOthers) ? [] : [unknownTool(name, index, tools)];
  if (!isObject(tool.input_schema) || block.input === undefined) return [];
  const fault = findValueFault(tool.input_schema, block.input);
  if (!fault) return [];
  const inner = fault.at.length > 0 ? `\`input.${fault.at.join('.')}\`` : '`input`';
  return [
    answerProblem({
      cause: 'response-unparsable',
      row: 'tool-input-unfit',
      at: ['content', index, 'input', ...fault.at],
      message: `The input of \`${name}\` does not fit the tool's schema: ${inner} ${fault.expected}.`,
      why: 'The model writes tool input freely unless the tool is strict. Answer the call with an error result that says what is wrong, and the model tries again; `strict: true` on the tool makes the schema hold.',
    }),
  ];
}

/** Toolsets bring tools whose names the request does not list. */
function holdsOthers(tool: JsonObject): boolean {
  return typeof tool.type === 'string' && tool.type.includes('toolset');
}

function unknownTool(name: string, index: number, tools: readonly JsonObject[]): Problem {
  const known = tools.flatMap((tool) => textOf(tool.name) ?? []);
  return answerProblem({
    cause: 'response-unparsable',
    row: 'tool-unknown',
    at: ['content', index, 'name'],
    message: `The answer calls a tool \`${name}\` that the request does not define.`,
    why: `The request offers ${known.length === 0 ? 'none by name' : known.slice(0, 10).join(', ')}. Answer the call with an error result; a name from earlier turns may have misled the model.`,
  });
}
