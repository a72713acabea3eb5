import { defineProbe } from '../../core/probe.ts';
import { callTo, noAnswer } from '../call.ts';
import { answerFinding } from '../failure.ts';

const pauseMs = 3000;

/** Sends a free call that failed once more after a few seconds, and never again. */
export const simpleRetry = defineProbe({
  id: 'simple-retry',
  asks: 'Does the failure pass by itself?',
  cost: 'free-call',
  uses: { requests: 1 },
  addresses: ({ host, port }) => [
    { purpose: 'api', host, port, what: `the free call that failed, once more after ${pauseMs / 1000} s` },
  ],
  limitMs: 15_000,
  rulesOut: [],
  needs: ['http-exchange', 'api-key', 'model-access', 'token-count'],
  async run({ network, target, learned: { transient } }) {
    if (!transient)
      return { kind: 'skipped', because: 'No free call failed in a way that can pass.', isNeedless: true };
    await network.wait(pauseMs);
    const { what, path, withKey, body } = transient;
    const answer = await network.send(callTo(target, path, { withKey, ...(body === undefined ? {} : { body }) }));
    if (answer.kind === 'failed') {
      const saw = `After ${pauseMs / 1000} s, ${what} failed again (\`${answer.code}\`).`;
      return { kind: 'finding', findings: noAnswer(answer, target, { saw, isDecisive: true }) };
    }
    if (answer.status >= 400 && (withKey || answer.status !== 401)) {
      const saw = `After ${pauseMs / 1000} s, ${what} was answered with ${answer.status} again: the failure lasts.`;
      return { kind: 'finding', findings: [answerFinding(answer, { saw, isDecisive: true })] };
    }
    return {
      kind: 'fine',
      saw: `After ${pauseMs / 1000} s, ${what} was answered (${answer.status}): the failure was transient.`,
    };
  },
});
