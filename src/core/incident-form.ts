import { listOf, maybe, moment, number, objectOf, oneOf, recordOf, text, truth, tuple, type Form } from './form.ts';
import type { Incident } from './incident.ts';
import { parsedJson } from './json.ts';

const certainty = oneOf('proven', 'likely', 'possible');
const locus = oneOf('request', 'credentials', 'account', 'limits', 'network', 'client', 'service', 'gateway');
const remedy = objectOf({ action: text, run: maybe(text) });

const finding: Form = objectOf({
  cause: text,
  refines: maybe(text),
  title: text,
  locus,
  certainty,
  explanation: text,
  because: listOf(objectOf({ part: text, text })),
  remedies: listOf(remedy),
  retry: objectOf({
    kind: oneOf('no', 'yes', 'wait', 'maybe'),
    waitMs: maybe(number),
    until: maybe(text),
    because: text,
  }),
  docs: objectOf({ url: text, title: text, checkedOn: text }),
  settledBy: maybe(listOf(objectOf({ from: text, test: text }))),
  consequences: maybe((value) => listOf(finding)(value)),
});

const facts = objectOf({
  status: maybe(number),
  errorType: maybe(text),
  errorCode: maybe(text),
  message: maybe(text),
  path: maybe(text),
  requestId: maybe(text),
  model: maybe(text),
  platform: maybe(oneOf('direct', 'aws', 'bedrock', 'vertex', 'foundry', 'gateway')),
  gateway: maybe(text),
  client: maybe(text),
  clientVersion: maybe(text),
  retryAfterSeconds: maybe(number),
  limits: maybe(recordOf(text)),
  errno: maybe(text),
  host: maybe(text),
  timestamp: maybe(text),
  stopReason: maybe(text),
});

const verdict = objectOf({
  outcome: oneOf('failure', 'none', 'unknown'),
  findings: listOf(finding),
  facts,
  open: listOf(text),
  crashed: maybe(listOf(objectOf({ cause: text, error: text }))),
});

const body = objectOf({ bytes: number, text: maybe(text), isCut: maybe(truth) });
const headers = listOf(tuple(text, text));
const optionalTexts = (...names: readonly string[]): Readonly<Record<string, Form>> =>
  Object.fromEntries(names.map((name) => [name, maybe(text)]));
const optionalNumbers = (...names: readonly string[]): Readonly<Record<string, Form>> =>
  Object.fromEntries(names.map((name) => [name, maybe(number)]));

const incident = objectOf({
  id: (value) => typeof value === 'string' && /^inc_[0-9a-z]{1,40}$/.test(value),
  at: moment,
  group: text,
  verdict,
  request: objectOf({
    method: text,
    path: text,
    headers,
    body,
    shape: objectOf({
      ...optionalTexts('model'),
      isStreaming: maybe(truth),
      ...optionalNumbers('maxTokens', 'messages', 'tools'),
      blocks: maybe(recordOf(number)),
      members: maybe(listOf(text)),
    }),
  }),
  upstream: (value) => typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value),
  response: maybe(objectOf({ status: number, statusText: text, headers, body })),
  ending: maybe(text),
  timing: objectOf({
    isConnectionReused: truth,
    endMs: number,
    ...optionalNumbers('dnsMs', 'connectMs', 'tunnelMs', 'tlsMs', 'sentMs', 'firstByteMs', 'lastByteMs'),
    ...optionalNumbers('longestSilenceMs'),
  }),
  attempts: listOf(
    objectOf({
      at: text,
      tookMs: number,
      ...optionalNumbers('retry', 'status', 'waitedMs'),
      ...optionalTexts('requestId'),
    }),
  ),
  caller: objectOf(
    optionalTexts('client', 'version', 'language', 'runtime', 'runtimeVersion', 'system', 'architecture', 'region'),
  ),
  observations: listOf(text),
});

/** Whether a value has the form of an incident; for those that somebody else may have written. */
function isIncident(value: unknown): value is Incident {
  return incident(value);
}

/** The incident in a text that `faultline incidents export --json` or a report wrote; `undefined` where it is none. */
export function incidentFrom(json: string): Incident | undefined {
  const value = parsedJson(json);
  return isIncident(value) ? value : undefined;
}
