import Anthropic from '@anthropic-ai/sdk';
import { describe, expect, test } from 'vitest';
import { explain } from '../../src/index.ts';
import type { Limits } from '../../src/simulator/index.ts';
import { headerOf, like, question, rejectionOf, simulated } from './simulated.ts';

const longQuestion = {
  ...question,
  messages: [{ role: 'user' as const, content: 'And which through Linz? '.repeat(400) }],
};

describe('a limit', () => {
  const table: readonly (readonly [string, Limits, string, unknown])[] = [
    ['requests', { requests: 1 }, 'rate-limit-requests', '60'],
    ['input tokens', { inputTokens: 4000 }, 'rate-limit-input-tokens', like(/^\d+$/)],
    ['output tokens', { outputTokens: 20 }, 'rate-limit-output-tokens', like(/^\d+$/)],
    ['growth', { acceleration: 4000 }, 'rate-limit-acceleration', '60'],
    ['spend', { spend: 0.000001 }, 'spend-limit-tier', undefined],
  ];

  test.each(table)('of %s stops the call that would break it', async (_, limits, cause, retryAfter) => {
    const { client } = await simulated({ limits });
    await client.messages.create(longQuestion);
    const error = await rejectionOf(client.messages.create(longQuestion));
    expect(error).toBeInstanceOf(Anthropic.RateLimitError);
    expect(explain(error).findings[0]?.cause).toBe(cause);
    expect(headerOf(error, 'retry-after')).toEqual(retryAfter);
  });

  test('lets the next call pass after `retry-after`', async () => {
    const { client, clock } = await simulated({ limits: { requests: 2 } });
    await client.messages.create(question);
    await client.messages.create(question);
    const error = await rejectionOf(client.messages.create(question));
    const seconds = Number(headerOf(error, 'retry-after'));
    clock.advance(seconds * 1000 - 1000);
    await rejectionOf(client.messages.create(question));
    clock.advance(1000);
    await expect(client.messages.create(question)).resolves.toMatchObject({ type: 'message' });
  });

  test('is held for each model by itself', async () => {
    const { client } = await simulated({ limits: { requests: 1 } });
    await client.messages.create(question);
    await expect(client.messages.create({ ...question, model: 'claude-haiku-4-5' })).resolves.toBeDefined();
  });

  test('does not count what is read from the cache', async () => {
    const { client } = await simulated({ limits: { inputTokens: 5000 } });
    const cached = {
      ...question,
      system: [
        {
          type: 'text' as const,
          text: 'The rivers of Austria. '.repeat(400),
          cache_control: { type: 'ephemeral' as const },
        },
      ],
    };
    for (let call = 0; call < 4; call++) await client.messages.create(cached);
    expect(String(await rejectionOf(client.messages.create(longQuestion)))).toContain('input tokens per minute');
  });

  test('of requests at the same time counts those that are not answered yet', async () => {
    const { client, simulator } = await simulated({ limits: { concurrency: 1 } });
    simulator.inject('slow-drip', { next: 1 });
    const first = await client.messages.create({ ...question, stream: true });
    const error = await rejectionOf(client.messages.create(question));
    expect(explain(error).findings[0]?.cause).toBe('rate-limit-concurrency');
    first.controller.abort();
  });

  test('shows what is left in the headers', async () => {
    const { client } = await simulated({ limits: { requests: 50, inputTokens: 30_000, outputTokens: 8000 } });
    const { response } = await client.messages.create(longQuestion).withResponse();
    const left = (name: string): number => Number(response.headers.get(`anthropic-ratelimit-${name}-remaining`));
    expect(left('requests')).toBe(49);
    expect(left('input-tokens') % 1000).toBe(0);
    expect(left('input-tokens')).toBeLessThan(30_000);
    expect(left('tokens')).toBe(left('input-tokens') + left('output-tokens'));
  });
});

/** One sign a call: whether it went through. */
async function outcomes(client: Anthropic, count: number): Promise<string> {
  let seen = '';
  for (let call = 0; call < count; call++) {
    seen += await client.messages.create(question).then(
      () => '.',
      () => 'x',
    );
  }
  return seen;
}

describe('faults', () => {
  test('come for the next calls alone', async () => {
    const { client } = await simulated({ faults: [{ fault: 'overloaded', next: 2, after: 1 }] });
    expect(await outcomes(client, 5)).toBe('.xx..');
  });

  test('come by chance, the same ones for the same seed', async () => {
    const faults = [{ fault: 'overloaded', probability: 0.5 }];
    const first = await outcomes((await simulated({ faults, seed: 3 })).client, 20);
    expect(first).toMatch(/^(?=.*x)(?=.*\.)[x.]{20}$/);
    expect(await outcomes((await simulated({ faults, seed: 3 })).client, 20)).toBe(first);
  });

  test('come over time', async () => {
    const { client, clock } = await simulated({ faults: [{ fault: 'overloaded', fromMs: 1000, untilMs: 2000 }] });
    let seen = await outcomes(client, 1);
    clock.advance(1000);
    seen += await outcomes(client, 1);
    clock.advance(1000);
    expect(seen + (await outcomes(client, 1))).toBe('.x.');
  });

  test('come for one model or path, until they are healed', async () => {
    const { client, simulator } = await simulated({ faults: [{ fault: 'overloaded', model: 'claude-haiku-4-5' }] });
    simulator.inject('internal-error', { path: '/v1/models' });
    expect(await outcomes(client, 1)).toBe('.');
    await rejectionOf(client.messages.create({ ...question, model: 'claude-haiku-4-5' }));
    expect(await rejectionOf(client.models.list())).toBeInstanceOf(Anthropic.InternalServerError);
    simulator.heal();
    await expect(client.models.list()).resolves.toBeDefined();
  });

  test('are overcome by the retries of the SDK', async () => {
    const { simulator, client } = await simulated({ faults: [{ fault: 'connection-reset', next: 1 }] });
    await expect(client.withOptions({ maxRetries: 1 }).messages.create(question)).resolves.toMatchObject({
      type: 'message',
    });
    expect(simulator.calls.map(({ fault = 'none' }) => fault)).toEqual(['connection-reset', 'none']);
  });

  test('that nobody knows are refused with the nearest name', async () => {
    await expect(simulated({ faults: [{ fault: 'overloded' }] })).rejects.toMatchObject({
      code: 'fault-unknown',
      hint: 'Did you mean overloaded?',
    });
  });

  test('spare the status page, which tells of the incidents that it is given', async () => {
    const { simulator } = await simulated({ faults: [{ fault: 'overloaded' }] });
    const page = async (name: string): Promise<unknown> => (await fetch(`${simulator.url}/api/v2/${name}.json`)).json();
    expect(await page('status')).toMatchObject({ page: { name: 'Claude' }, status: { indicator: 'none' } });
    simulator.report([{ name: 'Elevated errors on the Claude API', impact: 'major' }]);
    expect(await page('summary')).toMatchObject({
      status: { indicator: 'major' },
      incidents: [
        {
          name: 'Elevated errors on the Claude API',
          incident_updates: [{ affected_components: [{ name: like(/^Claude API/) }] }],
        },
      ],
    });
    expect(await page('components')).toMatchObject({
      components: [{}, {}, { status: 'partial_outage' }, {}, {}],
    });
    expect(await page('incidents')).toMatchObject({ incidents: [{ impact: 'major' }] });
  });
});
