import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { fieldPath, named } from '../fields.ts';
import { recognized } from '../recognition.ts';

interface Duplicate {
  readonly path: string | undefined;
  readonly id: string | undefined;
  readonly isResult: boolean;
}

const identifier = /(?:blocks? with id|duplicate Ids?):? ["'`]?([\w-]{4,80})/i;

/** Two tool calls share an id, or one call is answered twice. */
export const toolUseDuplicate = defineCause<Duplicate>({
  id: 'tool-use-duplicate',
  title: 'A tool call or its result occurs twice',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: 'tool_use ids must be unique' },
    { says: 'each tool_use must have a single result' },
    { says: 'found multiple tool_result blocks with id' },
    { says: ['tooluse blocks at', 'contain duplicate ids'] },
    { says: ['toolresult blocks at', 'contain duplicate ids'] },
    { says: ['duplicate tool_use id'], certainty: 'likely' },
    { says: ['duplicate tool_result'], certainty: 'likely' },
    { says: ['multiple tool_result blocks'], certainty: 'likely' },
    { says: ['toolu_', 'ids must be unique'], certainty: 'likely' },
  ],
  recognize: (evidence, hit) => {
    const flat = evidence.reading?.flat.replaceAll(/\s+/g, ' ') ?? '';
    const isResult = /single result|tool_?result["'`]? blocks/i.test(flat);
    return recognized(hit, { path: fieldPath(evidence), id: identifier.exec(flat)?.[1], isResult });
  },
  explain: (duplicate) => {
    const id = duplicate?.id === undefined ? '' : ` (\`${duplicate.id}\`)`;
    const what =
      duplicate === undefined
        ? 'Two `tool_use` blocks share an id, or one call has several results'
        : duplicate.isResult
          ? `One tool call${id} is answered by several \`tool_result\` blocks`
          : `Two \`tool_use\` blocks share an id${id}`;
    return `${what}; the second stands at ${named(duplicate?.path, 'the place that the message names')}. Ids tie calls to results, so each may occur once in a conversation. It happens when a turn is stored twice, as after a retry, a resumed session or a stream that was assembled twice.`;
  },
  remedies: () => [
    {
      action:
        'Keep one copy: drop the repeated assistant message or block, and join several results of one call into one `tool_result`.',
    },
    {
      action:
        'Append an answer to the history once, after the stream has ended; when a call is retried, replace what the failed try left behind.',
    },
    { action: 'Find the copies in a saved request.', run: 'faultline check request.json' },
    { action: 'In Claude Code, step back to before the doubled turn.', run: '/rewind' },
  ],
  docs: pages.implementToolUse,
});
