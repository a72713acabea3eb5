import { createHash } from 'node:crypto';
import { FaultlineError } from '../../core/error.ts';
import { isObject, numberOf, parsedJson, textOf, type JsonObject } from '../../core/json.ts';
import type { HttpAnswer, Machine } from '../../core/world.ts';
import type { Ending } from '../../experiments/ending.ts';
import { endingOfAnswer } from '../../experiments/oracles/answer.ts';
import { visible } from '../../report/visible.ts';
import { judgeOneText } from '../one-verdict.ts';
import { studiedOf, type Setup } from './setup.ts';

/** What the script of a bundle writes, apart from what the API answered. */
export const elsewhereKind = 'faultline-elsewhere';

/** How a request ended on another machine. */
export interface Elsewhere {
  readonly ending: Ending;
  /** What is known of the machine, in a few words. */
  readonly place: string;
}

/** A number by which a result is known to be about this request. */
export function fingerprintOf(setup: Setup): string {
  const { endpoint, headers, text } = studiedOf(setup);
  const sorted = Object.entries(headers).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([endpoint, sorted, text]))
    .digest('hex')
    .slice(0, 32);
}

/** Reads a result that was brought back; one about another request is refused. */
export async function readElsewhere(path: string, setup: Setup, { readText }: Machine): Promise<Elsewhere> {
  const text = await readText(path);
  const said = text === undefined ? undefined : parsedJson(text);
  if (!isObject(said) || said['kind'] !== elsewhereKind) {
    throw new FaultlineError(
      text === undefined ? 'input-missing' : 'result-unreadable',
      text === undefined ? `There is no file ${path}.` : `${path} is no result of a bundle.`,
      'Write a bundle with `faultline isolate REQUEST --bundle FILE.mjs`, run it with Node on the other machine, and bring its result back.',
    );
  }
  if (said['request'] !== fingerprintOf(setup)) {
    throw new FaultlineError(
      'result-of-another-request',
      `${path} is about another request than the one given here.`,
      'Give the request that the bundle was written from, unchanged, or write a new bundle.',
    );
  }
  const place = isObject(said['machine']) ? said['machine'] : {};
  const named = [textOf(place['system']), textOf(place['node'])].filter((part) => part !== undefined);
  return {
    ending: await endingOfAnswer(answerIn(said), judgeOneText),
    place: visible(`another machine (${[...named, textOf(said['at']) ?? ''].join(', ')})`.slice(0, 120)),
  };
}

function answerIn(said: JsonObject): HttpAnswer {
  const status = numberOf(said['status']);
  if (status === undefined) {
    const error = isObject(said['error']) ? said['error'] : {};
    const code = textOf(error['code']) ?? 'UNKNOWN';
    return { kind: 'failed', code, message: textOf(error['message']) ?? code, tookMs: 0 };
  }
  const headers = Object.entries(isObject(said['headers']) ? said['headers'] : {}).flatMap(
    ([name, value]): readonly (readonly [string, string])[] => (typeof value === 'string' ? [[name, value]] : []),
  );
  return {
    kind: 'answered',
    status,
    headers: Object.fromEntries(headers),
    body: textOf(said['body']) ?? '',
    firstByteMs: 0,
    tookMs: 0,
  };
}
