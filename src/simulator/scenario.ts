import { FaultlineError } from '../core/error.ts';
import { isArray, isObject, type JsonObject } from '../core/json.ts';
import { nearest } from '../core/nearest.ts';
import { present } from '../core/present.ts';
import { faults } from '../faults/index.ts';
import type { FaultRule, Scenario, StatusIncident } from './options.ts';

const scenarioMembers = ['seed', 'faults', 'limits', 'incidents', 'keys', 'texts', 'judge'];
const ruleMembers = ['fault', 'next', 'after', 'probability', 'fromMs', 'untilMs', 'path', 'model'];
const limitMembers = ['requests', 'inputTokens', 'outputTokens', 'concurrency', 'acceleration', 'spend'];
const incidentMembers = ['name', 'impact', 'components'];
const impacts = ['minor', 'major', 'critical'] as const;

/** Reads a scenario from JSON text, and says what is wrong with it and where. */
export function parseScenario(text: string): Scenario {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw unusable('', error instanceof Error ? error.message : 'it is no JSON');
  }
  const scenario = objectAt('', value, scenarioMembers);
  return present({
    seed: numberAt('seed', scenario.seed),
    faults: listAt('faults', scenario.faults)?.map((rule, index) => ruleAt(`faults.${index}`, rule)),
    limits: scenario.limits === undefined ? undefined : limitsAt(scenario.limits),
    incidents: listAt('incidents', scenario.incidents)?.map((incident, index) =>
      incidentAt(`incidents.${index}`, incident),
    ),
    keys: listAt('keys', scenario.keys)?.map((key, index) => requiredText(`keys.${index}`, key)),
    texts: listAt('texts', scenario.texts)?.map((one, index) => requiredText(`texts.${index}`, one)),
    judge: choiceAt('judge', scenario.judge, ['full', 'structure']),
  });
}

/** Reads a fault as the command line has it: `NAME`, or `NAME=PROBABILITY`. */
export function parseFaultFlag(text: string): FaultRule {
  const [name = '', written] = text.split('=');
  const probability = written === undefined ? undefined : Number(written);
  if (probability !== undefined && !(probability >= 0 && probability <= 1)) {
    throw new FaultlineError(
      'option-invalid',
      `--fault ${text}: ${written} is no probability.`,
      `Write a number from 0 to 1, for example --fault ${name}=0.2.`,
    );
  }
  return { fault: knownFault(name), ...present({ probability }) };
}

/** The id of a fault, when there is one; else an error that names the nearest. */
export function knownFault(id: string): string {
  if (faults.some((fault) => fault.id === id)) return id;
  const meant = nearest(
    id,
    faults.map((fault) => fault.id),
  );
  throw new FaultlineError(
    'fault-unknown',
    `There is no fault ${id}.`,
    meant === undefined ? '`faultline simulate --list` prints them all.' : `Did you mean ${meant}?`,
  );
}

function ruleAt(path: string, value: unknown): FaultRule {
  const rule = objectAt(path, value, ruleMembers);
  return {
    fault: knownFault(requiredText(`${path}.fault`, rule.fault)),
    ...present({
      next: numberAt(`${path}.next`, rule.next),
      after: numberAt(`${path}.after`, rule.after),
      probability: numberAt(`${path}.probability`, rule.probability),
      fromMs: numberAt(`${path}.fromMs`, rule.fromMs),
      untilMs: numberAt(`${path}.untilMs`, rule.untilMs),
      path: textAt(`${path}.path`, rule.path),
      model: textAt(`${path}.model`, rule.model),
    }),
  };
}

function limitsAt(value: unknown): NonNullable<Scenario['limits']> {
  const limits = objectAt('limits', value, limitMembers);
  return present({
    requests: numberAt('limits.requests', limits.requests),
    inputTokens: numberAt('limits.inputTokens', limits.inputTokens),
    outputTokens: numberAt('limits.outputTokens', limits.outputTokens),
    concurrency: numberAt('limits.concurrency', limits.concurrency),
    acceleration: numberAt('limits.acceleration', limits.acceleration),
    spend: numberAt('limits.spend', limits.spend),
  });
}

function incidentAt(path: string, value: unknown): StatusIncident {
  const incident = objectAt(path, value, incidentMembers);
  const components = listAt(`${path}.components`, incident.components);
  return {
    name: requiredText(`${path}.name`, incident.name),
    impact: choiceAt(`${path}.impact`, incident.impact, impacts) ?? 'major',
    ...present({ components: components?.map((name, index) => requiredText(`${path}.components.${index}`, name)) }),
  };
}

function objectAt(path: string, value: unknown, members: readonly string[]): JsonObject {
  if (!isObject(value)) throw unusable(path, 'it must be an object');
  const unknown = Object.keys(value).find((name) => !members.includes(name));
  if (unknown === undefined) return value;
  throw unusable(path === '' ? unknown : `${path}.${unknown}`, `it is not known; expected ${members.join(', ')}`);
}

function listAt(path: string, value: unknown): readonly unknown[] | undefined {
  if (value === undefined || isArray(value)) return value;
  throw unusable(path, 'it must be a list');
}

function numberAt(path: string, value: unknown): number | undefined {
  if (value === undefined || (typeof value === 'number' && value >= 0)) return value;
  throw unusable(path, 'it must be a number, 0 or more');
}

function textAt(path: string, value: unknown): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  throw unusable(path, 'it must be a text');
}

function requiredText(path: string, value: unknown): string {
  const text = textAt(path, value);
  if (text === undefined) throw unusable(path, 'it is missing');
  return text;
}

function choiceAt<T extends string>(path: string, value: unknown, choices: readonly T[]): T | undefined {
  if (value === undefined) return undefined;
  const chosen = choices.find((choice) => choice === value);
  if (chosen === undefined) throw unusable(path, `it must be one of ${choices.join(', ')}`);
  return chosen;
}

function unusable(path: string, because: string): FaultlineError {
  return new FaultlineError(
    'scenario-invalid',
    `The scenario cannot be used${path === '' ? '' : ` at ${path}`}: ${because}.`,
    'For example: {"faults": [{"fault": "overloaded", "next": 2}], "limits": {"requests": 50}}.',
  );
}
