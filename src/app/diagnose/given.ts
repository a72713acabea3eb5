import { FaultlineError } from '../../core/error.ts';
import type { FailingRequest } from '../../core/probe.ts';
import type { Verdict } from '../../core/verdict.ts';
import { requestIn } from '../doctor/request-file.ts';
import { explainSource, type Explanation } from '../explain/explain.ts';
import { sourcesOf, type Source } from '../explain/input.ts';
import { lookUp, wholeOf } from '../files.ts';
import type { Host } from '../operation.ts';

/** What the user gave, as far as it tells something. */
export interface Given {
  /** The failure that is to be diagnosed. */
  readonly verdict?: Verdict;
  readonly request?: FailingRequest;
  /** How it was read, where that is not plain. */
  readonly notes: readonly string[];
}

const mostPipedBytes = 100_000_000;

/** Reads whatever there is: errors, requests and logs, in any order; nothing at all is an answer too. */
export async function readGiven(args: readonly string[], host: Host): Promise<Given> {
  let given: Given = { notes: [] };
  for (const source of args.length > 0 ? sourcesOf(args, host) : await pipedSource(host)) {
    given = together(given, await readOne(source, host));
  }
  return given;
}

/** Standard input, where something stands in it. */
async function pipedSource(host: Host): Promise<readonly Source[]> {
  if (host.stdinIsTerminal) return [];
  const bytes = await wholeOf(host.stdin, mostPipedBytes);
  if (!bytes) {
    throw new FaultlineError(
      'input-too-large',
      `Standard input holds more than ${mostPipedBytes / 1e6} MB.`,
      'Give the log as a file: `faultline diagnose app.log`.',
    );
  }
  if (bytes.toString('utf8', 0, 4096).trim() === '') return [];
  return [{ name: 'standard input', bytes: replay(bytes), size: bytes.length }];
}

async function* replay(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function readOne(source: Source, host: Host): Promise<Given> {
  const request = await requestOf(source, host);
  if (request) return { request, notes: [`${source.name} holds a request.`] };
  return ofExplanation(await explainSource(source, () => {}));
}

/** A file is tried as a request first: a text about an error can quote one, but is none. */
async function requestOf({ name }: Source, host: Host): Promise<FailingRequest | undefined> {
  if (lookUp(name, host).kind !== 'file' || !/\.(?:json|jsonl|ndjson|txt|sh|curl)$/i.test(name)) return undefined;
  return requestIn(name, host).catch(() => undefined);
}

function ofExplanation(explanation: Explanation): Given {
  if (explanation.kind === 'error') {
    const { verdict } = explanation;
    return verdict.outcome === 'none'
      ? { notes: [`${explanation.source} tells of no failure of the Claude API.`] }
      : { verdict, notes: [] };
  }
  const [first] = explanation.summary.groups;
  if (!first) return { notes: [`${explanation.source} is a log without a failure of the Claude API that is known.`] };
  const { failures, groups } = explanation.summary;
  return {
    verdict: first.verdict,
    notes: [
      `${explanation.source} is a log with ${failures} failures of ${groups.length} ${groups.length === 1 ? 'kind' : 'kinds'}; the most frequent, ${first.cause} (${first.count} times), is diagnosed.`,
    ],
  };
}

/** The first error and the first request count; the rest is named. */
function together(before: Given, next: Given): Given {
  const verdict = before.verdict ?? next.verdict;
  const request = before.request ?? next.request;
  return {
    ...(verdict ? { verdict } : {}),
    ...(request ? { request } : {}),
    notes: [...before.notes, ...next.notes],
  };
}
