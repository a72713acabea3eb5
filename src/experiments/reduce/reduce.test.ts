import { beforeAll, describe, expect, test } from 'vitest';
import { judgeOneText } from '../../app/one-verdict.ts';
import { deedOf } from '../../core/fault.ts';
import type { BodyPath } from '../../core/problem.ts';
import { faults } from '../../faults/index.ts';
import { loadRuleExamples } from '../../../test/check/rule-examples.ts';
import { likenessTo, type Failure } from '../ending.ts';
import type { Oracle } from '../oracle.ts';
import { checker } from '../oracles/checker.ts';
import { simulator } from '../oracles/simulator.ts';
import type { Environment, StudiedRequest } from '../request.ts';
import { sessionOf, type Session } from '../session.ts';
import { reduce, type Reduction } from './reduce.ts';
import { childrenAt, keyOf, requestOf, treeOf, valueAt, without, type RequestTree } from './tree.ts';

const today: Environment = { platform: 'direct', day: '2026-11-25' };
const faultAt = Date.parse('2026-11-25T12:00:00Z');

function freeSession(): Session {
  return sessionOf({
    budget: { requests: 0, tokens: 0, seconds: 0 },
    pace: { now: () => 0, wait: async () => {} },
  });
}

async function failureOf(request: StudiedRequest, environment: Environment, oracle: Oracle): Promise<Failure> {
  const ending = await oracle.ask(request, environment);
  if (ending.kind !== 'failure') throw new Error(`It was to fail: ${JSON.stringify(ending)}`);
  return ending;
}

async function reduced(
  request: StudiedRequest,
  environment: Environment = today,
  oracle: Oracle = checker,
): Promise<Reduction> {
  const failure = await failureOf(request, environment, oracle);
  return reduce({ request, environment, oracle, failure, session: freeSession() });
}

function requestWith(body: unknown, headers: Readonly<Record<string, string>> = {}): StudiedRequest {
  return { endpoint: '/v1/messages', headers, areHeadersKnown: false, text: JSON.stringify(body) };
}

/** Every place in a request that could be taken out alone, and still is there although the failure would stay. */
async function superfluous(
  request: StudiedRequest,
  environment: Environment,
  oracle: Oracle,
): Promise<readonly string[]> {
  const failure = await failureOf(request, environment, oracle);
  const tree = treeOf(request);
  if (!tree) return [];
  const found: string[] = [];
  for (const place of placesIn(tree)) {
    const smaller = requestOf(without(tree, new Set([keyOf(place)])), request);
    if (likenessTo(failure, await oracle.ask(smaller, environment)) === 'same') found.push(place.join('.'));
  }
  return found;
}

function placesIn(tree: RequestTree): readonly BodyPath[] {
  const below = (path: BodyPath): readonly BodyPath[] =>
    childrenAt(tree, path).flatMap((child) => [child, ...below(child)]);
  return [...below(['headers']), ...below(['body'])];
}

interface Case {
  readonly name: string;
  readonly request: StudiedRequest;
  readonly environment: Environment;
  readonly oracle: Oracle;
}

/** The requests that rules are tested with; the few of many megabytes are left out. */
async function brokenRequests(): Promise<readonly Case[]> {
  return (await loadRuleExamples()).flatMap(({ row, breaks, expected }): readonly Case[] => {
    const text = breaks.rawText ?? JSON.stringify(breaks.body);
    if (expected.severity === 'warning' || text === undefined || text.length > 1_000_000) return [];
    const { endpoint = '/v1/messages', headers = {}, headersKnown = false, platform = 'direct' } = breaks;
    return [
      {
        name: row,
        request: { endpoint, headers, areHeadersKnown: headersKnown, text },
        environment: { platform, day: breaks.asOf ?? today.day },
        oracle: checker,
      },
    ];
  });
}

/** The requests that the simulator refuses in the place of the one that was sent. */
function faultyRequests(): readonly Case[] {
  const call = { model: 'claude-sonnet-4-6', isStreaming: false, path: '/v1/messages', at: faultAt };
  return faults.flatMap((fault): readonly Case[] => {
    const deed = deedOf(fault, call);
    if (deed.kind !== 'request') return [];
    const headers = Object.fromEntries(Object.entries(deed.headers ?? {}).filter(([, value]) => value !== ''));
    const request = { endpoint: '/v1/messages', headers, areHeadersKnown: true, text: deed.body };
    return [{ name: fault.id, request, environment: today, oracle: simulator(judgeOneText) }];
  });
}

describe('every request that a rule refuses, and every faulty one of the simulator', () => {
  const probes: number[] = [];
  const wrong: string[] = [];
  let count = 0;

  beforeAll(async () => {
    for (const { name, request, environment, oracle } of [...(await brokenRequests()), ...faultyRequests()]) {
      const failure = await failureOf(request, environment, oracle);
      const { request: small, probes: asked } = await reduce({
        request,
        environment,
        oracle,
        failure,
        session: freeSession(),
      });
      count++;
      probes.push(asked + 1);
      if (likenessTo(failure, await oracle.ask(small, environment)) !== 'same') wrong.push(`${name}: another failure`);
      if (small.text.length > request.text.length) wrong.push(`${name}: larger than before`);
      const rest = await superfluous(small, environment, oracle);
      if (rest.length > 0) wrong.push(`${name}: ${rest.join(', ')} could go`);
    }
  }, 240_000);

  test('keeps its failure and holds nothing that could be taken out alone', () => {
    expect(count).toBeGreaterThan(250);
    expect(wrong).toStrictEqual([]);
  });

  test('takes at most 25 probes in the median and 60 at the 95th percentile', () => {
    const sorted = probes.toSorted((one, other) => one - other);
    expect(sorted[sorted.length >> 1]).toBeLessThanOrEqual(25);
    expect(sorted[Math.floor(sorted.length * 0.95)]).toBeLessThanOrEqual(60);
  });
});

const conversation = Array.from({ length: 40 }, (_, at) => ({
  role: at % 2 === 0 ? 'user' : 'assistant',
  content: [{ type: 'text', text: `Turn ${at}: our customer Mrs Example of 12 River Road asks again.` }],
}));

describe('what is left', () => {
  test('is the one call without a result, out of a long conversation, without a word of it', async () => {
    const messages = [
      ...conversation,
      { role: 'user', content: 'Look it up.' },
      {
        role: 'assistant',
        content: [
          { type: 'text', text: 'I will look.' },
          { type: 'tool_use', id: 'toolu_01CustomerNumber4711', name: 'find_customer', input: { name: 'Mrs Example' } },
        ],
      },
      { role: 'user', content: 'And?' },
    ];
    const tools = [{ name: 'find_customer', description: 'Finds a customer', input_schema: { type: 'object' } }];
    const { request, probes } = await reduced(
      requestWith({
        model: 'claude-sonnet-4-6',
        max_tokens: 900,
        system: 'Be kind.',
        temperature: 0.3,
        tools,
        messages,
      }),
    );
    expect(JSON.parse(request.text)).toStrictEqual({
      model: 'claude-sonnet-4-6',
      max_tokens: 1,
      messages: [{ role: 'assistant', content: [{ type: 'tool_use', id: 'toolu_1', name: 't1', input: {} }] }],
    });
    expect(probes).toBeLessThan(25);
  });

  test('keeps the text that the failure hangs on, and of it one character', async () => {
    const body = {
      model: 'claude-sonnet-4-6',
      max_tokens: 900,
      messages: [...conversation, { role: 'user', content: 'Our customer wrote \ud83c and went home.' }],
    };
    const { request } = await reduced(requestWith(body));
    expect(request.text).not.toMatch(/customer|Turn/);
    expect(request.text.length).toBeLessThan(110);
  });

  test('is no header that the failure does not hang on, but the version, which every call needs', async () => {
    const request = requestWith(
      { model: 'claude-sonnet-4-6', max_tokens: 9, messages: conversation, service_tier: 'fastest' },
      {
        'anthropic-version': '2023-06-01',
        'anthropic-beta': 'files-api-2025-04-14,context-1m-2025-08-07',
        'x-app': 'shop',
      },
    );
    const { request: small } = await reduced(request);
    expect(small.headers).toStrictEqual({ 'anthropic-version': '2023-06-01' });
    expect(small.text).toContain('service_tier');
  });

  test('is the place where JSON breaks off', async () => {
    const text = `{"model":"claude-sonnet-4-6","messages":[{"role":"user","content":"${'river '.repeat(300)}"},]}`;
    const { request, probes } = await reduced({ ...requestWith({}), text });
    expect(request.text.length).toBeLessThan(10);
    expect(probes).toBeLessThan(60);
  });

  test('of many tools that are alike is as many as the failure takes', async () => {
    const tools = Array.from({ length: 40 }, (_, at) => ({
      name: `tool_number_${at}`,
      description: 'Does something',
      strict: true,
      input_schema: { type: 'object', properties: { at: { type: 'string' } }, additionalProperties: false },
    }));
    const { request, probes } = await reduced(
      requestWith({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: conversation, tools }),
    );
    expect(valueAt(treeOf(request), ['body', 'tools'])).toHaveLength(21);
    expect(request.text).not.toContain('Does something');
    expect(probes).toBeLessThanOrEqual(60);
  });
});

test('finds the one call of a tool that matters in a conversation of a thousand, by few questions', async () => {
  const messages = Array.from({ length: 1000 }, (_, at) => [
    {
      role: 'assistant',
      content: [{ type: 'tool_use', id: `toolu_${at}`, name: 'read', input: { path: `part-${at}` } }],
    },
    { role: 'user', content: [{ type: 'tool_result', tool_use_id: `toolu_${at}`, content: 'text '.repeat(50) }] },
  ]).flat();
  const request = requestWith({
    model: 'claude-sonnet-4-6',
    max_tokens: 9,
    messages: [{ role: 'user', content: 'Read it.' }, ...messages],
  });
  const failure: Failure = { kind: 'failure', causes: [], code: 'exit 3' };
  const own: Oracle = {
    ...checker,
    cost: 'command',
    ask: async ({ text }) => (text.includes('part-700') ? failure : { kind: 'success', saw: '' }),
  };
  const session = sessionOf({
    budget: { requests: 0, tokens: 0, seconds: 9 },
    pace: { now: () => 0, wait: async () => {} },
  });
  const { request: small, probes } = await reduce({ request, environment: today, oracle: own, failure, session });
  expect(valueAt(treeOf(small), ['body', 'messages'])).toHaveLength(2);
  expect(probes).toBeLessThanOrEqual(60);
});

test('ends early with the smallest so far when nothing more is answered', async () => {
  const request = requestWith({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: conversation, service_tier: 'x' });
  const failure = await failureOf(request, today, checker);
  let asked = 0;
  const tiring: Oracle = {
    ...checker,
    ask: async (one, environment) =>
      ++asked > 3 ? { kind: 'unanswerable', because: 'enough', isOver: true } : checker.ask(one, environment),
  };
  const result = await reduce({ request, environment: today, oracle: tiring, failure, session: freeSession() });
  expect(result).toMatchObject({ probes: 4, endedEarly: 'enough' });
  expect(result.request.text.length).toBeLessThan(request.text.length);
});

test('a dear oracle is not asked about what the checker refuses for another reason', async () => {
  const request = requestWith({
    model: 'claude-sonnet-4-6',
    max_tokens: 9,
    messages: conversation,
    metadata: { user_id: 'someone' },
  });
  const failure: Failure = { kind: 'failure', status: 400, causes: ['url-source-unreachable'], path: '' };
  const asked: string[] = [];
  const picky: Oracle = {
    ...checker,
    cost: 'command',
    ask: async ({ text }) => {
      asked.push(text);
      return text.includes('user_id') ? failure : { kind: 'success', saw: '' };
    },
  };
  const session = sessionOf({
    budget: { requests: 9, tokens: 9, seconds: 9 },
    pace: { now: () => 0, wait: async () => {} },
  });
  const { request: small, screened } = await reduce({ request, environment: today, oracle: picky, failure, session });
  expect(small.text).toContain('"metadata":{"user_id":');
  expect(screened).toBeGreaterThan(3);
  expect(asked.every((text) => text.includes('"messages"') && text.includes('"model"'))).toBe(true);
});
