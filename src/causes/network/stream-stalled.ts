import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { certaintyOf, saying } from '../connection.ts';

const gap =
  /(?:no (?:data|chunks?|events?) (?:received )?(?:for|in)|stall(?:ed)?(?: detected)?:?|idle(?: for| timeout:?)?|gap of)\s{0,3}(?:for\s)?(\d{1,5}(?:\.\d+)?\s?(?:ms|seconds|secs|s|minutes|min)\b)/i;

/** A stream was open, and nothing came for so long that the client gave it up. */
export const streamStalled = defineCause<string | undefined>({
  id: 'stream-stalled',
  refines: 'stream-interrupted',
  title: 'The stream fell silent',
  locus: 'network',
  retry: () => ({
    kind: 'yes',
    because: 'A silent stream does not come back, and no SDK starts it again: send the request anew.',
  }),
  signs: [
    { errno: 'UND_ERR_BODY_TIMEOUT', shared: true },
    ...saying([
      'Stream idle timeout',
      'partial response received',
      'no chunks received',
      'Response stalled mid-stream',
      'stream_idle_partial',
      'Streaming stall detected',
      'Body Timeout Error',
      'BodyTimeoutError',
      'stream stalled',
      'idle timeout waiting for SSE',
      'SSE read timeout',
      'SSE idle timeout',
      'stream idle timeout',
      'no stream activity',
      'Stream read timeout',
      'Stream inactivity timeout',
    ]),
    ...saying(
      ['Timeout on reading data from socket', 'stream timed out', 'no data received for', 'StreamTimeoutError'],
      { certainty: 'likely' },
    ),
  ],
  recognize: (evidence, { sign, quote }) => ({
    certainty: certaintyOf(evidence, sign),
    because: [quote],
    details: gap.exec(evidence.reading?.flat ?? '')?.[1],
  }),
  explain: (silence) =>
    `The API accepted the request and the stream was open, then nothing came${silence === undefined ? ' for longer than the client waits' : ` for ${silence}`}, and the client gave up. The API sends \`ping\` events while a model thinks, so full silence means that a proxy holds bytes back, that the connection died without a word, or that the service stalled.`,
  remedies: () => [
    { action: 'Send the request again; treat what arrived as unfinished.' },
    {
      action:
        'Turn off buffering and compression of `text/event-stream` in every proxy and gateway on the way, then watch whether `ping` events arrive as they are sent.',
      run: 'curl -N https://api.anthropic.com/v1/messages ... | while read -r line; do date +%T; echo "$line"; done',
    },
    {
      action:
        'If it comes with very long thinking or huge tool inputs, lower the effort or split the task; in Node, raise `bodyTimeout` of the undici agent above 300 seconds.',
    },
    {
      action: 'If it strikes many sessions at once, look at the status page before changing anything.',
      run: 'open https://status.claude.com',
    },
  ],
  docs: pages.streaming,
  settledBy: [
    {
      from: 'response-timeout',
      test: 'Look whether any event had arrived: if none had, the client waited for the answer itself. If some had, wait longer once: what comes to its end then is slow, and not silent.',
    },
  ],
});
