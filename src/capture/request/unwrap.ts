import type { Platform } from '../../core/evidence.ts';
import { isArray, isObject, type JsonObject, parsedJson, textOf } from '../../core/json.ts';
import type { BodyPath } from '../../core/problem.ts';
import { present } from '../../core/present.ts';
import { endpointOf } from './endpoint.ts';
import { areAllHeaders, headersFrom } from './headers.ts';
import { shapeOf } from './shape.ts';

/** A body that was found in a parsed value. */
export interface Unwrapped {
  readonly kind: 'request' | 'response';
  /** Where it stands in the value. */
  readonly path: BodyPath;
  readonly body: unknown;
  /** The body as text, where the value holds it as a string. */
  readonly text?: string;
  readonly endpoint?: string;
  readonly platform?: Platform;
  readonly headers?: Readonly<Record<string, string>>;
  readonly headersKnown?: boolean;
  /** The request that an answer belongs to. */
  readonly request?: unknown;
}

/** What stands around a body and says how it was sent. */
type Surroundings = Pick<Unwrapped, 'endpoint' | 'platform' | 'headers' | 'headersKnown'>;

/** Members under which records, logs and SDKs keep a request body, or a record that holds one. */
const holders = [
  'body',
  'rawBody',
  'requestBodyValues',
  'requestBody',
  'request_body',
  'json_data',
  'params',
  'request',
  'options',
  'complete_input_dict',
  'additional_args',
  'kwargs',
  'payload',
  'data',
  'json',
  'postData',
  'text',
  'response',
  'result',
  'message',
];
/** Of these, the ones that hold nothing but a body: what stands there is one, even without messages. */
const bodyHolders = new Set<unknown>(['body', 'params', 'requestBodyValues', 'json_data', 'complete_input_dict']);
const deepest = 5;

/** Finds the bodies in a value: the value itself, an entry of a list, or what a record around it holds. */
export function unwrap(value: unknown): readonly Unwrapped[] {
  if (!isArray(value)) return search(value, [], {}, 0);
  return value.flatMap((entry, index) => search(entry, [index], {}, 0));
}

function search(value: unknown, path: BodyPath, outer: Surroundings, depth: number): readonly Unwrapped[] {
  if (typeof value === 'string') return fromText(value, path, outer);
  if (!isObject(value)) return [];
  const shape = shapeOf(value);
  if (shape.kind === 'answer') return [{ ...outer, kind: 'response', path, body: value }];
  const isBody = depth === 0 || value.messages !== undefined || bodyHolders.has(path.at(-1));
  if (shape.kind === 'messages' && isBody) return [{ ...outer, kind: 'request', path, body: value }];
  if (shape.kind === 'batch')
    return [{ endpoint: '/v1/messages/batches', ...outer, kind: 'request', path, body: value }];
  if (shape.kind === 'foreign' || depth === deepest) return [];
  const around = { ...outer, ...surroundings(value) };
  const found = holders.flatMap((name) => search(value[name], [...path, name], around, depth + 1));
  const requests = found.filter(({ kind }) => kind === 'request');
  const [request] = requests;
  // Of a call that is recorded twice, such as parsed and as text, the first one is enough.
  const answers = found.filter(({ kind }) => kind === 'response').slice(0, 1);
  return [
    ...requests.slice(0, 1),
    ...answers.map((answer) => ({ ...answer, ...present({ request: request?.body ?? answer.request }) })),
  ];
}

/** A body that is kept as a string. */
function fromText(text: string, path: BodyPath, outer: Surroundings): readonly Unwrapped[] {
  const isBody = path.at(-1) === 'rawBody';
  if (!isBody && !/^\s*\{/.test(text)) return [];
  const body = parsedJson(text);
  if (body === undefined) {
    // Broken JSON is what the API would get, and judges first.
    return isBody || text.includes('"messages"') ? [{ ...outer, kind: 'request', path, body: undefined, text }] : [];
  }
  const { kind } = shapeOf(body);
  if (kind === 'answer') return [{ ...outer, kind: 'response', path, body, text }];
  if (kind === 'batch') return [{ endpoint: '/v1/messages/batches', ...outer, kind: 'request', path, body, text }];
  return isBody || kind === 'messages' ? [{ ...outer, kind: 'request', path, body, text }] : [];
}

const platforms: readonly Platform[] = ['direct', 'aws', 'bedrock', 'vertex', 'foundry', 'gateway'];

function surroundings(record: JsonObject): Surroundings {
  const address = [record.url, record.path, record.endpoint, record.api_base].find(
    (one): one is string => typeof one === 'string' && endpointOf(one).isMessagesCall,
  );
  const { endpoint, platform } = address === undefined ? {} : endpointOf(address);
  const headers = headersFrom(record.headers);
  return present({
    endpoint,
    platform: platforms.find((one) => one === textOf(record.platform)) ?? platform,
    headers,
    headersKnown: headers && (typeof record.headersKnown === 'boolean' ? record.headersKnown : areAllHeaders(headers)),
  });
}
