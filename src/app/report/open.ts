import { resolve } from 'node:path';
import { reportBounds } from '../../bundle/bounds.ts';
import { digestOf, manifestFrom, manifestName, sha256, type Manifest } from '../../bundle/manifest.ts';
import { readBundle } from '../../bundle/read.ts';
import type { BundleFile } from '../../bundle/zip.ts';
import { exchangeText } from '../../capture/exchange/text.ts';
import { FaultlineError } from '../../core/error.ts';
import type { Incident } from '../../core/incident.ts';
import { incidentFrom } from '../../core/incident-form.ts';
import { present } from '../../core/present.ts';
import type { Surroundings } from '../../core/surroundings.ts';
import { surroundingsFrom } from '../../core/surroundings-form.ts';
import type { Verdict } from '../../core/verdict.ts';
import { differencesBetween } from '../../probes/surroundings-differences.ts';
import { readSurroundings } from '../../probes/surroundings.ts';
import { redactValue } from '../../redactors/index.ts';
import { openedText, type OpenedReport } from '../../report/support/opened-text.ts';
import { codeOf, lookUp, unreadable } from '../files.ts';
import { exitCodes, type ExitCode, type Host, type OperationInput } from '../operation.ts';
import { textStyle } from '../style.ts';
import { judgeText } from '../verdict.ts';
import { version } from '../version.ts';
import type { World } from '../world/world.ts';
import { systemFacts } from './gather.ts';
import { rerunsOf, studiedRequest, type LiveWish } from './rerun.ts';

/** Opens a report that somebody else may have made: checks its hashes, judges it by the rules of today, and asks again. */
export async function openReport(
  word: string,
  live: LiveWish | undefined,
  input: OperationInput,
  host: Host,
  world: World,
): Promise<ExitCode> {
  const files = filesIn(word, host);
  const { manifest, manifestBytes, incident } = partsOf(files, word);
  const request = textOf(files, 'request.json');
  const today = new Date(host.now()).toISOString().slice(0, 10);
  const there = surroundingsFrom(textOf(files, 'environment.json') ?? '');
  const opened: OpenedReport = {
    name: word,
    madeAt: manifest.madeAt,
    madeWith: manifest.faultline,
    openedWith: version(),
    incident: incident.id,
    at: incident.at,
    digest: digestOf(manifestBytes),
    changes: changesIn(files, manifest),
    verdict: judgedAgain(incident),
    was: incident.verdict.findings[0]?.cause ?? 'unknown',
    reruns:
      request === undefined
        ? []
        : await rerunsOf(incident, studiedRequest(incident, request), today, live, host, world),
    ...present({ differences: await differencesHere(there, world) }),
  };
  // Whoever wrote it may have left a secret in it.
  const { value } = redactValue(opened);
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the copy has the form of what was given
  const safe = value as OpenedReport;
  host.out(
    input.flag('json')
      ? `${JSON.stringify({ kind: 'opened-report', ...safe }, undefined, 2)}\n`
      : openedText(safe, textStyle(host)),
  );
  return exitCodeOf(opened, live !== undefined);
}

function exitCodeOf({ changes, reruns }: OpenedReport, isLive: boolean): ExitCode {
  if (changes.length > 0) return exitCodes.found;
  const asked = isLive ? reruns.find(({ by }) => by === 'live call') : undefined;
  if (!asked) return exitCodes.nothingFound;
  return {
    same: exitCodes.found,
    success: exitCodes.nothingFound,
    other: exitCodes.couldNotTell,
    unknown: exitCodes.couldNotTell,
  }[asked.likeness];
}

function filesIn(word: string, host: Host): readonly BundleFile[] {
  const path = resolve(host.cwd, word);
  if (lookUp(word, host).kind === 'nothing')
    throw new FaultlineError('input-missing', `There is no report ${word}.`, 'Give the folder or the ZIP file.');
  let read: ReturnType<typeof readBundle>;
  try {
    read = readBundle(path, reportBounds);
  } catch (error) {
    throw unreadable(word, codeOf(error) ?? 'EIO', error);
  }
  if (read.kind === 'files') return read.files;
  throw new FaultlineError(
    'report-refused',
    `${word} cannot be opened. ${read.because}`,
    'Ask for the report once more, as it was written.',
  );
}

function partsOf(
  files: readonly BundleFile[],
  word: string,
): { readonly manifest: Manifest; readonly manifestBytes: Uint8Array; readonly incident: Incident } {
  const manifestBytes = files.find(({ path }) => path === manifestName)?.bytes;
  const manifest = manifestBytes && manifestFrom(Buffer.from(manifestBytes).toString('utf8'));
  const incident = incidentFrom(textOf(files, 'incident.json') ?? '');
  if (manifestBytes && manifest && incident) return { manifest, manifestBytes, incident };
  throw new FaultlineError(
    'report-unreadable',
    `${word} is no report that can be read: its ${manifest ? 'incident.json' : manifestName} is missing or broken.`,
    '`faultline report INCIDENT` writes one.',
  );
}

function textOf(files: readonly BundleFile[], path: string): string | undefined {
  const bytes = files.find((file) => file.path === path)?.bytes;
  return bytes && Buffer.from(bytes).toString('utf8');
}

/** Where the files are not what the manifest says. */
function changesIn(files: readonly BundleFile[], manifest: Manifest): readonly string[] {
  const described = new Map(manifest.files.map((one) => [one.path, one]));
  const present = new Set(files.map(({ path }) => path));
  return [
    ...files.flatMap(({ path, bytes }) => {
      if (path === manifestName) return [];
      const known = described.get(path);
      if (!known) return [`${path} was added.`];
      return known.sha256 === sha256(bytes) ? [] : [`${path} was changed.`];
    }),
    ...manifest.files.flatMap(({ path }) => (present.has(path) ? [] : [`${path} is missing.`])),
  ];
}

/** The verdict on what the incident holds, by all causes of this version. */
function judgedAgain(incident: Incident): Verdict {
  const { at, request, response, upstream, ending, timing, verdict } = incident;
  const nothing = { bytes: 0, head: new Uint8Array(0), tail: new Uint8Array(0) };
  const exchange = {
    at: Date.parse(at),
    method: request.method,
    path: request.path,
    upstream,
    headers: request.headers.flat(),
    body: nothing,
    ending: { kind: 'complete' },
    timing,
    ...(response ? { response: { ...response, headers: response.headers.flat(), body: nothing } } : {}),
  } as const;
  const text = response?.body.text ?? errorBody(verdict);
  const outcome = {
    kind: 'failed',
    seen: ending === undefined ? [] : [ending],
    answer: { isCut: false, ...present({ text }) },
  } as const;
  return judgeText(exchangeText(exchange, outcome, request.shape.model));
}

/** What is known of an answer whose body was not kept. */
function errorBody({ facts: { errorType: type, message, requestId } }: Verdict): string | undefined {
  return type === undefined && message === undefined
    ? undefined
    : JSON.stringify({ type: 'error', error: { type, message }, request_id: requestId });
}

async function differencesHere(
  there: Surroundings | undefined,
  { machine }: World,
): Promise<readonly string[] | undefined> {
  return there && differencesBetween(there, await readSurroundings(machine, systemFacts()));
}
