import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newIncidentId } from '../../src/capture/exchange/incident-id.ts';
import { loadTextJudge } from '../../src/app/text-judge.ts';
import { observer } from '../../src/capture/exchange/observer.ts';

const judge = await loadTextJudge();

/** A call that failed. */
export interface FailedCall {
  readonly body: object;
  readonly status: number;
  readonly error?: { readonly type: string; readonly message: string };
  /** In the place of an error. */
  readonly answer?: object;
  /** Names and values in turn. */
  readonly headers?: readonly string[];
  readonly answerHeaders?: readonly string[];
  readonly upstream?: string;
  readonly withBodies?: boolean;
}

/** Writes the incident of a failed call into a folder, as `faultline incidents export` does, and gives its path. */
export function incidentFile(folder: string, call: FailedCall): string {
  const { body, status, error, upstream = 'https://api.anthropic.com', withBodies = true } = call;
  const answer = JSON.stringify(call.answer ?? { type: 'error', error, request_id: 'req_011Before' });
  const observe = observer({ judge: (text) => judge(text), newId: newIncidentId, withBodies });
  const { failure } = observe({
    at: Date.parse('2026-11-20T10:00:00Z'),
    method: 'POST',
    path: '/v1/messages',
    upstream,
    headers: ['content-type', 'application/json', 'anthropic-version', '2023-06-01', ...(call.headers ?? [])],
    body: kept(JSON.stringify(body)),
    response: {
      status,
      statusText: '',
      headers: ['content-type', 'application/json', 'request-id', 'req_011Before', ...(call.answerHeaders ?? [])],
      body: kept(answer),
    },
    ending: { kind: 'complete' },
    timing: { isConnectionReused: false, endMs: 40 },
  });
  if (!failure) throw new Error('The call did not fail.');
  const path = join(folder, 'incident.json');
  writeFileSync(path, JSON.stringify(failure.incident));
  return path;
}

function kept(text: string): { readonly bytes: number; readonly head: Uint8Array; readonly tail: Uint8Array } {
  return { bytes: Buffer.byteLength(text), head: Buffer.from(text), tail: new Uint8Array(0) };
}
