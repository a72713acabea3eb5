import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { fieldPath } from '../fields.ts';
import { recognized } from '../recognition.ts';

interface Gap {
  readonly path: string | undefined;
  readonly tool: string | undefined;
  readonly id: string | undefined;
}

const call = /["'`]?\b([a-z][a-z_]{3,40})["'`]? tool use with id ["'`]?(srvtoolu_\w{4,60})/;

/** A call of a server tool stands in the history without the result block that belongs to it. */
export const serverToolResultMissing = defineCause<Gap>({
  id: 'server-tool-result-missing',
  refines: 'tool-result-missing',
  title: 'A server tool call in the history lost its result',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: ['tool use with id', 'was found without a corresponding'] },
    { says: ['srvtoolu_', 'was found without'] },
    { says: ['tool use with id', 'but no', 'tool was provided'] },
  ],
  recognize: (evidence, hit) => {
    const found = call.exec(evidence.reading?.flat.replaceAll(/\s+/g, ' ') ?? '');
    return recognized(hit, { path: fieldPath(evidence), tool: found?.[1], id: found?.[2] });
  },
  explain: (gap) => {
    const tool = gap?.tool === undefined ? 'a server tool' : `the server tool \`${gap.tool}\``;
    const id = gap?.id === undefined ? '' : ` as \`${gap.id}\``;
    return `An assistant message in the history calls ${tool}${id}, and the block with its result is not behind it. Server tools run inside the API, so call and result stand in the same assistant message and must be sent back together, unless the turn was paused and is being continued.`;
  },
  remedies: () => [
    {
      action:
        'Send the assistant content back exactly as it came, with every `server_tool_use` and its `..._tool_result` block.',
    },
    { action: 'If a stream broke off or the answer was cut, remove the `server_tool_use` that has no result.' },
    {
      action:
        'If `stop_reason` was `pause_turn`, send the paused message as the last one, with the same tools, so that the API can go on.',
    },
  ],
  docs: pages.toolUse,
});
