import { defineCause, type Sign } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

const wordings = [
  'Streaming is required for operations',
  'Streaming is strongly recommended for operations',
  'operations that may take longer than 10 minutes',
  'Non-streaming requests with max_tokens',
  'expected to exceed the non-streaming limit',
];

/** The SDK refuses a call without streaming that could outlast its time limit. */
export const streamingRequired = defineCause<string | undefined>({
  id: 'streaming-required',
  title: 'The SDK refuses a call this long without streaming',
  locus: 'client',
  retry: () => ({ kind: 'no', because: 'No request was sent; the same arguments are refused each time.' }),
  signs: [
    ...wordings.map((says): Sign => ({ says })),
    { says: ['sdk', '#long-requests'], certainty: 'likely' },
    { says: 'calculate_nonstreaming_timeout', certainty: 'likely' },
    { says: 'calculateNonstreamingTimeout', certainty: 'likely' },
  ],
  recognize: ({ reading }, { sign, quote }) => ({
    certainty: sign.certainty ?? 'proven',
    because: [quote],
    details: /\bmax_tokens["']?\s{0,3}[:=]\s{0,3}(\d{4,7})\b/.exec(reading?.flat ?? '')?.[1],
  }),
  explain: (maxTokens) =>
    `The SDK worked out that an answer of ${maxTokens === undefined ? '`max_tokens`' : `\`max_tokens: ${maxTokens}\``} could take longer than 10 minutes and refused the call before sending it. It assumes an hour for 128,000 tokens, so the limit lies at 21,333 tokens (8,192 for Opus 4 and 4.1). Idle connections of that length are cut by many networks.`,
  remedies: () => [
    {
      action: 'Stream; the SDK puts the events together to the same message (the second line is Python).',
      run: 'const message = await client.messages.stream({ ... }).finalMessage();\nwith client.messages.stream(...) as stream: message = stream.get_final_message()',
    },
    { action: 'Or ask for fewer tokens.', run: 'max_tokens: 21_000' },
    {
      action:
        'Or give a time limit of your own, which switches the check off; the connection must then stay open that long.',
      run: 'new Anthropic({ timeout: 20 * 60 * 1000 })   # Python: Anthropic(timeout=1200)',
    },
  ],
  docs: pages.longRequests,
});
