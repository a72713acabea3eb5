import { afterEach, describe, expect, test } from 'vitest';
import { budgetOf, meterOf } from '../../src/core/budget.ts';
import { guarded } from '../../src/app/doctor/guard.ts';
import { networkOf } from '../../src/app/world/network.ts';
import { decisive, examined, markOf } from './examined.ts';
import { apiAnswer, apiError, blackHole, serve, wellBehaved, type Counting } from './loopback.ts';

const open: Counting[] = [];
const kept = async (started: Promise<Counting>): Promise<Counting> => {
  const server = await started;
  open.push(server);
  return server;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map(async ({ close }) => close()));
});

describe('a budget', () => {
  test.each([
    [undefined, { requests: 16, tokens: 200, seconds: 45 }],
    ['requests=3', { requests: 3, tokens: 200, seconds: 45 }],
    ['requests=0, tokens=0,seconds=5', { requests: 0, tokens: 0, seconds: 5 }],
  ])('is read from %s', (written, expected) => {
    expect(budgetOf(written)).toEqual(expected);
  });

  test.each(['requests', 'money=3', 'seconds=-1', ''])('%j is refused with an example', (written) => {
    expect(() => budgetOf(written)).toThrow('no budget');
  });

  test.each([0, 1, 2, 3])('of %i requests is never exceeded', async (requests) => {
    const api = await kept(serve(wellBehaved));
    const examination = await examined(api.url, { budget: `requests=${requests}`, all: true });
    expect(api.asked).toHaveLength(Math.min(3, requests));
    expect(examination.spent.requests).toBe(api.asked.length);
  });

  test('that does not hold the tokens of the paid request keeps it from being sent', async () => {
    const api = await kept(serve(wellBehaved));
    const examination = await examined(api.url, { budget: 'tokens=10', wishes: { mayPay: true } });
    expect(api.asked).not.toContain('POST /v1/messages');
    expect(markOf(examination, 'minimal-request')).toBe('skipped');
  });

  test('of seconds ends a run in which something hangs', async () => {
    const hole = await kept(blackHole());
    const started = performance.now();
    const examination = await examined(hole.url, { budget: 'seconds=0' });
    expect(performance.now() - started).toBeLessThan(2000);
    expect(examination.spent.requests).toBe(0);
  });
});

describe('nothing is asked after a decisive finding', () => {
  test('of the call without a key', async () => {
    const api = await kept(
      serve((_, response) => apiAnswer(response, 403, apiError('forbidden', 'Request not allowed'))),
    );
    const examination = await examined(api.url, { wishes: { platform: 'direct', mayPay: true } });
    expect(decisive(examination)).toEqual(['region-unsupported']);
    expect(api.asked).toEqual(['GET /v1/models']);
  });

  test('of the credential', async () => {
    const api = await kept(
      serve((request, response) => {
        if (request.headers['x-api-key'] === undefined) wellBehaved(request, response);
        else apiAnswer(response, 401, apiError('authentication_error', 'invalid x-api-key'));
      }),
    );
    await examined(api.url, { wishes: { mayPay: true, model: 'claude-haiku-4-5' } });
    expect(api.asked).toEqual(['GET /v1/models', 'GET /v1/models?limit=1000']);
  });

  test('unless it is told to go on', async () => {
    const api = await kept(serve(wellBehaved));
    const body = { model: 'claude-haiku-4-5', max_tokens: 10, messages: [] };
    const request = { body, text: JSON.stringify(body), headers: {} };
    await examined(api.url, { wishes: { request } });
    expect(api.asked).toEqual([]);
    await examined(api.url, { wishes: { request }, all: true });
    expect(api.asked).toContain('POST /v1/messages/count_tokens');
  });
});

describe('an address', () => {
  const addresses = [{ purpose: 'api' as const, host: 'localhost', port: 1, what: 'a call' }];

  test('that is not in the plan is refused before anything is sent', async () => {
    const api = await kept(serve(wellBehaved));
    const permit = { addresses, meter: meterOf(budgetOf(undefined)), isClosed: () => false };
    const network = guarded(networkOf()(1000), permit);
    await expect(network.send({ method: 'GET', url: api.url, headers: {} })).rejects.toThrow('not in the plan');
    await expect(network.lookUp({ name: 'example.com', family: 4 })).rejects.toThrow('not in the plan');
    expect(api.asked).toEqual([]);
  });

  test('is asked no more once the run is closed', async () => {
    const permit = { addresses, meter: meterOf(budgetOf(undefined)), isClosed: () => true };
    const network = guarded(networkOf()(1000), permit);
    await expect(network.connect({ host: 'localhost', port: 1 })).rejects.toThrow('known before');
  });

  test('beyond this machine is never asked offline', async () => {
    const api = await kept(serve(wellBehaved));
    const examination = await examined(api.url, { offline: true });
    expect(api.asked).toEqual([]);
    expect(examination.notTested.map(({ because }) => because)).toContain(
      '`--offline` allows no contact with other machines.',
    );
  });
});
