import { isObject, numberOf } from '../../core/json.ts';
import { defineProbe } from '../../core/probe.ts';
import { brokenCall, callTo, refusedCall } from '../call.ts';
import { whyNoCall } from './api-key.ts';
import { limitNotes } from './limits.ts';
import { countingBody, sentHeaders } from './request-body.ts';

const path = '/v1/messages/count_tokens';

/** Lets the API count the tokens of the failing request, which is free and shows whether it reads it at all. */
export const tokenCount = defineProbe({
  id: 'token-count',
  asks: 'Does the API read the request, and how long is it?',
  cost: 'free-call',
  uses: { requests: 1 },
  addresses: ({ host, port, request }) => [
    { purpose: 'api', host, port, what: `POST ${path} with ${request ? 'the failing request' : 'one word'}` },
  ],
  limitMs: 15_000,
  rulesOut: ['json-malformed', 'context-too-long', 'field-unknown', 'field-invalid', 'field-missing'],
  needs: ['api-key', 'model-access'],
  skips: (target) => whyNoCall(target),
  async run({ network, target, learned }) {
    const body = countingBody(target, learned);
    if (!body) return { kind: 'skipped', because: 'No model is known to count for (`--model`).' };
    const text = JSON.stringify(body);
    const answer = await network.send(
      callTo(target, path, { withKey: true, body: text, headers: sentHeaders(target) }),
    );
    const what = target.request ? 'The failing request, sent to be counted,' : 'A word, sent to be counted,';
    const again = { what: 'the count of tokens', path, withKey: true, body: text };
    if (answer.kind === 'failed') return brokenCall(answer, what, target, again);
    if (learned.isApi !== true && (answer.status === 404 || answer.status === 405)) {
      return { kind: 'unanswerable', because: `This gateway does not count tokens (${answer.status}).` };
    }
    if (answer.status !== 200) return refusedCall(answer, what, again);
    const inputTokens = tokensIn(answer.body);
    const saw =
      inputTokens === undefined ? 'The API counts tokens.' : `The API reads it and counts ${inputTokens} input tokens.`;
    return {
      kind: 'fine',
      saw,
      notes: limitNotes(answer.headers),
      ...(inputTokens === undefined ? {} : { learned: { inputTokens } }),
    };
  },
});

function tokensIn(body: string): number | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    return isObject(parsed) ? numberOf(parsed['input_tokens']) : undefined;
  } catch {
    return undefined;
  }
}
