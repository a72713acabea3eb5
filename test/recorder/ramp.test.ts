import Anthropic from '@anthropic-ai/sdk';
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { liveRamp, type LiveRamp } from '../../src/app/recorder/live-ramp.ts';
import type { Patience } from '../../src/client/ramp/gate.ts';
import { parsePlan, usualPlan, type Plan } from '../../src/ramp/plan.ts';
import { startProxy } from '../../src/proxy/proxy.ts';
import { upstreamOf } from '../../src/proxy/upstream.ts';
import { hashOf, serverThat } from './wire.ts';

const message = {
  id: 'msg_1',
  type: 'message',
  role: 'assistant',
  model: 'claude-sonnet-5',
  content: [{ type: 'text', text: 'Yes.' }],
  stop_reason: 'end_turn',
  stop_sequence: null,
  usage: { input_tokens: 10, output_tokens: 5 },
};

/** A recorder with a ramp before a service that answers as it is told. */
async function rampBefore(
  written: string,
  patience: Patience,
  answer: (path: string) => readonly [number, object] = () => [200, message],
): Promise<{
  readonly url: string;
  readonly seen: Awaited<ReturnType<typeof serverThat>>['seen'];
  readonly live: LiveRamp;
}> {
  const { url, seen } = await serverThat((request, response) => {
    const [status, body] = answer(request.url ?? '');
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  const usual: Plan = { ...usualPlan, basis: 'arrivals' };
  const parsed = parsePlan(written, usual);
  const live = liveRamp(parsed.kind === 'plan' ? parsed.plan : usual, patience, () => undefined);
  const proxy = await startProxy({ upstream: upstreamOf(url, {}), onExchange: () => undefined, gate: live.gate });
  onTestFinished(() => proxy.stop());
  return { url: proxy.url, seen, live };
}

function post(url: string, body = '{"model":"claude-sonnet-5"}', path = '/v1/messages'): Promise<Response> {
  return fetch(`${url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
}

test('a share of the calls is passed on, and the rest gets the rate limit of the API with a time to come back', async () => {
  const { url, seen, live } = await rampBefore('25%,100% calls=9999', { calls: 0, ms: 1000 });
  const statuses: number[] = [];
  let turnedAway: Response | undefined;
  for (let call = 0; call < 20; call++) {
    const response = await post(url);
    statuses.push(response.status);
    if (response.status === 429) turnedAway = response;
  }
  expect(statuses.filter((status) => status === 200)).toHaveLength(6);
  expect(seen).toHaveLength(6);
  expect(live.turnedAway()).toBe(14);
  expect(turnedAway?.headers.get('retry-after')).toBe('4');
  expect(turnedAway?.headers.get('x-should-retry')).toBe('true');
  expect(await turnedAway?.json()).toMatchObject({ type: 'error', error: { type: 'rate_limit_error' } });
});

test('an SDK takes it for what it is', async () => {
  const { url } = await rampBefore('1%,100% calls=9999', { calls: 0, ms: 1000 });
  const client = new Anthropic({ baseURL: url, apiKey: 'any', maxRetries: 0 });
  const call = (): Promise<unknown> =>
    client.messages.create({ model: 'claude-sonnet-5', max_tokens: 8, messages: [{ role: 'user', content: 'x' }] });
  await call();
  await expect(call()).rejects.toBeInstanceOf(Anthropic.RateLimitError);
});

test.each([
  ['one piece', 2000],
  ['many pieces', 3_000_000],
])('a body of %s is passed on unchanged', async (_, bytes) => {
  const { url, seen } = await rampBefore('100%', { calls: 10, ms: 1000 });
  const body = JSON.stringify({ model: 'claude-sonnet-5', messages: randomBytes(bytes).toString('base64') });
  expect((await post(url, body)).status).toBe(200);
  expect(seen[0]?.bodyHash).toBe(hashOf(Buffer.from(body)));
});

test('calls wait for their turn, and none is lost', async () => {
  const { url, seen } = await rampBefore('600/min', { calls: 50, ms: 20_000 });
  const statuses = await Promise.all(Array.from({ length: 8 }, () => post(url).then(({ status }) => status)));
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 200, 200]);
  expect(seen).toHaveLength(8);
});

test('a call that has waited as long as it may is turned away', async () => {
  const { url, seen } = await rampBefore('10/min', { calls: 50, ms: 200 });
  await post(url);
  const response = await post(url);
  expect(response.status).toBe(429);
  expect(await response.text()).toContain('It has waited as long as it may.');
  expect(seen).toHaveLength(1);
});

test('a caller that goes away while it waits is forgotten', async () => {
  const { url, seen, live } = await rampBefore('10/min', { calls: 50, ms: 60_000 });
  await post(url);
  const { host, hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write(`POST /v1/messages HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 2\r\n\r\n{}`);
  await expect.poll(() => live.figures().waiting).toBe(1);
  socket.destroy();
  await expect.poll(() => live.figures().waiting).toBe(0);
  expect(seen).toHaveLength(1);
});

test('what the limits are not about passes as it comes', async () => {
  const { url, seen } = await rampBefore('1%,100% calls=9999', { calls: 0, ms: 1000 });
  for (let call = 0; call < 3; call++) await post(url, '{}', '/v1/messages/count_tokens');
  await fetch(`${url}/v1/models`);
  expect(seen).toHaveLength(4);
});

test('a cause that no waiting heals stops the ramp, and callers are told not to come back', async () => {
  const refused = { type: 'error', error: { type: 'authentication_error', message: 'invalid x-api-key' } };
  const { url, seen } = await rampBefore('100%', { calls: 10, ms: 1000 }, () => [401, refused]);
  expect((await post(url)).status).toBe(401);
  await expect.poll(async () => (await post(url)).status).toBe(429);
  const response = await post(url);
  expect(response.headers.get('x-should-retry')).toBe('false');
  expect(await response.text()).toContain('Waiting does not heal api-key-invalid.');
  expect(seen.length).toBeLessThan(3);
});
