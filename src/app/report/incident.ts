import { readFileSync } from 'node:fs';
import { sharedIncident } from '../../capture/exchange/share.ts';
import { FaultlineError } from '../../core/error.ts';
import type { Incident } from '../../core/incident.ts';
import { incidentFrom } from '../../core/incident-form.ts';
import { codeOf, lookUp, unreadable } from '../files.ts';
import { isIncidentId } from '../incidents/id.ts';
import { storedIncident } from '../incidents/stored.ts';
import type { Host, OperationInput } from '../operation.ts';
import { storeFolder } from '../recorder/options.ts';

const mostBytes = 64 << 20;

/** The incident that an operand names: one of the store by its id, or one that was exported to a file. */
export async function incidentNamed(word: string, input: OperationInput, host: Host): Promise<Incident> {
  if (isIncidentId(word)) return storedIncident(word, host, storeFolder(input, host));
  const named = lookUp(word, host);
  if (named.kind === 'file') {
    const incident = incidentFrom(textOf(named.path, word, named.size));
    if (incident) return incident;
  }
  throw new FaultlineError(
    'incident-missing',
    named.kind === 'file' ? `${word} holds no incident.` : `${word} is neither the id of an incident nor a file.`,
    '`faultline incidents` lists the ids; `faultline incidents import FILE.har` makes incidents of a HAR file, and `faultline run -- COMMAND` records them.',
  );
}

function textOf(path: string, name: string, size = Infinity): string {
  if (size > mostBytes)
    throw new FaultlineError('input-too-large', `${name} is too large for one incident.`, 'Export one incident alone.');
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw unreadable(name, codeOf(error) ?? 'EIO', error);
  }
}

/**
 * An incident with no more of its bodies than is to be shown. An answer that refuses is the error itself and stays; of
 * the request, and of what a model said, the structure alone is left.
 */
export function shownIncident(incident: Incident, share: 'shape' | 'all'): Incident {
  if (share === 'all') return incident;
  const { response } = incident;
  const shared = sharedIncident(incident, 'shape');
  return response && response.status >= 300 ? { ...shared, response } : shared;
}
