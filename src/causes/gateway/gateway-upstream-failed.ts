import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { certaintyOf, saying } from '../connection.ts';

/** A gateway took the call and did not get an answer from whoever it passes calls on to. */
export const gatewayUpstreamFailed = defineCause<string | undefined>({
  id: 'gateway-upstream-failed',
  refines: 'service-unavailable',
  title: 'The gateway got no answer from behind it',
  locus: 'gateway',
  retry: () => ({
    kind: 'maybe',
    because: 'A short fault on the way from the gateway passes; a wrong upstream address or key in it stays.',
  }),
  signs: [
    ...saying([
      'upstream error: do request failed',
      'do_request_failed',
      '请求上游失败',
      '上游请求失败',
      '请求上游地址失败',
      'check your inference gateway',
    ]),
    ...saying(
      [
        'bad response status code 5',
        'bad_response_status_code',
        'upstream_error',
        'upstream request failed',
        'Upstream service temporarily unavailable',
        'Error from upstream',
        'openai_error',
        'UNKNOWN_UPSTREAM_ERROR',
      ],
      { status: [500, 502, 503, 504], certainty: 'likely' },
    ),
  ],
  recognize: (evidence, { sign, quote }) => ({
    certainty: certaintyOf(evidence, sign),
    because: [quote],
    details: evidence.gateway,
  }),
  explain: (gateway, { response }) =>
    `${gateway === undefined ? 'The gateway' : `\`${gateway}\``} that the base URL names took the call and could not get an answer from behind it${response?.status === undefined ? '' : `, so it answered ${response.status} itself`}. What went wrong on that way (address, key, network, an overload) stands in its own log, not in this text.`,
  remedies: () => [
    { action: 'Send the call again once; if it fails in the same way, look at the log of the gateway at that time.' },
    {
      action:
        'Make the same call from the machine of the gateway to the API directly: 401 without a key means that the way is open.',
      run: 'curl -sS -i https://api.anthropic.com/v1/models | head -1',
    },
    {
      action:
        'If you do not run the gateway, tell its operator the request id that it printed, or call the API directly.',
    },
  ],
  docs: pages.llmGateway,
});
