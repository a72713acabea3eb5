import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { recognized } from '../recognition.ts';

interface Gap {
  readonly turn: string | undefined;
  readonly ids: string | undefined;
}

const turn = /messages\.(\d+)(?:\.content)?(?=\s*:|\s+for the following)/;
/** Wordings that name the message with the results, not the one with the calls. */
const answerNamed = /Did not find \d|Expected\s+toolResult/;
const ids =
  /(?:blocks?\s+immediately\s+after|for\s+the\s+following\s+Ids|tool\s+calls?)\s*:?\s*([\w-]{6,80}(?:\s*,\s*[\w-]{6,80}){0,20})/;

/** A `tool_use` block is not answered by a `tool_result` in the message that follows. */
export const toolResultMissing = defineCause<Gap>({
  id: 'tool-result-missing',
  title: 'A tool call was left without its result',
  locus: 'request',
  retry: 'no',
  signs: [
    {
      says: ['tool_use', 'tool_result', 'in the next message'],
      unless: 'in the previous message',
      certainty: 'likely',
    },
    { says: 'tool_use ids were found without' },
    { says: 'Messages containing tool_use blocks must be followed by a user message with tool_result blocks' },
    { says: 'ids were found without tool_result blocks' },
    { says: ['did not find', 'tool_result block', 'at the beginning of this message'] },
    { says: 'must begin with a matching number of tool_result' },
    { says: 'each tool_use block must have a corresponding' },
    { says: 'must have a corresponding tool_result block' },
    { says: ['expected toolresult blocks at', 'for the following ids'] },
    { says: ['expected toolresult blocks'] },
    { says: 'due to tool use concurrency issues', certainty: 'likely' },
    { says: ['tool result is missing for tool call'], certainty: 'likely', shared: true },
    { says: ['tool results are missing for tool calls'], certainty: 'likely', shared: true },
    { says: 'ai_missingtoolresultserror', certainty: 'likely', shared: true },
    { says: 'message history contains unprocessed tool calls', certainty: 'likely', shared: true },
    { says: 'tool_calls that do not have a corresponding toolmessage', certainty: 'likely', shared: true },
    { says: ['tool_use', 'without tool_result'], type: 'invalid_request_error', certainty: 'likely' },
  ],
  recognize: ({ reading, subject, platform }, hit) => {
    if (hit.sign.shared && subject !== 'claude' && platform === undefined) return undefined;
    const flat = reading?.flat ?? '';
    const index = turn.exec(flat)?.[1];
    const isAnswer = answerNamed.test(flat);
    const turnIndex = index === undefined || !isAnswer ? index : String(Math.max(0, Number(index) - 1));
    return recognized(hit, { turn: turnIndex, ids: ids.exec(flat)?.[1] });
  },
  explain: (gap) => {
    const where = gap?.turn === undefined ? 'A message' : `Message ${gap.turn}`;
    const which = gap?.ids === undefined ? 'a tool' : `a tool as \`${gap.ids}\``;
    return `${where} calls ${which}, and the message after it does not begin with a \`tool_result\` for every call. The API accepts a conversation only when each \`tool_use\` is answered at the start of the next user message, before any text.`;
  },
  remedies: (gap) => [
    {
      action: `Begin the user message after ${gap?.turn === undefined ? 'the call' : `message ${gap.turn}`} with one \`tool_result\` for each \`tool_use\` id, also for calls that failed or were canceled.`,
      run: `{"type": "tool_result", "tool_use_id": "${gap?.ids?.split(',')[0]?.trim() ?? 'toolu_...'}", "is_error": true, "content": "canceled"}`,
    },
    {
      action:
        'If history was trimmed or compacted, remove the `tool_use` together with its result, never one of them alone; and put no text behind a `tool_use` in the same message.',
    },
    { action: 'In Claude Code, step back to before the broken turn.', run: '/rewind' },
    {
      action: 'Let the request be judged, and mended, before it is sent.',
      run: 'faultline check request.json --fix=tools',
    },
  ],
  docs: pages.implementToolUse,
  settledBy: [
    {
      from: 'tool-result-orphan',
      test: 'Look at the message index: if the calls are there and the results are not, it is this; if the results are there and the calls are not, the other.',
    },
  ],
});
