import type { Incident } from '../../src/core/incident.ts';

/** An incident with nothing in it but what is given. */
export function incidentLike(id: string, at: number, padding = ''): Incident {
  return {
    id: `inc_${id}`,
    at: new Date(at).toISOString(),
    group: 'unknown-500 /v1/messages',
    verdict: { outcome: 'unknown', findings: [], facts: {}, open: [padding] },
    request: {
      method: 'POST',
      path: '/v1/messages',
      headers: [],
      body: { bytes: 2 },
      shape: { model: 'claude-sonnet-5' },
    },
    upstream: 'https://api.anthropic.com',
    timing: { isConnectionReused: false, endMs: 3 },
    attempts: [],
    caller: {},
    observations: [],
  };
}
