import { isArray, isObject, textOf, type JsonObject } from '../../core/json.ts';
import type { Problem } from '../../core/problem.ts';
import { answerProblem } from './answer-problem.ts';

/** Stop reasons that end an answer in the middle of what the model was writing. */
const cutting = new Set(['max_tokens', 'model_context_window_exceeded', 'refusal']);

/** Whether the last block may be a part only. */
export function mayCutLastBlock(stopReason: unknown): boolean {
  return typeof stopReason === 'string' && cutting.has(stopReason);
}

/** What an answer's stop reason asks of the caller. */
export function stopReasonProblems(message: JsonObject): readonly Problem[] {
  const content = isArray(message.content) ? message.content : [];
  switch (message.stop_reason) {
    case 'max_tokens':
      return [cutAtLimit(content.at(-1))];
    case 'model_context_window_exceeded':
      return [windowFull(content.at(-1))];
    case 'pause_turn':
      return [paused];
    case 'refusal':
      return [refused(message.stop_details)];
    case 'tool_use':
      return openToolUses(content);
    case 'end_turn':
      return content.length === 0 ? [empty] : [];
    default:
      return [];
  }
}

const at = ['stop_reason'] as const;

function cutAtLimit(last: unknown): Problem {
  const tool = toolNameOf(last);
  return answerProblem({
    cause: 'output-truncated',
    row: tool === undefined ? 'stop-max-tokens' : 'stop-max-tokens-tool',
    severity: 'warning',
    at,
    message:
      tool === undefined
        ? 'The answer was cut at `max_tokens`.'
        : `The answer was cut at \`max_tokens\` inside the call of \`${tool}\`; its input is incomplete.`,
    why:
      tool === undefined
        ? 'What follows the cut is missing. Raise `max_tokens`, or send the answer back as the last assistant message and ask to go on.'
        : 'Do not run the tool. Ask again with a higher `max_tokens`, or ask for less in one call.',
  });
}

function windowFull(last: unknown): Problem {
  const tool = toolNameOf(last);
  return answerProblem({
    cause: 'context-window-exceeded',
    row: 'stop-context-window',
    severity: 'warning',
    at,
    message: `The context window was full before \`max_tokens\`${tool === undefined ? '' : `, inside the call of \`${tool}\``}.`,
    why: 'The answer is cut. Shorten or compact the conversation before the next call; a higher `max_tokens` does not help.',
  });
}

const paused = answerProblem({
  cause: 'pause-turn-unanswered',
  row: 'stop-pause-turn',
  severity: 'warning',
  at,
  message: 'The answer paused inside a server tool and is not finished.',
  why: 'Send the assistant content back unchanged, with the same tools and without a user message behind it, until the stop reason is another one.',
});

function refused(details: unknown): Problem {
  const category = isObject(details) ? textOf(details.category) : undefined;
  return answerProblem({
    cause: 'refusal',
    row: 'stop-refusal',
    severity: 'warning',
    at,
    message: `The model declined${category === undefined ? '' : ` (category \`${category}\`)`}.`,
    why: 'Drop the partial text and show a refusal as one; the same request ends in the same way. Remove the turn that led to it, or let another model answer.',
  });
}

function openToolUses(content: readonly unknown[]): readonly Problem[] {
  const calls = content.filter((block): block is JsonObject => isObject(block) && block.type === 'tool_use');
  if (calls.length === 0) {
    return [
      answerProblem({
        cause: 'response-unparsable',
        row: 'stop-tool-use-without-call',
        at,
        message: 'The stop reason is `tool_use`, and the content holds no `tool_use` block.',
        why: 'Something between the API and this record dropped or renamed the block; there is no call to answer.',
      }),
    ];
  }
  const named = calls.map(({ id, name }) => `\`${String(id)}\` (${String(name)})`).slice(0, 10);
  return [
    answerProblem({
      cause: 'tool-result-missing',
      row: 'stop-tool-use',
      isDuty: true,
      at,
      message: `The model waits for the result of ${named.join(', ')}.`,
      why: `The next user message must begin with ${calls.length === 1 ? 'a tool_result for this id' : 'a tool_result for each of these ids, all in one message'}.`,
    }),
  ];
}

const empty = answerProblem({
  cause: 'empty-answer',
  row: 'stop-empty',
  severity: 'warning',
  at: ['content'],
  message: 'The answer ended with `end_turn` and holds no content.',
  why: 'This happens after text that stands behind tool results in a user message: the model takes its turn as done. Send tool results alone, or ask to go on in a new user message.',
});

function toolNameOf(block: unknown): string | undefined {
  return isObject(block) && block.type === 'tool_use' ? String(block.name) : undefined;
}
