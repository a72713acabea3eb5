import { describe, expect, test } from 'vitest';
import { judgeText } from '../app/verdict.ts';
import { judgeOneText } from '../app/one-verdict.ts';
import { targetOf } from '../app/doctor/target.ts';
import type { CommandAnswer, HttpAnswer, HttpQuestion } from '../core/world.ts';
import { endingWords, failureJson, isSameFailure, likenessTo, type Ending, type Failure } from './ending.ts';
import { outcomeOf, type Experiment } from './experiment.ts';
import { cheapestFirst, type Oracle } from './oracle.ts';
import { endingOfAnswer, failureOfVerdict } from './oracles/answer.ts';
import { checker } from './oracles/checker.ts';
import { command } from './oracles/command.ts';
import { countTokens, liveCall } from './oracles/live.ts';
import { simulator } from './oracles/simulator.ts';
import { reproduce, triedWords } from './reproduction.ts';
import type { Environment, StudiedRequest } from './request.ts';
import { judgeSeries, leadOfThree, oneRun, runSeries } from './series.ts';
import { sessionOf, type Pause } from './session.ts';

const here: Environment = { platform: 'direct', day: '2026-11-25' };
const wide = { requests: 100, tokens: 10_000, seconds: 600 };

function requestOf(body: unknown, headers: Readonly<Record<string, string>> = {}): StudiedRequest {
  return { endpoint: '/v1/messages', headers, areHeadersKnown: false, text: JSON.stringify(body) };
}

const sound = { model: 'claude-sonnet-4-6', max_tokens: 900, messages: [{ role: 'user', content: 'Which river?' }] };
const broken = { ...sound, messages: [{ role: 'user', content: [{ type: 'text' }] }] };

/** A clock that moves only when somebody waits. */
function paceOf(): { readonly now: () => number; readonly wait: (ms: number) => Promise<void> } {
  let now = 0;
  return {
    now: () => now,
    wait: async (ms) => {
      now += ms;
    },
  };
}

function answerOf(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): HttpAnswer {
  return { kind: 'answered', status, headers, body: JSON.stringify(body), firstByteMs: 1, tookMs: 1 };
}

async function endingOfCommand(exitCode: number | undefined, err: string): Promise<Ending> {
  const run = async (): Promise<CommandAnswer> => ({ out: '', err, ...(exitCode === undefined ? {} : { exitCode }) });
  return command(run, judgeOneText).ask(requestOf(sound), here);
}

const refusal = answerOf(400, {
  type: 'error',
  error: { type: 'invalid_request_error', message: 'messages.4.content.2.text.text: Field required' },
});
const overload = answerOf(529, { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } });
const limited = answerOf(
  429,
  { type: 'error', error: { type: 'rate_limit_error', message: 'This request would exceed your rate limit' } },
  { 'retry-after': '7' },
);

/** A place that answers what a list says, the last one for ever, and keeps what it was sent. */
function placeOf(answers: readonly HttpAnswer[]): { readonly there: Environment; readonly sent: HttpQuestion[] } {
  const sent: HttpQuestion[] = [];
  const target = targetOf({ baseUrl: 'http://127.0.0.1:1' }, { ANTHROPIC_API_KEY: 'a-key-of-nobody' }, 0);
  const send = async (question: HttpQuestion): Promise<HttpAnswer> => {
    sent.push(question);
    return answers[Math.min(sent.length, answers.length) - 1] ?? overload;
  };
  return { there: { ...here, target, send }, sent };
}

describe('two failures are the same one', () => {
  const base: Failure = { kind: 'failure', status: 400, causes: ['role-invalid'], path: 'messages.4.role' };
  const cases: readonly (readonly [string, Failure, boolean])[] = [
    ['when only indices moved', { ...base, path: 'messages.0.role' }, true],
    ['when one side does not know the path', { kind: 'failure', status: 400, causes: ['role-invalid'] }, true],
    ['when one side names the broader cause too', { ...base, causes: ['role-wrong', 'role-invalid'] }, true],
    ['not when the member is another', { ...base, path: 'messages.4.content' }, false],
    ['not when the status is another', { ...base, status: 404 }, false],
    ['not when the cause is another', { ...base, causes: ['role-order'] }, false],
    ['not when no answer came', { ...base, errno: 'ECONNRESET' }, false],
  ];
  test.each(cases)('%s', (_, other, same) => expect(isSameFailure(base, other)).toBe(same));

  test('without a cause, when the messages differ in numbers and quotes alone', () => {
    const one: Failure = { kind: 'failure', causes: [], message: 'tool `a` failed after 3 tries' };
    expect(isSameFailure(one, { ...one, message: 'tool `b` failed after 12 tries' })).toBe(true);
    expect(isSameFailure(one, { ...one, message: 'tool `b` was not found' })).toBe(false);
  });
});

describe('oracles', () => {
  test('the checker, the simulator and a live answer tell of one failure in the same terms', async () => {
    const request = requestOf(broken);
    const one = await checker.ask(request, here);
    const other = await simulator(judgeOneText).ask(request, here);
    if (one.kind !== 'failure') throw new Error('The checker found nothing.');
    expect(likenessTo(one, other)).toBe('same');
    expect(likenessTo(one, await endingOfAnswer(refusal, judgeOneText))).toBe('same');
    expect(endingWords(one)).toBe('400 invalid_request_error, field-missing at messages.0.content.0.text.text');
    expect(failureJson(one)).toMatchObject({ cause: 'field-missing', status: 400 });
    expect((await simulator(judgeOneText).ask(requestOf(sound), here)).kind).toBe('success');
  });

  test('a live call asks for one token, or one more than the thinking budget, and carries no foreign credential', async () => {
    const { there, sent } = placeOf([answerOf(200, { type: 'message' })]);
    const headers = { 'anthropic-beta': 'files-api-2025-04-14', 'x-api-key': 'removed', 'content-length': '7' };
    const live = liveCall(judgeOneText);
    await live.ask(requestOf(sound, headers), there);
    await live.ask(requestOf({ ...sound, thinking: { type: 'enabled', budget_tokens: 500 } }), there);
    await liveCall(judgeOneText, { keepsMaxTokens: true }).ask(requestOf(sound), there);
    expect(sent.map(({ body }) => /"max_tokens":(\d+)/.exec(body ?? '')?.[1])).toStrictEqual(['1', '501', '900']);
    expect(sent[0]?.headers).toMatchObject({
      'anthropic-beta': 'files-api-2025-04-14',
      'x-api-key': 'a-key-of-nobody',
    });
    expect(sent[0]?.headers['content-length']).toBe(String(sent[0]?.body?.length));
    expect(live.uses(requestOf(sound), there).tokens).toBeGreaterThan(5);
  });

  test('count_tokens is sent only what it takes', async () => {
    const { there, sent } = placeOf([answerOf(200, { input_tokens: 9 })]);
    expect(await countTokens(judgeOneText).ask(requestOf({ ...sound, temperature: 1 }), there)).toMatchObject({
      kind: 'success',
    });
    expect(sent[0]?.url).toBe('http://127.0.0.1:1/v1/messages/count_tokens');
    expect(JSON.parse(sent[0]?.body ?? '')).toStrictEqual({ model: sound.model, messages: sound.messages });
  });

  test('without an address a live call is unanswerable', async () => {
    expect(await liveCall(judgeOneText).ask(requestOf(sound), here)).toMatchObject({ kind: 'unanswerable' });
  });

  test('a command is judged by its exit code and by what it prints', async () => {
    expect(await endingOfCommand(0, '')).toMatchObject({ kind: 'success' });
    expect(await endingOfCommand(3, 'Segmentation fault')).toMatchObject({ kind: 'failure', code: 'exit 3' });
    expect(await endingOfCommand(1, 'anthropic.RateLimitError: Error code: 429')).toMatchObject({
      kind: 'failure',
      status: 429,
    });
    expect(await endingOfCommand(undefined, '')).toMatchObject({ kind: 'unanswerable' });
  });

  test('a broken connection is a failure with its code', async () => {
    const ending = await endingOfAnswer(
      { kind: 'failed', code: 'ECONNRESET', message: 'gone', tookMs: 1 },
      judgeOneText,
    );
    expect(ending).toMatchObject({ kind: 'failure', errno: 'ECONNRESET' });
    expect(failureOfVerdict(judgeText('nothing to see')).causes).toStrictEqual([]);
  });
});

describe('a session', () => {
  test('waits for a busy service as long as it asks, and never takes it for the failure', async () => {
    const pauses: Pause[] = [];
    const { there, sent } = placeOf([limited, overload, refusal]);
    const session = sessionOf({ budget: wide, pace: paceOf(), onPause: (pause) => pauses.push(pause) });
    const ending = await session.ask(liveCall(judgeOneText), requestOf(broken), there);
    expect(ending).toMatchObject({ kind: 'failure', status: 400 });
    expect(pauses.map(({ waitMs }) => waitMs)).toStrictEqual([7000, 4000]);
    expect(session.spent()).toMatchObject({ requests: 3, pauses: 2, seconds: 11, asked: { 'live call': 3 } });
    expect(sent).toHaveLength(3);
  });

  test('takes an overload for an answer when it is what is studied', async () => {
    const { there } = placeOf([overload]);
    const session = sessionOf({ budget: wide, pace: paceOf() });
    const studied = await endingOfAnswer(overload, judgeOneText);
    if (studied.kind === 'failure') session.study(studied);
    expect(await session.ask(liveCall(judgeOneText), requestOf(sound), there)).toMatchObject({ status: 529 });
    expect(session.spent().pauses).toBe(0);
  });

  test('gives a question up when the service stays busy, or when the time left is too short', async () => {
    const { there } = placeOf([overload]);
    const patient = sessionOf({ budget: wide, pace: paceOf() });
    expect(await patient.ask(liveCall(judgeOneText), requestOf(sound), there)).toMatchObject({
      kind: 'unanswerable',
      because: 'the service does not answer: 529 overloaded_error after 5 waits',
    });
    const hasty = sessionOf({ budget: { ...wide, seconds: 1 }, pace: paceOf() });
    expect(await hasty.ask(liveCall(judgeOneText), requestOf(sound), there)).toMatchObject({ kind: 'unanswerable' });
  });

  test('does not wait for an answer when it is interrupted, and asks nothing after that', async () => {
    const stopping = new AbortController();
    const session = sessionOf({ budget: wide, pace: paceOf(), signal: stopping.signal });
    const sent: string[] = [];
    const silent: Environment = {
      ...placeOf([refusal]).there,
      send: async ({ url }) => {
        sent.push(url);
        return new Promise(() => {});
      },
    };
    const asking = session.ask(liveCall(judgeOneText), requestOf(broken), silent);
    stopping.abort();
    expect(await asking).toMatchObject({ kind: 'unanswerable', because: 'it was interrupted' });
    expect(await session.ask(checker, requestOf(broken), silent)).toMatchObject({ kind: 'unanswerable' });
    expect(sent).toHaveLength(1);
  });

  test('asks nothing that the budget does not hold', async () => {
    const { there, sent } = placeOf([refusal]);
    const session = sessionOf({ budget: { ...wide, requests: 2 }, pace: paceOf() });
    for (let at = 0; at < 3; at++) await session.ask(countTokens(judgeOneText), requestOf(broken), there);
    expect(sent).toHaveLength(2);
    const poor = sessionOf({ budget: { ...wide, tokens: 3 }, pace: paceOf() });
    expect(await poor.ask(liveCall(judgeOneText), requestOf(sound), there)).toMatchObject({ kind: 'unanswerable' });
    expect(sent).toHaveLength(2);
  });
});

describe('a series', () => {
  test('is decided by a lead', () => {
    expect(judgeSeries(['same'], oneRun)).toBe('same');
    expect(judgeSeries(['same', 'same'], leadOfThree)).toBeUndefined();
    expect(judgeSeries(['same', 'success', 'same', 'same', 'same'], leadOfThree)).toBe('same');
    expect(judgeSeries(['unknown', 'unknown'], leadOfThree)).toBe('unknown');
    const even = Array.from({ length: 15 }, (_, at) => (at % 2 === 0 ? ('same' as const) : ('success' as const)));
    expect(judgeSeries(even, leadOfThree)).toBe('unknown');
  });

  test('asks a steady oracle once, and one that wavers until it leads', async () => {
    const session = sessionOf({ budget: wide, pace: paceOf() });
    const request = requestOf(broken);
    const studied = await checker.ask(request, here);
    if (studied.kind !== 'failure') throw new Error('The checker found nothing.');
    expect((await runSeries(session, checker, request, here, studied, leadOfThree)).runs).toStrictEqual(['same']);
    const { there } = placeOf([refusal, answerOf(200, {}), refusal]);
    const { likeness, runs } = await runSeries(session, liveCall(judgeOneText), request, there, studied, leadOfThree);
    expect(likeness).toBe('same');
    expect(runs).toStrictEqual(['same', 'success', 'same', 'same', 'same']);
  });
});

describe('reproduction', () => {
  const never: Oracle = { ...checker, name: 'live call', cost: 'paid-call' };

  test('uses the cheapest oracle that shows the failure', async () => {
    const session = sessionOf({ budget: wide, pace: paceOf() });
    const found = await reproduce(session, [never, simulator(judgeOneText), checker], requestOf(broken), here);
    expect(found).toMatchObject({ kind: 'reproduced', oracle: { name: 'simulator' } });
    expect(session.spent().asked).toStrictEqual({ simulator: 1 });
    expect(cheapestFirst([never, checker]).map(({ name }) => name)).toStrictEqual(['checker', 'live call']);
  });

  test('passes over an oracle that shows another failure than the known one', async () => {
    const session = sessionOf({ budget: wide, pace: paceOf() });
    const known = await endingOfAnswer(
      answerOf(400, {
        type: 'error',
        error: {
          type: 'invalid_request_error',
          message: 'Your credit balance is too low to access the Anthropic API.',
        },
      }),
      judgeOneText,
    );
    if (known.kind !== 'failure') throw new Error('It was to be a failure.');
    const found = await reproduce(session, [checker], requestOf(broken), here, known);
    expect(found.kind).toBe('not-reproduced');
    expect(triedWords(found.tried)).toBe(
      'checker: 400 invalid_request_error, field-missing at messages.0.content.0.text.text',
    );
  });
});

test('an experiment is as predicted, otherwise, or inconclusive with its reason', () => {
  expect(outcomeOf('success', 'success', [])).toStrictEqual({ kind: 'as-predicted', found: 'success' });
  expect(outcomeOf('success', 'same', [])).toStrictEqual({ kind: 'otherwise', found: 'same' });
  const run = { oracle: 'live call', side: 'changed', ending: { kind: 'unanswerable', because: 'no time' } } as const;
  const experiment: Experiment = {
    question: 'Does it succeed with another model?',
    held: [{ what: 'the request' }],
    change: { what: 'model', from: 'a', to: 'b' },
    prediction: 'success',
    runs: [run],
    outcome: outcomeOf('success', 'unknown', [run]),
  };
  expect(experiment.outcome).toStrictEqual({ kind: 'inconclusive', because: 'no time' });
});
