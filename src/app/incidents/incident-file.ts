import { FaultlineError } from '../../core/error.ts';
import type { Incident } from '../../core/incident.ts';
import { isArray, isObject, parsedJson, textOf } from '../../core/json.ts';
import { openStore } from '../../store/sqlite.ts';
import { bytesOf, lookUp, wholeOf } from '../files.ts';
import type { Host } from '../operation.ts';
import { isIncidentId } from './id.ts';
import { missing } from './stored.ts';

const mostBytes = 64 << 20;

/** The incident that a word names: one of a store by its id, or a file that `faultline incidents export` wrote. */
export async function incidentNamed(word: string, storeFolder: string, host: Host): Promise<Incident> {
  if (isIncidentId(word)) {
    const store = openStore(storeFolder, 'existing');
    try {
      return (await store.get(word)) ?? missing(word, storeFolder);
    } finally {
      await store.close();
    }
  }
  const named = lookUp(word, host);
  const bytes = named.kind === 'file' ? await wholeOf(bytesOf(named.path), mostBytes) : undefined;
  if (!bytes) {
    throw new FaultlineError(
      'input-missing',
      `${word} is neither the id of an incident nor a file.`,
      '`faultline incidents` lists the ids; `faultline incidents export ID` writes one as a file.',
    );
  }
  const incident = incidentIn(parsedJson(bytes.toString('utf8')));
  if (incident) return incident;
  throw new FaultlineError(
    'input-unusable',
    `${word} holds no incident.`,
    'Write one with `faultline incidents export ID > incident.json`.',
  );
}

/** The value as an incident, where it has the members that everybody reads. */
export function incidentIn(value: unknown): Incident | undefined {
  if (!isObject(value) || !isIncidentId(textOf(value.id) ?? '') || Number.isNaN(Date.parse(textOf(value.at) ?? '')))
    return undefined;
  const { request, verdict, caller, response } = value;
  const isRequest =
    isObject(request) && isCallPart(request) && isObject(request.shape) && typeof request.path === 'string';
  const isVerdict = isObject(verdict) && isArray(verdict.findings) && isObject(verdict.facts) && isArray(verdict.open);
  const isWhole = isRequest && isVerdict && isObject(caller) && typeof value.upstream === 'string';
  if (!isWhole || (response !== undefined && !(isObject(response) && isCallPart(response)))) return undefined;
  // oxlint-disable-next-line typescript/consistent-type-assertions -- what it is read by was looked at above
  return value as unknown as Incident;
}

function isCallPart({ headers, body }: Readonly<Record<string, unknown>>): boolean {
  return isArray(headers) && headers.every(isHeader) && isObject(body) && typeof body.bytes === 'number';
}

function isHeader(one: unknown): boolean {
  return isArray(one) && one.length === 2 && one.every((part) => typeof part === 'string');
}
