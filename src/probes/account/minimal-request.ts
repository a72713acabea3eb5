import { defineProbe } from '../../core/probe.ts';
import { brokenCall, callTo, mayPass, refusedCall } from '../call.ts';
import { whyNoCall } from './api-key.ts';
import { limitNotes } from './limits.ts';
import { minimalBody } from './request-body.ts';

const path = '/v1/messages';
const pauseMs = 3000;

/** Sends the smallest request that there is; it alone meets limits, credit and spend. */
export const minimalRequest = defineProbe({
  id: 'minimal-request',
  asks: 'Is the smallest paid request answered?',
  cost: 'paid-call',
  uses: { requests: 2, tokens: 60 },
  addresses: ({ host, port }) => [
    {
      purpose: 'api',
      host,
      port,
      what: `POST ${path} with one word, max_tokens 1, and once more if the failure may pass`,
    },
  ],
  limitMs: 30_000,
  rulesOut: [
    'credit-balance-low',
    'billing-error',
    'spend-limit-own',
    'spend-limit-tier',
    'rate-limit-requests',
    'overloaded',
    'internal-error',
  ],
  needs: ['token-count', 'simple-retry'],
  skips: (target) => whyNoCall(target),
  async run({ network, target, learned }) {
    const body = minimalBody(target, learned);
    if (!body) return { kind: 'skipped', because: 'No model is known to send it to (`--model`).' };
    const text = JSON.stringify(body);
    const question = callTo(target, path, { withKey: true, body: text });
    const first = await network.send(question);
    let last = first;
    if (first.kind === 'failed' || mayPass(first)) {
      await network.wait(pauseMs);
      last = await network.send(question);
    }
    const again = { what: 'the smallest request', path, withKey: true, body: text };
    const what =
      last === first ? 'The smallest request' : `The smallest request, sent again after ${pauseMs / 1000} s,`;
    if (last.kind === 'failed') return brokenCall(last, what, target, again);
    if (last.status !== 200) return refusedCall(last, what, again, { isDecisive: true });
    const passed =
      last === first
        ? ''
        : ` The first attempt failed (${first.kind === 'failed' ? first.code : first.status}), so the fault passes by itself.`;
    return {
      kind: 'fine',
      saw: `It is answered in ${Math.round(last.tookMs)} ms.${passed}`,
      notes: limitNotes(last.headers),
    };
  },
});
