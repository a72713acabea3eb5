import type { Baseline } from './baseline.ts';
import { listOf, maybe, moment, number, objectOf, oneOf, recordOf, text } from './form.ts';
import { isObject, parsedJson } from './json.ts';

const mark = oneOf('fine', 'finding', 'noted', 'unanswerable', 'skipped', 'needless', 'not-run');

const baseline = objectOf({
  kind: oneOf('faultline-baseline'),
  version: (value) => value === 1,
  savedOn: moment,
  faultline: text,
  target: objectOf({
    baseUrl: text,
    platform: oneOf('direct', 'aws', 'bedrock', 'vertex', 'foundry', 'gateway'),
    model: maybe(text),
    apiVersion: text,
    betas: listOf(text),
    proxy: maybe(text),
  }),
  surroundings: objectOf({
    system: text,
    architecture: text,
    node: maybe(text),
    python: maybe(text),
    sdks: listOf(objectOf({ package: text, version: text })),
    variables: listOf(text),
    settings: recordOf(text),
  }),
  fingerprint: text,
  knownGood: objectOf({
    endpoint: text,
    headers: recordOf(text),
    body: isObject,
    judgedBy: oneOf('rules', 'api'),
    answer: maybe(objectOf({ type: text, content: listOf(text), stopReason: maybe(text), usage: listOf(text) })),
  }),
  limits: recordOf(number),
  doctor: objectOf({
    reach: oneOf('this-machine', 'network'),
    outcome: oneOf('failure', 'none', 'unknown'),
    checks: recordOf(mark),
  }),
});

/** The baseline in a text; `undefined` where it holds none of this version. */
export function baselineFrom(json: string): Baseline | undefined {
  const value = parsedJson(json);
  return isBaseline(value) ? value : undefined;
}

function isBaseline(value: unknown): value is Baseline {
  return baseline(value);
}
