import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { badRequest, captured, pathPhrase } from '../details.ts';
import { recognized } from '../recognition.ts';

interface Marks {
  readonly fault: 'count' | 'order' | 'empty' | 'place';
  readonly found: string | undefined;
}

const foundCount = /may\s+be\s+provided\.\s+Found\s+(\d+)/;
const order = /(must\s+not\s+come\s+after)/;
const empty = /(cannot\s+be\s+set\s+for\s+empty)/;

/** Too many cache marks, marks in the wrong order, or a mark where none may be. */
export const cacheControlInvalid = defineCause<Marks>({
  id: 'cache-control-invalid',
  title: 'A `cache_control` mark is not accepted',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: 'a maximum of 4 blocks with cache_control may be provided' },
    { says: 'blocks with cache_control may be provided' },
    { says: 'cache_control cannot be set for empty text blocks' },
    { says: 'cache_control block must not come after' },
    { says: 'blocks are processed in the following order: tools, system, messages' },
    { says: ['cache_control', 'must not come after a ttl'] },
    { says: ['top-level cache_control', 'target block already has cache_control'] },
    { says: 'cache_control.ephemeral.ttl: input should be' },
    { says: 'cache_control.ephemeral.ttl: extra inputs' },
    { says: 'cache_control.ttl: extra inputs' },
    { says: 'cache_control.type: input should be' },
    { says: 'cache_control: input should be' },
    { says: 'cache_control: input tag' },
    { says: 'cache_control: extra inputs are not permitted' },
    { says: 'first cache-control block must be at least' },
    { says: ['cache_control', 'a maximum of'], certainty: 'likely' },
    { says: 'cache_control cannot be set', certainty: 'likely' },
    { says: 'does not support prompt caching', certainty: 'likely' },
    { says: ['cachepoint', 'not supported'], certainty: 'likely' },
    { type: badRequest, says: ['cache_control', 'at most'], certainty: 'likely' },
    { type: badRequest, says: 'cache_control breakpoint', certainty: 'likely' },
    { type: badRequest, says: 'cache_control', unless: ['extra inputs', 'field required'], certainty: 'possible' },
  ],
  recognize: (evidence, hit) => {
    const found = captured(evidence, foundCount);
    const fault = faultOf(found, captured(evidence, order), captured(evidence, empty));
    return recognized(hit, { fault, found });
  },
  explain: (marks, evidence) => {
    if (marks?.fault === 'count')
      return `The request marks ${marks.found ?? 'too many'} blocks with \`cache_control\`, and the API takes at most 4 over tools, system prompt and messages together. Agent loops that mark each new turn, and a framework or gateway that adds marks to those you set yourself, pass the limit after a few turns.`;
    if (marks?.fault === 'order')
      return `A block${pathPhrase(evidence)} asks for a cache of one hour behind a block that asks for five minutes. In the order tools, system prompt, messages, the longer time must come first.`;
    if (marks?.fault === 'empty')
      return `An empty text block${pathPhrase(evidence)} carries \`cache_control\`. There is nothing to cache in it, so the API refuses the mark.`;
    return `A \`cache_control\` mark${pathPhrase(evidence)} has a value, a member or a place that the API does not take. It belongs on tools, system blocks and content blocks (not on thinking blocks, nor on the message itself), as \`{"type": "ephemeral"}\` with \`ttl\` of \`5m\` or \`1h\`.`;
  },
  remedies: (marks, { gateway, client }) => [
    marks?.fault === 'count'
      ? {
          action:
            'Keep four marks: the last tool, the last system block, and the last block of the two newest user messages. Remove the older ones on each turn.',
        }
      : marks?.fault === 'order'
        ? {
            action: 'Give all earlier marks the same `ttl` of `1h`, or this one `5m`.',
            run: '"cache_control": { "type": "ephemeral", "ttl": "1h" }',
          }
        : marks?.fault === 'empty'
          ? { action: 'Drop the empty block, or move the mark to a block with text.' }
          : {
              action: 'Write the mark as shown, on a content block.',
              run: '{ "type": "text", "text": "...", "cache_control": { "type": "ephemeral" } }',
            },
    ...(client?.name === 'claude-code' && gateway !== undefined
      ? [
          {
            action: 'Keep Claude Code from sending marks that the gateway does not know.',
            run: 'export CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS=1',
          },
        ]
      : []),
    {
      action:
        'Let one side set the marks: your code, the framework or the gateway. Or use one top-level `cache_control` and none on blocks (not on Bedrock InvokeModel).',
    },
  ],
  docs: pages.promptCaching,
});

function faultOf(found: string | undefined, order: string | undefined, empty: string | undefined): Marks['fault'] {
  if (found !== undefined) return 'count';
  if (order !== undefined) return 'order';
  return empty === undefined ? 'place' : 'empty';
}
