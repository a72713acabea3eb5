import { homedir } from 'node:os';
import { FaultlineError, isFaultlineError } from '../../core/error.ts';
import type { Incident } from '../../core/incident.ts';
import type { Verdict } from '../../core/verdict.ts';
import { incidentHar } from '../../report/incident-exports.ts';
import { storePlace } from '../../store/place.ts';
import type { IncidentStore } from '../../store/store.ts';
import { codeOf } from '../files.ts';
import { openStore } from '../../store/sqlite.ts';
import { version } from '../version.ts';
import type { Host } from '../operation.ts';

/** The verdict of an incident, as it was kept. */
export async function storedVerdict(id: string, host: Host): Promise<Verdict> {
  return (await storedIncident(id, host)).verdict;
}

/** The request of an incident as a text that can be checked. */
export async function storedRequest(id: string, host: Host): Promise<string> {
  const incident = await storedIncident(id, host);
  if (incident.request.body.text === undefined || incident.request.body.isCut === true) {
    throw new FaultlineError(
      'incident-without-body',
      `The body of the request of ${id} was ${incident.request.body.isCut === true ? 'too large to be kept whole' : 'not kept'}.`,
      'Record without --no-bodies, or give the request as a file.',
    );
  }
  return JSON.stringify(incidentHar(incident, version(), true));
}

/** An incident of the store in a folder; of the usual one unless said otherwise. */
export async function storedIncident(id: string, host: Host, folder = usualFolder(host)): Promise<Incident> {
  const store = existingStore(id, folder);
  try {
    return (await store.get(id)) ?? missing(id, folder);
  } finally {
    await store.close();
  }
}

/** A place where nothing was kept yet has no incident either. */
function existingStore(id: string, folder: string): IncidentStore {
  try {
    return openStore(folder, 'existing');
  } catch (error) {
    if (isFaultlineError(error) && codeOf(error.cause) === 'ENOENT') return missing(id, folder);
    throw error;
  }
}

function usualFolder({ env, cwd }: Host): string {
  return storePlace({ env, cwd, home: homedir(), system: process.platform });
}

/** Says that there is no such incident. */
export function missing(id: string, place: string): never {
  throw new FaultlineError(
    'incident-missing',
    `There is no incident ${id} in ${place}.`,
    '`faultline incidents` lists them; FAULTLINE_STORE names another store.',
  );
}
