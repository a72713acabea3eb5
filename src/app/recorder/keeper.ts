import { randomBytes } from 'node:crypto';
import type { Exchange } from '../../capture/exchange/exchange.ts';
import { observer, type Observation } from '../../capture/exchange/observer.ts';
import { sealed } from '../../capture/exchange/sanitize.ts';
import { createEngine } from '../../core/engine.ts';
import { isFaultlineError } from '../../core/error.ts';
import type { Incident } from '../../core/incident.ts';
import type { RecordingSummary, ToldFailure } from '../../core/recording.ts';
import type { IncidentStore } from '../../store/store.ts';
import { readPasted } from '../../capture/pasted.ts';
import { tally } from './tally.ts';

/** What a keeper works with. */
export interface KeeperOptions {
  /** Absent where nothing can be kept. */
  readonly store?: IncidentStore;
  readonly withBodies: boolean;
  readonly patienceMs?: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Judges exchanges, keeps those that failed, and sums up. */
export interface Keeper {
  /** What is to be told of an exchange, once it is kept. */
  readonly take: (exchange: Exchange) => Promise<ToldFailure | undefined>;
  readonly summary: () => Omit<RecordingSummary, 'unseen'>;
}

/** Makes a keeper with all causes. */
export async function openKeeper({ store, withBodies, patienceMs, now }: KeeperOptions): Promise<Keeper> {
  const { causes } = await import('../../causes/index.ts');
  const engine = createEngine(causes);
  const totals = tally();
  const observe = observer({
    judge: (text, request) => engine.judge({ ...readPasted(text), request }),
    newId: newIncidentId,
    withBodies,
    ...(patienceMs === undefined ? {} : { patienceMs }),
  });
  return {
    async take(exchange) {
      const observation = observe(exchange);
      totals.add(observation);
      const { failure, tried } = observation;
      if (!failure) return undefined;
      const notKept = await keep(failure, store, now());
      if (notKept !== undefined) totals.notKept();
      return { ...told(failure.incident), tries: tried.count, ...(notKept === undefined ? {} : { notKept }) };
    },
    summary: totals.summary,
  };
}

/** Why an incident was not kept, or not whole; nothing where it was. */
async function keep(
  { incident, credentials }: NonNullable<Observation['failure']>,
  store: IncidentStore | undefined,
  now: number,
): Promise<string | undefined> {
  if (!store) return 'There is no store.';
  try {
    await store.add(incident, sealed(incident, credentials), now);
    return undefined;
  } catch (error) {
    if (isFaultlineError(error) && error.code === 'secret-left' && hasBodies(incident))
      return keep({ incident: withoutBodies(incident), credentials }, store, now);
    return error instanceof Error ? error.message : String(error);
  }
}

function hasBodies({ request, response }: Incident): boolean {
  return request.body.text !== undefined || response?.body.text !== undefined;
}

/** What is left of an incident in whose bodies a secret could not be removed. */
function withoutBodies(incident: Incident): Incident {
  const { request, response } = incident;
  return {
    ...incident,
    request: { ...request, body: { bytes: request.body.bytes } },
    ...(response ? { response: { ...response, body: { bytes: response.body.bytes } } } : {}),
    observations: [...incident.observations, 'The bodies were left out: what looks like a secret was still in them.'],
  };
}

function told({
  id,
  at,
  group,
  request,
  response,
  timing,
  verdict,
  observations,
}: Incident): Omit<ToldFailure, 'tries'> {
  const { method, path } = request;
  const status = response ? { status: response.status } : {};
  return { id, at, group, method, path, ...status, tookMs: timing.endMs, verdict, observations };
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Letters that sort by time, and enough chance that no two processes make the same. */
export function newIncidentId(at: number): string {
  let time = '';
  for (let left = Math.max(0, Math.floor(at)), place = 0; place < 9; place++, left = Math.floor(left / 32))
    time = (alphabet[left % 32] ?? '0') + time;
  const chance = [...randomBytes(10)].map((byte) => alphabet[byte % 32] ?? '0').join('');
  return `inc_${time}${chance}`;
}
