import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { fieldPath } from '../fields.ts';
import { recognized } from '../recognition.ts';

interface Orphan {
  readonly path: string | undefined;
  readonly id: string | undefined;
}

const identifier = /_result["'`]? blocks?: ([\w-]{4,80})/;

/** A `tool_result` names a call that the message before it does not hold. */
export const toolResultOrphan = defineCause<Orphan>({
  id: 'tool-result-orphan',
  title: 'A tool result has no tool call before it',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: 'unexpected tool_use_id found in' },
    { says: ['tool_result block', 'must have a corresponding tool_use block'] },
    { says: 'corresponding tool_use block in the previous message' },
    { says: 'must have a corresponding server_tool_use block' },
    { says: 'tool_result block(s) provided when previous message does not contain' },
    { says: 'when previous message does not contain any tool_use' },
    { says: ['number of toolresult blocks at', 'exceeds the number of tooluse blocks'] },
    { says: 'exceeds the number of tooluse blocks of previous turn' },
    { says: ['tooluseid', 'does not match any tooluse'], certainty: 'likely' },
    { says: ['tool_result', 'unexpected tool_use_id'], certainty: 'likely' },
  ],
  recognize: (evidence, hit) =>
    recognized(hit, {
      path: fieldPath(evidence),
      id: identifier.exec(evidence.reading?.flat.replaceAll(/\s+/g, ' ') ?? '')?.[1],
    }),
  explain: (orphan) => {
    const index = orphan?.path === undefined ? undefined : /^messages\.(\d+)/.exec(orphan.path)?.[1];
    const where = index === undefined ? 'A message' : `Message ${index}`;
    const which = orphan?.id === undefined ? 'a tool call' : `the call \`${orphan.id}\``;
    const first =
      index === '0' ? ' As this is the first message, the call was most likely cut away with older history.' : '';
    return `${where} brings the result of ${which}, and the assistant message before it holds no \`tool_use\` with that id. A result can only answer a call in the message directly before.${first}`;
  },
  remedies: () => [
    {
      action:
        'When history is trimmed or summarized, cut before a user message without tool results, so that a call and its result stay or go together.',
    },
    {
      action: 'Send the assistant message with its `tool_use` blocks back unchanged, ids included, before the results.',
    },
    { action: 'Find every orphaned result in a saved request.', run: 'faultline check request.json' },
    { action: 'In Claude Code, step back to before the broken turn, or compact again.', run: '/rewind' },
  ],
  docs: pages.implementToolUse,
  settledBy: [
    {
      from: 'tool-result-missing',
      test: 'Look at the message index: if the results are there and the calls are not, it is this; if the calls are there and the results are not, the other.',
    },
  ],
});
