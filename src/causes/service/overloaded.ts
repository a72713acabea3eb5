import { defineCause } from '../../core/cause.ts';
import type { Evidence } from '../../core/evidence.ts';
import * as pages from '../../facts/pages.ts';
import { certaintyOf } from '../connection.ts';
import { waitAsTold } from '../retry.ts';

const midStream = ({ reading, response, stream }: Evidence): boolean =>
  stream?.startedMessage === true ||
  response?.status === 200 ||
  /event:\s{0,3}error|SSE Error|while streaming|error in stream/i.test(reading?.flat ?? '');

/** The service, or a model, has no capacity free at the moment. */
export const overloaded = defineCause<boolean>({
  id: 'overloaded',
  title: 'The service is overloaded',
  locus: 'service',
  retry: (evidence) =>
    midStream(evidence)
      ? waitAsTold(
          evidence,
          'It passes, but the error came inside a stream that had begun with 200, and no SDK retries that: send the request again yourself.',
          'yes',
        )
      : waitAsTold(
          evidence,
          'It passes. The SDKs retry twice within about two seconds, which an overload often outlasts: allow more attempts with longer waits, up to a minute.',
          'yes',
        ),
  signs: [
    { type: 'overloaded_error' },
    { status: 529, shared: true },
    { says: 'OverloadedError', certainty: 'likely' },
    { says: '529 Overloaded' },
    { says: 'Repeated 529' },
    { says: 'The API is at capacity' },
    { says: 'is experiencing high load', certainty: 'likely' },
    { says: ['claude', 'temporarily overloaded'], shared: true },
    { says: ['anthropic', 'temporarily overloaded'], shared: true },
    { says: ['anthropic', 'currently overloaded'], shared: true },
    { says: ['claude', 'currently overloaded'], certainty: 'likely' },
    { says: ['anthropic', 'servers are overloaded'], certainty: 'likely' },
    { says: ['"message": "Overloaded"'] },
    { says: "'message': 'Overloaded'" },
    { says: 'AnthropicException - Overloaded' },
    { says: 'MODEL_CAPACITY_EXHAUSTED', certainty: 'likely' },
    { says: 'No capacity available for model', certainty: 'likely' },
    { says: 'service overloaded', shared: true, certainty: 'likely' },
    { says: 'Provider is overloaded', shared: true, certainty: 'likely' },
    { says: 'Error: Overloaded', shared: true, certainty: 'likely' },
    {
      says: 'high demand',
      pattern: /(?:claude|model|opus|sonnet)[^\n]{0,80}high demand/i,
      shared: true,
      certainty: 'likely',
    },
    { says: '上游负载已饱和', certainty: 'likely' },
    { says: '服务过载', shared: true, certainty: 'likely' },
    { says: 'no capacity', shared: true, certainty: 'possible' },
  ],
  retold: [
    'is overloaded',
    'are overloaded',
    'was overloaded',
    'currently overloaded',
    'overloaded right now',
    'server overload',
    '服务器过载',
    '服务过载',
    '负载过高',
    '过载',
    '過負荷',
    '과부하',
    'sobrecargad',
    'überlastet',
    'surchargé',
    'перегружен',
    'sobrecarregad',
    'get overloaded',
    'gets overloaded',
    'got overloaded',
    'getting overloaded',
    'says overloaded',
    'is at capacity',
    "it's at capacity",
    'at capacity right now',
    'currently at capacity',
    'over capacity',
    'down or overloaded',
    ['was not able to process', 'overloaded'],
  ],
  recognize: (evidence, { sign, quote }) => ({
    certainty: certaintyOf(evidence, sign),
    because: [quote],
    details: midStream(evidence),
  }),
  explain: (inStream, { model }) => {
    const what = model === undefined ? 'The API' : `The API, called for \`${model}\`,`;
    const happened = inStream
      ? 'accepted the request with 200 and opened the stream, then ran out of capacity'
      : 'has no capacity free at the moment and refused the request (529)';
    return `${what} ${happened}. This is about everybody's traffic, not about your rate limits or your request; nothing in the request needs to change.`;
  },
  remedies: (inStream) => [
    inStream
      ? {
          action:
            'Catch the error event in your own code, throw the partial answer away, and send the request again after some seconds: the SDK does not.',
        }
      : {
          action: 'Allow more attempts.',
          run: 'new Anthropic({ maxRetries: 6 })   # Python: Anthropic(max_retries=6)',
        },
    {
      action:
        'Wait longer each time, with some chance in it (5, 10, 20, 40 seconds), so that your own clients do not come back all at once.',
    },
    {
      action:
        'Have a second model or platform (another Claude model, Bedrock, Google Cloud) to fall back to, and move work that can wait into batches.',
    },
    { action: 'If it lasts, see whether an incident is known.', run: 'open https://status.claude.com' },
  ],
  docs: pages.errors,
});
