import { homedir } from 'node:os';
import { callerOfHeaders } from '../capture/exchange/caller.ts';
import { newIncidentId } from '../capture/exchange/incident-id.ts';
import { groupOf } from '../capture/exchange/incident.ts';
import { redacted, sealed } from '../capture/exchange/sanitize.ts';
import type { Incident } from '../core/incident.ts';
import { present } from '../core/present.ts';
import { storePlace } from '../store/place.ts';
import type { IncidentStore } from '../store/store.ts';
import type { CapturedIncident } from './capture.ts';

/** Where incidents are kept. */
export interface IncidentStoreOptions {
  /** The folder; as FAULTLINE_STORE says, or one of the user's own profile, unless said. */
  readonly folder?: string;
}

/**
 * Keeps incidents where `faultline incidents` lists them: `capture(client, { store: incidentStore() })`. The store is
 * opened with the first one. What goes wrong is told like what a listener throws, and never fails a call.
 */
export function incidentStore({ folder }: IncidentStoreOptions = {}): (incident: CapturedIncident) => Promise<void> {
  let opening: Promise<IncidentStore> | undefined;
  return async (captured) => {
    opening ??= opened(folder);
    const store = await opening;
    const incident = incidentOf(captured);
    await store.add(incident, sealed(incident, []), Date.now());
  };
}

async function opened(named: string | undefined): Promise<IncidentStore> {
  const { openStore } = await import('../store/sqlite.ts');
  const { env, platform } = process;
  const place = storePlace({ env, cwd: process.cwd(), home: homedir(), system: platform, ...present({ named }) });
  return openStore(place, 'create');
}

/** A captured attempt as the store has it; once more without secrets, as its parts came from a listener's hands. */
function incidentOf({ failure, url, requestHeaders, requestBody, responseHeaders }: CapturedIncident): Incident {
  const { verdict, request, status, requestId, timing, attempt, ending, answer } = failure;
  const { method, host: _, path, platform: _platform, isMessagesCall: _isMessagesCall, ...shape } = request;
  const { betas: _betas, apiVersion: _apiVersion, bodyBytes = 0, isStreaming, ...rest } = shape;
  const [head = '', ...blocks] = answer.split('\n\n');
  const body = /^HTTP \d/.test(head) ? blocks.join('\n\n') : answer;
  const at = Date.parse(timing.startedAt);
  const incident: Incident = {
    id: newIncidentId(at),
    at: timing.startedAt,
    group: groupOf(verdict, status, path),
    verdict,
    request: {
      method,
      path,
      headers: Object.entries(requestHeaders),
      body: { bytes: bodyBytes, ...present({ text: requestBody }) },
      shape: { ...rest, ...(isStreaming ? { isStreaming } : {}) },
    },
    upstream: originOf(url),
    ...(status === undefined
      ? {}
      : {
          response: {
            status,
            statusText: '',
            headers: Object.entries(responseHeaders ?? {}),
            body: { bytes: Buffer.byteLength(body), text: body },
          },
        }),
    ...(ending === 'refused' ? {} : { ending: (blocks.at(-1) ?? answer).slice(0, 1000) }),
    timing: { isConnectionReused: false, endMs: timing.failedMs, ...present({ firstByteMs: timing.headersMs }) },
    attempts: [
      { at: timing.startedAt, retry: attempt - 1, tookMs: timing.failedMs, ...present({ status, requestId }) },
    ],
    caller: callerOfHeaders(requestHeaders),
    observations: attempt > 1 ? [`This was attempt ${attempt} of its call.`] : [],
  };
  return { ...redacted(incident, []), id: incident.id };
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : url;
}
