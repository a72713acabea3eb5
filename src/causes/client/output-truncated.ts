import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

const limit = /(?:exceeded the|max_tokens["']?\s{0,3}[:=]|token limit \()\s{0,3}(\d{1,7})\b/i;

const stated = /\bstop[_ ]?reason\b[^\n\w]{0,5}(?:is |was |of )?[^\n\w]{0,5}max_tokens\b/i;

/** The answer was cut at `max_tokens`, and the program could not use the rest. */
export const outputTruncated = defineCause<string | undefined>({
  id: 'output-truncated',
  title: 'The answer was cut off at the token limit',
  locus: 'client',
  retry: () => ({ kind: 'no', because: 'The same request is cut at the same limit; raise it or ask for less.' }),
  signs: [
    { says: "Claude's response exceeded the" },
    { says: ['response exceeded the', 'output token maximum'] },
    { says: 'CLAUDE_CODE_MAX_OUTPUT_TOKENS' },
    { stopReason: 'max_tokens' },
    { says: 'The output is incomplete due to a max_tokens length limit' },
    { says: 'IncompleteOutputException' },
    { says: 'LengthFinishReasonError' },
    { says: ['Model token limit (', 'exceeded before any response'] },
    { says: ['Model token limit (', 'exceeded while generating a tool call'] },
    { says: 'max_tokens', pattern: stated },
    { says: 'finish_reason: length', shared: true, certainty: 'likely' },
    { says: "finish_reason='length'", shared: true, certainty: 'likely' },
    { says: 'finishReason: length', shared: true, certainty: 'likely' },
    { says: 'done_reason: length', shared: true, certainty: 'likely' },
    { says: 'truncated due to max_tokens', shared: true },
    { says: 'truncated because max_tokens', shared: true },
    { says: 'reached the maximum output token', shared: true, certainty: 'likely' },
    { says: 'hit the max_tokens limit', shared: true, certainty: 'likely' },
    { says: 'response was truncated', shared: true, certainty: 'likely' },
    { says: 'output was truncated', shared: true, certainty: 'likely' },
  ],
  retold: [
    'max_tokens reached',
    'reached max_tokens',
    'output truncated',
    'output was truncated',
    'response was truncated',
    'output was cut off',
    'response was cut off',
    'answer was cut off',
    '输出被截断',
    '回答被截断',
    '响应被截断',
    '达到 max_tokens',
    '出力が途中で',
    'respuesta truncada',
    'antwort abgeschnitten',
    'réponse tronquée',
  ],
  recognize: ({ reading, response }, { sign, quote }) => {
    // A refused request may show an older answer's stop reason; only an answer that came can be cut off.
    if (
      (sign.stopReason !== undefined || sign.pattern) &&
      ((response?.status ?? 200) >= 400 || response?.errorType !== undefined)
    )
      return undefined;
    return { certainty: sign.certainty ?? 'proven', because: [quote], details: limit.exec(reading?.flat ?? '')?.[1] };
  },
  explain: (tokens) =>
    `The answer ended because it reached ${tokens === undefined ? '`max_tokens`' : `its limit of ${tokens} tokens`} (\`stop_reason: max_tokens\`), not because the model was done. What follows the cut is missing: JSON is not closed, a tool call's input is incomplete and must not be run. Thinking counts towards the same limit.`,
  remedies: (_, { client, reading }) => [
    ...(client?.name === 'claude-code' || /CLAUDE_CODE/.test(reading?.flat ?? '')
      ? [{ action: 'Raise the limit of Claude Code.', run: 'export CLAUDE_CODE_MAX_OUTPUT_TOKENS=64000' }]
      : [
          {
            action: 'Raise `max_tokens` up to what the model allows, and stream when it is above 21,333.',
            run: 'max_tokens: 64_000',
          },
        ]),
    {
      action:
        'Look at `stop_reason` in every answer, and go on where it is `max_tokens`: send the answer back as the last assistant message and ask to continue.',
    },
    { action: 'With thinking, leave room: `max_tokens` above the budget, or a lower effort.' },
    { action: 'Ask for less at once: one file, one section, one tool call.' },
  ],
  docs: pages.stopReasons,
});
