import { describe, expect, test } from 'vitest';
import { likenessTo, type Failure } from '../../experiments/ending.ts';
import type { Oracle } from '../../experiments/oracle.ts';
import { checker } from '../../experiments/oracles/checker.ts';
import type { Environment } from '../../experiments/request.ts';
import { sessionOf } from '../../experiments/session.ts';
import type { Studied } from './studied.ts';
import { reduceStudied } from './work.ts';

const environment: Environment = { platform: 'direct', day: '2026-11-25' };
const studied: Studied = {
  source: 'request.json',
  hasHeaders: false,
  platform: 'direct',
  baseUrl: 'https://api.anthropic.com',
  request: {
    endpoint: '/v1/messages',
    headers: {},
    areHeadersKnown: false,
    text: JSON.stringify({
      model: 'claude-sonnet-4-6',
      max_tokens: 900,
      temperature: 0.5,
      system: 'Be kind.',
      messages: [
        { role: 'user', content: 'Look it up.' },
        { role: 'assistant', content: [{ type: 'tool_use', id: 'toolu_01', name: 'look', input: { at: 'home' } }] },
        { role: 'user', content: 'And?' },
      ],
    }),
  },
};

/** Numbers between 0 and 1, the same for the same seed. */
function chance(seed: number): () => number {
  let state = seed * 7919 + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

async function failure(): Promise<Failure> {
  const ending = await checker.ask(studied.request, environment);
  if (ending.kind !== 'failure') throw new Error('It was to fail.');
  return ending;
}

/** The checker behind a line on which one answer in ten is the wrong one. */
async function wavering(seed: number): Promise<Oracle> {
  const draw = chance(seed);
  const studiedFailure = await failure();
  return {
    ...checker,
    name: 'live call',
    cost: 'command',
    isSteady: false,
    ask: async (request, there) => {
      const honest = await checker.ask(request, there);
      if (draw() >= 0.1) return honest;
      return likenessTo(studiedFailure, honest) === 'same' ? { kind: 'success', saw: 'answered' } : studiedFailure;
    },
  };
}

describe('an oracle that gives the wrong answer one time in ten', () => {
  test('does not make a request that fails in another way pass for the reduced one', async () => {
    const known = await failure();
    let confirmed = 0;
    let mistaken = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const session = sessionOf({
        budget: { requests: 0, tokens: 0, seconds: 1 },
        pace: { now: () => 0, wait: async () => {} },
      });
      const oracles = [await wavering(seed)];
      const report = await reduceStudied({ studied: { ...studied, known }, oracles, environment, session });
      if (report.outcome !== 'reduced' || report.confirmed?.isSame !== true) continue;
      confirmed++;
      const text = JSON.stringify(report.request?.body);
      const ending = await checker.ask({ ...studied.request, text }, environment);
      if (likenessTo(known, ending) !== 'same') mistaken++;
    }
    expect(confirmed).toBeGreaterThan(25);
    expect(mistaken).toBe(0);
  });
});
