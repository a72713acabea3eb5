import { isObject, type JsonObject, parsedJson, textOf } from '../../core/json.ts';
import type { Problem } from '../../core/problem.ts';
import { answerProblem, answerResult, type AnswerContext, type AnswerResult } from './answer-problem.ts';
import { inputOf, wholeBlock } from './blocks.ts';
import { errorOf, errorProblem } from './error-answer.ts';
import { eventsIn, type StreamEvent } from './events.ts';
import { mostFaults, StreamGrammar } from './grammar.ts';
import { messageProblems } from './message.ts';
import { mayCutLastBlock } from './stop-reason.ts';
import { streamAbsent, streamCut, type StreamRead } from './stream-end.ts';

/**
 * Judges a recorded event stream: the order of its events, whether it is whole, the tool input that its deltas spell,
 * and what the stop reason asks of the caller. Offsets are those of the text.
 */
export function checkStream(text: string, context: AnswerContext = {}): AnswerResult {
  const grammar = new StreamGrammar();
  const read = readEvents(text, grammar);
  if (read.count === 0) return answerResult([streamAbsent(text)]);
  if (read.isBroken) return answerResult([...read.problems, ...grammar.problems]);
  const cut = streamCut(grammar, read, text.length);
  const isWhole = grammar.stopReason !== undefined;
  return answerResult([
    ...read.problems,
    ...grammar.problems,
    ...cut,
    ...(isWhole ? [...inputProblems(grammar), ...wholeProblems(grammar, context)] : []),
  ]);
}

function readEvents(text: string, grammar: StreamGrammar): StreamRead {
  const problems: Problem[] = [];
  let count = 0;
  let lastAt = 0;
  let lastType: string | undefined;
  let isNameless = false;
  for (const event of eventsIn(text)) {
    if (event.data === '') continue;
    count++;
    const value = valueOf(event);
    if (value === undefined) {
      // The last event of a cut stream ends in the middle of its JSON.
      if (!event.isClosed) break;
      if (problems.length < mostFaults) problems.push(unreadable(event));
      continue;
    }
    lastAt = event.at;
    lastType = textOf(value.type) ?? lastType;
    const error = event.name === 'error' || value.type === 'error' ? (errorOf(value) ?? value) : undefined;
    if (error) {
      problems.push(errorProblem(error, 'stream', event.at));
      return { count, problems, isBroken: true, lastAt, lastType: 'error' };
    }
    if (!isNameless && event.name === undefined) {
      isNameless = true;
      problems.push(nameless(event));
    } else if (event.name !== undefined && event.name !== value.type && problems.length < mostFaults) {
      problems.push(misnamed(event, event.name, value.type));
    }
    grammar.take(value, event.at);
  }
  return { count, problems, isBroken: false, lastAt, ...(lastType === undefined ? {} : { lastType }) };
}

function valueOf({ data }: StreamEvent): JsonObject | undefined {
  const value = parsedJson(data);
  return isObject(value) ? value : undefined;
}

function unreadable({ data, at }: StreamEvent): Problem {
  if (data.trim() === '[DONE]') {
    return answerProblem({
      cause: 'gateway-translation',
      row: 'stream-done-mark',
      severity: 'warning',
      offset: at,
      message: 'The stream holds `data: [DONE]`, which the Messages API never sends.',
      why: 'A gateway that speaks the protocol of OpenAI wrote it. Clients that parse every event fail here; the end of an answer is `message_stop`.',
    });
  }
  return answerProblem({
    cause: 'response-unparsable',
    row: 'event-not-json',
    offset: at,
    message: 'The data of an event is no JSON object.',
    why: 'SDKs throw a SyntaxError here. The API writes one JSON object per event, so something on the way cut or joined lines.',
  });
}

function nameless({ at }: StreamEvent): Problem {
  return answerProblem({
    cause: 'response-unparsable',
    row: 'event-without-name',
    severity: 'warning',
    offset: at,
    message: 'Events come without an `event:` line.',
    why: 'The official SDKs skip such events without a word, so a program sees an empty stream. The record may have left the lines out; if not, a gateway did.',
  });
}

function misnamed({ at }: StreamEvent, name: string, type: unknown): Problem {
  return answerProblem({
    cause: 'response-unparsable',
    row: 'event-name',
    severity: 'warning',
    offset: at,
    message: `An event is named \`${name.slice(0, 60)}\`, and its data has the type \`${String(type).slice(0, 60)}\`.`,
    why: 'The API writes the same name in both places; clients read one or the other.',
  });
}

/** Tool input that is no JSON once put together; an answer that was cut may leave its last call incomplete. */
function inputProblems({ blocks, stopReason }: StreamGrammar): readonly Problem[] {
  return blocks.flatMap((block, index) => {
    if (inputOf(block).isJson || (mayCutLastBlock(stopReason) && index === blocks.length - 1)) return [];
    return answerProblem({
      cause: 'response-unparsable',
      row: 'tool-input-not-json',
      at: ['content', index, 'input'],
      offset: block.at,
      message: `The input of \`${String(block.start.name)}\` is no JSON once its pieces (${block.inputs.length}) are put together.`,
      why: 'Do not run the tool. With `eager_input_streaming` the API passes on what the model writes unchecked: answer the call with an error result. Without it, a piece was lost on the way.',
    });
  });
}

/** What the assembled message says, at the places of its events. */
function wholeProblems(grammar: StreamGrammar, { request }: AnswerContext): readonly Problem[] {
  const message = {
    ...grammar.message,
    content: grammar.blocks.map(wholeBlock),
    stop_reason: grammar.stopReason,
    stop_details: grammar.stopDetails,
  };
  return messageProblems(message, request).map((problem) => {
    const [member, index] = problem.at;
    const block = member === 'content' && typeof index === 'number' ? grammar.blocks[index] : undefined;
    return { ...problem, offset: block?.at ?? grammar.stopAt };
  });
}
