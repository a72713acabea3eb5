import type { Captured } from '../../capture/request/captured.ts';
import { skipString } from '../../check/text/skip.ts';
import { FaultlineError } from '../../core/error.ts';
import type { Platform } from '../../core/evidence.ts';
import { usualBaseUrl } from '../../facts/base-url-variables.ts';
import type { Failure } from '../../experiments/ending.ts';
import { failureOfVerdict } from '../../experiments/oracles/answer.ts';
import { firstProblem } from '../../experiments/oracles/checker.ts';
import { ofOneConnection } from '../../experiments/oracles/live.ts';
import type { StudiedRequest } from '../../experiments/request.ts';
import { isSecretHeader } from '../../redactors/secret-headers.ts';
import { findIn } from '../check/found.ts';
import { storedIncident } from '../incidents/stored.ts';
import { isIncidentId } from '../incidents/id.ts';
import type { Host } from '../operation.ts';

/** What an operand names, ready to be studied. */
export interface Studied {
  /** As a reader knows it: a file, an incident. */
  readonly source: string;
  readonly request: StudiedRequest;
  /** Whether headers were captured with it. */
  readonly hasHeaders: boolean;
  readonly platform: Platform;
  /** The day of the failure (ISO), where it is known. */
  readonly day?: string;
  /** How it failed, where that was recorded. */
  readonly known?: Failure;
  readonly baseUrl: string;
  readonly note?: string;
}

/** Headers that libraries send with every call, and that say nothing of the request. */
const ofLibrary = /^(?:x-stainless-|sec-|accept(?:-|$)|user-agent$|origin$|referer$)/;

/** What a reader of a request wants of it. */
export interface StudiedOptions {
  /** Headers that libraries send with every call are kept. */
  readonly withLibraryHeaders?: boolean;
}

/** Reads the request that is to be studied; of several in one file the first that would be refused. */
export async function studiedIn(
  operand: string | undefined,
  host: Host,
  { withLibraryHeaders = false }: StudiedOptions = {},
): Promise<Studied> {
  const found = await findIn(operand === undefined ? [] : [operand], host);
  const requests = found.flatMap(({ source, captures }) =>
    captures.filter(({ kind }) => kind === 'request').map((captured) => ({ source, captured })),
  );
  const day = new Date(host.now()).toISOString().slice(0, 10);
  const refused = ({ captured }: (typeof requests)[number]): boolean =>
    firstProblem(studiedRequest(captured), { platform: captured.platform ?? 'direct', day }) !== undefined;
  const chosen = requests.length > 1 ? (requests.find(refused) ?? requests[0]) : requests[0];
  if (!chosen) {
    throw new FaultlineError(
      'no-request',
      `${operand ?? 'Standard input'} holds answers and no request.`,
      'Give the request that fails.',
    );
  }
  const { source, captured } = chosen;
  if (depthOf(captured.text) > deepest) {
    throw new FaultlineError(
      'request-too-deep',
      `The request nests deeper than ${deepest} levels, and cannot be taken apart.`,
      'Take the deepest value out by hand first; no request needs so many levels.',
    );
  }
  const incident = operand !== undefined && isIncidentId(operand) ? await storedIncident(operand, host) : undefined;
  return {
    source: captured.label === '' ? source.name : `${source.name} ${captured.label}`,
    request: studiedRequest(captured, withLibraryHeaders),
    hasHeaders: captured.headers !== undefined,
    platform: captured.platform ?? 'direct',
    baseUrl: incident ? baseUrlOf(incident.upstream, captured.endpoint) : usualBaseUrl,
    ...(incident ? { day: incident.at.slice(0, 10), known: knownOf(incident.verdict, incident.response?.status) } : {}),
    ...(requests.length > 1
      ? { note: `${source.name} holds ${requests.length} requests; this is about ${captured.label}.` }
      : {}),
  };
}

/** Values are walked by recursion, whose depth is bounded. */
const deepest = 1000;

/** How deep objects and lists nest in a text, whether or not it is JSON. */
function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') at = skipString(text, at) - 1;
    else if (character === '{' || character === '[') most = Math.max(most, ++depth);
    else if (character === '}' || character === ']') depth--;
  }
  return most;
}

/** A gateway's address may have a path of its own in front of the API's. */
function baseUrlOf(upstream: string, endpoint = ''): string {
  return new URL(upstream).origin + endpoint.slice(0, Math.max(0, endpoint.indexOf(apiPath)));
}

const apiPath = '/v1/messages';

function knownOf(verdict: Parameters<typeof failureOfVerdict>[0], status: number | undefined): Failure {
  return { ...failureOfVerdict(verdict), ...(status === undefined ? {} : { status }) };
}

function studiedRequest(
  { text, endpoint, headers = {}, headersKnown }: Captured,
  withLibraryHeaders = false,
): StudiedRequest {
  const kept = Object.entries(headers).filter(
    ([name, value]) =>
      !isSecretHeader(name) &&
      !ofOneConnection.has(name) &&
      (withLibraryHeaders || !ofLibrary.test(name)) &&
      !(name === 'content-type' && /^application\/json\s*$/i.test(value)),
  );
  return {
    endpoint: endpoint === undefined ? apiPath : endpoint.slice(Math.max(0, endpoint.indexOf(apiPath))),
    headers: Object.fromEntries(kept),
    areHeadersKnown: headersKnown === true,
    text,
  };
}
