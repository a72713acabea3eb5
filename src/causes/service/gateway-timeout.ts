import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { certaintyOf } from '../connection.ts';
import { waitAsTold } from '../retry.ts';

/** The service, or a gateway before it, gave up on the request. */
export const gatewayTimeout = defineCause<boolean>({
  id: 'gateway-timeout',
  title: 'The service took too long and gave up',
  locus: 'service',
  retry: (evidence) =>
    waitAsTold(
      evidence,
      'It can pass, and the SDKs retry it twice by themselves; a request that always takes this long needs streaming instead.',
      'yes',
    ),
  signs: [
    { status: 504, shared: true },
    { type: 'timeout_error' },
    { says: 'timeout_error' },
    { status: 504, says: 'timeout', shared: true },
    { status: 504, says: 'timed out', shared: true },
    { says: '504 Gateway', shared: true },
    { says: 'Gateway time-out', shared: true },
    { says: 'Gateway Timeout', shared: true, certainty: 'likely' },
    { type: ['ModelTimeoutException', 'modelTimeoutException'] },
    { says: 'DEADLINE_EXCEEDED', type: 'DEADLINE_EXCEEDED' },
    { says: 'DEADLINE_EXCEEDED', certainty: 'likely', shared: true },
    { says: 'upstream request timeout', shared: true, certainty: 'likely' },
    { says: 'Request timed out waiting for the model', certainty: 'likely' },
  ],
  retold: ['网关超时', 'ゲートウェイタイムアウト', '게이트웨이 시간 초과'],
  recognize: (evidence, { sign, quote }) => ({
    certainty: certaintyOf(evidence, sign),
    because: [quote],
    details: /cloudflare|nginx|<html|awselb|openresty|envoy/i.test(evidence.reading?.flat ?? ''),
  }),
  explain: (edge) =>
    edge === true
      ? "The edge or a gateway in front of the API waited for its answer and gave up with 504. Nothing is sent back before the last token when the call does not stream, so a long answer outlasts the edge's limit; the API may still have worked on the request."
      : 'The API worked on the request and gave up with 504 (`timeout_error`) because the answer took too long. Long outputs, large prompts and thinking are the usual reasons; a busy moment is another.',
  remedies: () => [
    {
      action: 'Stream the answer, which keeps the connection alive from the first token on.',
      run: 'const message = await client.messages.stream({ ... }).finalMessage();',
    },
    { action: 'Send work that may take long as a Message Batch.' },
    { action: 'Ask for less in one call: lower `max_tokens`, the effort or the size of the prompt.' },
    { action: 'If short requests fail too, see whether an incident is known.', run: 'open https://status.claude.com' },
  ],
  docs: pages.errors,
});
