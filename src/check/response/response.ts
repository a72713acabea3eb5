import { isArray, isObject, type JsonObject, parsedJson, textOf } from '../../core/json.ts';
import type { Problem } from '../../core/problem.ts';
import { syntaxFault } from '../text/syntax.ts';
import { answerProblem, answerResult, type AnswerContext, type AnswerResult } from './answer-problem.ts';
import { errorOf, errorProblem } from './error-answer.ts';
import { looksLikeStream } from './events.ts';
import { messageProblems, messageShapeProblems } from './message.ts';
import { checkStream } from './stream.ts';

/**
 * Judges an answer of the API: its shape, its tool input, and what its stop reason asks of the caller. A text is parsed
 * first; a recorded event stream is judged as one.
 */
export function checkResponse(answer: unknown, context: AnswerContext = {}): AnswerResult {
  if (typeof answer !== 'string') return answerResult(bodyProblems(answer, context));
  const body = parsedJson(answer);
  if (body === undefined)
    return looksLikeStream(answer) ? checkStream(answer, context) : answerResult([notJson(answer)]);
  return answerResult(bodyProblems(body, context));
}

function bodyProblems(body: unknown, context: AnswerContext): readonly Problem[] {
  if (!isObject(body)) return [foreign(`a JSON ${isArray(body) ? 'array' : typeof body}`)];
  const error = errorOf(body);
  if (error) return [errorProblem(error, 'body')];
  if (body.type === 'message') {
    const misshapen = messageShapeProblems(body);
    return misshapen.length > 0 ? misshapen : messageProblems(body, context.request);
  }
  if (isOtherAnswer(body)) return [];
  return [foreign(nameOf(body))];
}

/** The answers of the neighbors of Messages: a token count, a Message Batch. */
function isOtherAnswer(body: JsonObject): boolean {
  return body.type === 'message_batch' || (typeof body.input_tokens === 'number' && body.content === undefined);
}

function nameOf(body: JsonObject): string {
  if (isArray(body.choices)) return 'a chat completion in the form of OpenAI';
  if (isObject(body.output) && body.stopReason !== undefined) return 'an answer of the Converse API of Amazon Bedrock';
  if (isArray(body.candidates)) return 'an answer in the form of Gemini';
  if (body.completion !== undefined) return 'an answer of the retired Text Completions API';
  const type = textOf(body.type);
  return type === undefined ? 'JSON without `type: "message"`' : `JSON of the type \`${type.slice(0, 60)}\``;
}

function foreign(found: string): Problem {
  return answerProblem({
    cause: 'response-unparsable',
    row: 'answer-foreign',
    message: `The answer is no message of the Messages API: it is ${found}.`,
    why: 'Something other than the Messages API answered, or translated its answer. Check the base URL and the path that the call goes to.',
  });
}

function notJson(answer: string): Problem {
  const start = answer.trimStart().slice(0, 200);
  const isHtml = start.startsWith('<');
  const fault = isHtml ? undefined : syntaxFault(answer);
  return answerProblem({
    cause: 'response-unparsable',
    row: 'answer-not-json',
    offset: fault?.offset ?? 0,
    message:
      start === ''
        ? 'The answer is empty.'
        : isHtml
          ? 'The answer is a page of HTML, not JSON.'
          : `The answer is not JSON: ${fault?.reason ?? 'unexpected character'}.`,
    why: isHtml
      ? 'A proxy, a firewall or a sign-in page answered in place of the API. `faultline explain` names which when its text is given.'
      : fault && fault.offset >= answer.trimEnd().length - 1 && start !== ''
        ? 'It ends before its JSON is complete: the connection was closed early, or the record was cut.'
        : 'Every answer of the API, errors included, is one JSON object.',
  });
}
