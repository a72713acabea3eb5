import { isArray, isObject, parsedJson, textOf } from '../../core/json.ts';
import type { Problem } from '../../core/problem.ts';
import { findValueFault } from '../schema-value.ts';
import { answerProblem } from './answer-problem.ts';

/** Whether the text of a finished answer keeps the output format that the request asked for. */
export function outputFormatProblems(content: readonly unknown[], request: unknown): readonly Problem[] {
  const schema = outputSchemaOf(request);
  if (schema === undefined) return [];
  const texts = content.flatMap((block, index) =>
    isObject(block) && block.type === 'text' ? [{ index, text: textOf(block.text) ?? '' }] : [],
  );
  const last = texts.at(-1);
  if (!last) return [];
  const at = ['content', last.index, 'text'];
  const value = parsedJson(texts.map(({ text }) => text).join(''));
  if (value === undefined) {
    return [
      answerProblem({
        cause: 'response-unparsable',
        row: 'output-not-json',
        at,
        message: 'The request asked for JSON by `output_config.format`, and the text is none.',
        why: 'A finished answer of a model that supports structured outputs is JSON. A gateway that drops the field, or a model that lacks it, answers in prose.',
      }),
    ];
  }
  const fault = findValueFault(schema, value);
  if (!fault) return [];
  return [
    answerProblem({
      cause: 'response-unparsable',
      row: 'output-unfit',
      at,
      message: `The answer does not fit the schema of \`output_config.format\`: ${fault.at.length > 0 ? `\`${fault.at.join('.')}\`` : 'it'} ${fault.expected}.`,
      why: 'Bounds such as lengths and numbers are not enforced while the model writes; check them in the application, and ask again when they are broken.',
    }),
  ];
}

function outputSchemaOf(request: unknown): unknown {
  if (!isObject(request)) return undefined;
  const config = isObject(request.output_config) ? request.output_config.format : request.output_format;
  return isObject(config) && config.type === 'json_schema' && !isArray(config.schema) ? config.schema : undefined;
}
