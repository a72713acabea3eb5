import { defineCause } from '../../core/cause.ts';
import type { Evidence } from '../../core/evidence.ts';
import * as pages from '../../facts/pages.ts';
import { badRequest, captured, recognizedOfClaude } from '../details.ts';

interface Overflow {
  readonly input: string | undefined;
  readonly output: string | undefined;
  readonly window: string | undefined;
}

const inputOverWindow = /too\s+long:\s+([\d,]+)\s+tokens\s*>\s*(\d[\d,]*\d)/i;
const sumOverWindow = /limit:\s+([\d,]+)\s*\+\s*([\d,]+)\s*>\s*(\d[\d,]*\d)/;
const countOverLimit = /token\s+count\s+of\s+([\d,]+)\s+exceeds\s+the\s+limit\s+of\s+(\d[\d,]*\d)/;
const maximumLength = /maximum\s+context\s+length\s+is\s+(\d[\d,]*\d)/;

/** The prompt, or the prompt with `max_tokens`, is longer than the context window. */
export const contextTooLong = defineCause<Overflow>({
  id: 'context-too-long',
  title: 'The prompt is longer than the context window',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: ['Context limit reached', '/compact or /clear to continue'] },
    { says: 'prompt is too long:' },
    { says: 'request size exceeds model context window' },
    { says: ['prompt is too long', 'tokens >'] },
    { says: 'prompt is too long', certainty: 'likely', unless: 'prompt is too long:' },
    { says: 'input length and max_tokens exceed context limit' },
    { says: 'decrease input length or max_tokens and try again' },
    { says: 'exceed context limit:' },
    { says: 'input is too long for requested model' },
    { says: ['input is too long'], type: 'ValidationException' },
    { says: ['prompt token count of', 'exceeds the limit of'], certainty: 'likely' },
    { says: 'model_max_prompt_tokens_exceeded', certainty: 'likely' },
    { says: 'conversation too long. press esc', certainty: 'likely' },
    { says: 'contextwindowexceedederror', certainty: 'likely', shared: true },
    { says: ['maximum context length is', 'tokens'], certainty: 'likely', shared: true },
    { says: 'context_length_exceeded', certainty: 'likely', shared: true },
    { says: 'content_length_exceeds_threshold', certainty: 'likely' },
    { says: ['exceeds the context window'], certainty: 'likely', shared: true },
    { says: ['exceeds the maximum context'], certainty: 'likely', shared: true },
    { type: badRequest, says: 'prompt too long', certainty: 'likely' },
    { type: badRequest, says: ['exceed', 'context window'], certainty: 'likely' },
    { type: badRequest, says: ['context window', 'tokens'], certainty: 'possible' },
  ],
  retold: [
    'context length exceeded',
    'context window exceeded',
    'context window is exceeded',
    'exceeds the context window',
    'exceeded the context window',
    'context limit exceeded',
    'context limit reached',
    'context size exceeded',
    'conversation is too long',
    'conversation too long',
    'chat is too long',
    'input is too long',
    '上下文过长',
    '上下文太长',
    '上下文长度超',
    '上下文超',
    '超出上下文',
    '超过上下文',
    '对话过长',
    '对话太长',
    'コンテキスト長',
    'コンテキストウィンドウを超',
    '컨텍스트 길이',
    'contexto demasiado largo',
    'longitud de contexto',
    'kontextfenster überschritten',
    'kontext zu lang',
    'contexte trop long',
    'exceeds the context',
    'exceeded the context',
    'exceeds context',
    'exceeded context',
    'maximum context length',
    'maximum context size',
    'ran out of context',
    'run out of context',
    'out of context window',
    'hit the context limit',
    'hits the context limit',
    'reached the context limit',
    'over the context limit',
    'above the context limit',
    'context overflow',
    'context is full',
    'too long for the context',
    ['exceeds', 'context window'],
    ['exceed', 'context limit'],
    ['larger than', 'context window'],
  ],
  recognize: (evidence, hit) => recognizedOfClaude(evidence, hit, overflowOf(evidence)),
  explain: (overflow) => {
    if (overflow?.input === undefined || overflow.window === undefined)
      return 'System prompt, tools, messages, images and documents together take more tokens than the context window of the model. On models before Claude 4.5 the API also counts `max_tokens` in before it starts.';
    if (overflow.output === undefined)
      return `The prompt takes ${overflow.input} tokens, and the limit for this call is ${overflow.window}. System prompt, tools, messages, images and documents all count, also where they come from the cache.`;
    return `The prompt takes ${overflow.input} tokens and \`max_tokens\` reserves ${overflow.output} more, and the context window holds ${overflow.window}. Models before Claude 4.5 refuse such a request outright instead of stopping when the window is full.`;
  },
  remedies: (overflow, evidence) => [
    ...(evidence.client?.name === 'claude-code'
      ? [
          {
            action:
              'Run `/compact` to replace the history by a summary, or `/clear` to start anew; if compacting fails too, go back a few messages with Esc Esc first.',
          },
        ]
      : []),
    ...(overflow?.output === undefined ? [] : [{ action: lowerOutput(overflow) }]),
    {
      action:
        'Send less: drop or summarize old turns, cut long tool results and documents, remove tools and MCP servers that are not used.',
    },
    {
      action: 'Count before sending, and compact at a threshold below the window.',
      run: 'client.messages.countTokens({ model, system, tools, messages })',
    },
    { action: 'Or call a model with a larger window; Claude 4.6 and later read a million tokens.' },
  ],
  docs: pages.contextWindows,
});

function overflowOf(evidence: Evidence): Overflow {
  const flat = evidence.reading?.flat ?? '';
  const [, sumInput, output, sumWindow] = sumOverWindow.exec(flat) ?? [];
  if (sumInput !== undefined) return { input: sumInput, output, window: sumWindow };
  const [, input, window] = inputOverWindow.exec(flat) ?? countOverLimit.exec(flat) ?? [];
  return { input, output: undefined, window: window ?? captured(evidence, maximumLength) };
}

function lowerOutput({ input, window }: Overflow): string {
  const room = number(window) - number(input);
  return room > 0
    ? `Set \`max_tokens\` to ${room} or less; that is what the prompt leaves of the window.`
    : 'Lower `max_tokens`, and shorten the prompt.';
}

function number(text: string | undefined): number {
  return Number(text?.replaceAll(',', ''));
}
