import type { Exchange } from '../../capture/exchange/exchange.ts';
import { newIncidentId } from '../../capture/exchange/incident-id.ts';
import { observer } from '../../capture/exchange/observer.ts';
import { refuseWords, sealed } from '../../capture/exchange/sanitize.ts';
import { sharedIncident } from '../../capture/exchange/share.ts';
import { withoutCustomSecrets } from '../../capture/output-redaction.ts';
import { createEngine } from '../../core/engine.ts';
import { isFaultlineError } from '../../core/error.ts';
import type { Incident } from '../../core/incident.ts';
import type { RecordingSummary, ToldFailure } from '../../core/recording.ts';
import type { CustomSecrets } from '../../redactors/custom.ts';
import type { Share } from '../../redactors/share.ts';
import type { IncidentStore } from '../../store/store.ts';
import { readPasted } from '../../capture/pasted.ts';
import { tally } from './tally.ts';

/** What a keeper works with. */
export interface KeeperOptions {
  /** Absent where nothing can be kept. */
  readonly store?: IncidentStore;
  readonly withBodies: boolean;
  /** How much of the bodies is kept; all of them unless said. */
  readonly share?: Share;
  /** What the user calls secret. */
  readonly secrets?: CustomSecrets;
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
export async function openKeeper(options: KeeperOptions): Promise<Keeper> {
  const { store, withBodies, share = 'all', secrets = {}, patienceMs, now } = options;
  const clean = withoutCustomSecrets(secrets);
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
      const { credentials, incident: whole } = failure;
      const { id, at } = whole;
      // The id and the time are ours, and hold no word of anybody's.
      const incident = { ...clean(sharedIncident(whole, share)), id, at };
      const notKept = await keep({ incident, credentials, words: secrets.words ?? [] }, store, now());
      if (notKept !== undefined) totals.notKept();
      return { ...told(incident), tries: tried.count, ...(notKept === undefined ? {} : { notKept }) };
    },
    summary: totals.summary,
  };
}

/** What is to be kept, and what must not be found in it. */
interface Keeping {
  readonly incident: Incident;
  readonly credentials: readonly string[];
  readonly words: readonly string[];
}

/** Why an incident was not kept, or not whole; nothing where it was. */
async function keep(
  { incident, credentials, words }: Keeping,
  store: IncidentStore | undefined,
  now: number,
): Promise<string | undefined> {
  if (!store) return 'There is no store.';
  try {
    refuseWords(incident, 'An incident was not kept', words);
    await store.add(incident, sealed(incident, credentials), now);
    return undefined;
  } catch (error) {
    if (isFaultlineError(error) && error.code === 'secret-left' && hasBodies(incident))
      return keep({ incident: withoutBodies(incident), credentials, words }, store, now);
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
