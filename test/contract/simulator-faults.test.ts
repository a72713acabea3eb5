import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { causes } from '../../src/causes/index.ts';
import { notSimulated } from '../../src/faults/not-simulated.ts';
import { explain } from '../../src/index.ts';
import { faults, type Simulator } from '../../src/simulator/index.ts';
import { reported, trustedSimulator } from './simulated.ts';

describe('every fault', () => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await trustedSimulator();
  });
  afterAll(() => simulator.stop());

  test.each(faults)('$id is told from what the SDK reports', async (fault) => {
    const { findings, outcome } = explain(await reported(fault, simulator));
    const seenAs = fault.seenAs ?? [fault.cause];
    if (seenAs.length === 0) expect(findings).toEqual([]);
    else expect(seenAs).toContain(findings[0]?.cause ?? outcome);
  });

  test('that there is not is told, and no call goes well by it', async () => {
    const answer = await fetch(`${simulator.url}/v1/messages`, {
      method: 'POST',
      headers: { 'x-faultline-fault': 'overloaded, overlaoded', 'x-api-key': 'k', 'anthropic-version': '2023-06-01' },
      body: '{}',
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('there is no fault \\"overlaoded\\"');
  });

  test.each([
    ['proxy-credentials-missing', 407],
    ['proxy-failure', 403],
  ])('%s keeps a tunnel shut', async (fault, status) => {
    const answer = await connectThrough(simulator, fault);
    expect(answer.status).toBe(status);
    expect(
      explain(`anthropic: Error: Tunnel connection failed: ${status} for https://api.anthropic.com`).findings[0]?.locus,
    ).toBe('network');
  });
});

function connectThrough(simulator: Simulator, fault: string): Promise<{ readonly status: number | undefined }> {
  return new Promise((resolve, reject) => {
    request({
      host: '127.0.0.1',
      port: simulator.port,
      method: 'CONNECT',
      path: 'api.anthropic.com:443',
      headers: { 'x-faultline-fault': fault },
    })
      .on('connect', (response, socket) => {
        socket.destroy();
        resolve({ status: response.statusCode });
      })
      .on('error', reject)
      .end();
  });
}

describe('the table of causes', () => {
  const brought = new Set(faults.map(({ cause }) => cause));

  test.each(causes.map(({ id }) => id))('%s has a fault, or a reason why it has none', (id) => {
    expect(brought.has(id)).toBe(!(id in notSimulated));
  });

  test('names causes that exist', () => {
    const ids = new Set(causes.map(({ id }) => id));
    const named = [...brought, ...faults.flatMap(({ seenAs = [] }) => seenAs), ...Object.keys(notSimulated)];
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });
});
