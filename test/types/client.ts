import Anthropic from '@anthropic-ai/sdk';
import {
  capture,
  createRetryShare,
  guard,
  logger,
  ramp,
  retry,
  retryCall,
  retryFetch,
  withFaultline,
  type FailedAttempt,
  type RetryReason,
} from '../../src/client/index.ts';

// What a program writes. It compiles against the declarations of the package, or the test that compiles it fails.

const log = logger({ write: (line) => line.cause.length + (line.waitMs ?? 0) });
const client = new Anthropic({ middleware: [retry(), guard(), capture(log)], fetch: withFaultline(fetch, log) });

export const wrapped: Anthropic = retry(guard(capture(client, log)), {
  attempts: 6,
  breaker: { failures: 3 },
  share: createRetryShare({ budgetTokens: 100 }),
  ...log,
});
export const fetches: readonly (typeof fetch)[] = [
  retryFetch(fetch, { breaker: false }),
  withFaultline(fetch, { retry: true, onFailure: ({ verdict }) => verdict.findings[0]?.cause.length }),
];
export const answer: Promise<number> = retryCall(async ({ number, signal, delivered }) => {
  delivered();
  return signal?.aborted === true ? 0 : number;
});
const line = ramp({
  plan: '1%,100% hold=2m',
  patience: { calls: 100, ms: 5000 },
  onDecision: ({ action, because }) => `${action} ${because}`,
});
export const ramped: Promise<Anthropic.Message> = line
  .run(() => client.messages.create({ model: 'claude-sonnet-5', max_tokens: 8, messages: [] }).withResponse())
  .then(({ data }) => data);
export const byHand = async (): Promise<void> => {
  const turn = await line.admit({ model: 'claude-sonnet-5', maxTokens: 8 });
  const { data, response } = await client.messages
    .create({ model: 'claude-sonnet-5', max_tokens: 8, messages: [] })
    .withResponse();
  turn.succeeded({ usage: data.usage, headers: response.headers });
};
export const reason: RetryReason = 'budget-spent';
export const ending = (failure: FailedAttempt): 'refused' | 'unanswered' | 'broken' => failure.ending;

// @ts-expect-error -- a reason that does not exist
export const noReason: RetryReason = 'bored';
// @ts-expect-error -- what was judged is never changed
export const change = (failure: FailedAttempt): unknown => (failure.attempt = 2);
// @ts-expect-error -- a middleware for nothing
capture();
// @ts-expect-error -- an object that is no client
retry({ withOptions: 1 }, {});
