import { defineCause } from '../../core/cause.ts';
import { pages } from '../../facts/pages.ts';

interface Gap {
  readonly turn: string | undefined;
  readonly ids: string | undefined;
}

const turn = /messages\.(\d+)\s*:/;
const ids = /blocks?\s+immediately\s+after:\s*([\w-]+(?:\s*,\s*[\w-]+)*)/;

/** A `tool_use` block is not answered by a `tool_result` in the message that follows. */
export const toolResultMissing = defineCause<Gap>({
  id: 'tool-result-missing',
  title: 'A tool call was left without its result',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: 'ids were found without tool_result blocks' },
    { says: ['did not find', 'tool_result block', 'at the beginning of this message'] },
    { says: 'must have a corresponding tool_result block in the next message' },
    { says: 'due to tool use concurrency issues', certainty: 'likely' },
  ],
  recognize: ({ reading }, { sign, quote }) => ({
    certainty: sign.certainty ?? 'proven',
    because: [quote],
    details: { turn: turn.exec(reading?.flat ?? '')?.[1], ids: ids.exec(reading?.flat ?? '')?.[1] },
  }),
  explain: (gap) => {
    const where = gap?.turn === undefined ? 'A message' : `Message ${gap.turn}`;
    const which = gap?.ids === undefined ? 'a tool' : `a tool as \`${gap.ids}\``;
    return `${where} calls ${which}, and the message after it does not begin with a \`tool_result\` for every call. The API accepts a conversation only when each \`tool_use\` is answered at the start of the next user message.`;
  },
  remedies: (gap) => [
    {
      action: `Begin the user message after message ${gap?.turn ?? 'with the call'} with one \`tool_result\` for each \`tool_use\` id, also for calls that failed or were cancelled (\`is_error: true\`).`,
    },
    { action: 'If history was trimmed or compacted, remove the `tool_use` together with its result, never one of them alone.' },
    { action: 'Let the request be judged before it is sent.', run: 'faultline check request.json --fix=tools' },
  ],
  docs: pages.implementToolUse,
});
