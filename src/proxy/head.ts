import type { IncomingMessage } from 'node:http';
import type { AnswerHead } from './answer-head.ts';

/** The head of a request as it came, header names and values in turn. */
export type RequestHead = Pick<IncomingMessage, 'rawHeaders'> & {
  readonly method: string;
  readonly url: string;
  /** `1.0` or `1.1`. */
  readonly httpVersion: string;
};

/** Where requests are sent, fixed at the start. */
export interface UpstreamAddress {
  /** As `Host` says it. */
  readonly authority: string;
  /** What stands before every path; empty, or with a slash in front and none behind. */
  readonly basePath: string;
}

/** Whom the recorder answers. */
export interface Door {
  readonly port: number;
  /** The first part of every path, where the recorder listens beyond this machine. */
  readonly token?: string;
}

/** A request that is not passed on. */
export interface Refusal {
  readonly status: number;
  readonly because: string;
}

/** What becomes of a request: it is passed on with this head, or refused. */
export type Admission =
  | {
      readonly kind: 'admitted';
      /** As the caller means it, without a token. */
      readonly path: string;
      /** As the upstream is asked for it. */
      readonly target: string;
      readonly headers: readonly string[];
      /** Whether the body comes in chunks. */
      readonly isChunked: boolean;
    }
  | ({ readonly kind: 'refused' } & Refusal);

/** Of requests and answers: more than Node's own limit, as servers of the API and gateways allow more. */
export const mostHeadBytes = 1 << 16;

/** More than any endpoint takes. */
const mostBodyBytes = 1 << 30;
const notOurs: Refusal = {
  status: 403,
  because: 'The first part of the path must be the token that the recorder printed.',
};

/** Decides about a request by its head alone. */
export function admit(head: RequestHead, door: Door, upstream: UpstreamAddress): Admission {
  const path = pathBehindDoor(head.url, door);
  if (path === undefined) return { kind: 'refused', ...notOurs };
  const fields = readFields(head.rawHeaders, upstream.authority);
  const isOfServer = head.method === 'OPTIONS' && path === '*';
  const refusal = shapeRefusal(isOfServer ? '/' : head.url, fields) ?? hostRefusal(fields.hosts, door);
  if (refusal) return { kind: 'refused', ...refusal };
  const target = isOfServer ? path : upstream.basePath + withVersion(path, fields.agent, upstream.basePath);
  const isChunked = fields.codings.length > 0;
  return { kind: 'admitted', path, target, headers: completed(head, fields, upstream), isChunked };
}

/** What a header says that is decided by, and the header as it is passed on. */
interface Fields {
  readonly hosts: readonly string[];
  readonly lengths: readonly string[];
  readonly codings: readonly string[];
  readonly hasConnection: boolean;
  readonly agent: string;
  /** Whether a value holds a character that could end it for another reader. */
  readonly isUnsafe: boolean;
  readonly passed: readonly string[];
}

/** The parser lets none of these through; nothing is written as it stands without a look of our own. */
const unsafeInValue = /[^\t\x20-\x7e\x80-\xff]/;
const unsafeInPath = /[^\x21-\x7e\x80-\xff]/;

/** The header as it came, in its order, but for the host. */
function readFields(rawHeaders: readonly string[], authority: string): Fields {
  const hosts: string[] = [];
  const lengths: string[] = [];
  const codings: string[] = [];
  const passed: string[] = [];
  let hasConnection = false;
  let agent = '';
  let isUnsafe = false;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    const value = rawHeaders[at + 1] ?? '';
    switch (name.toLowerCase()) {
      case 'host':
        hosts.push(value);
        passed.push(name, authority);
        continue;
      case 'content-length':
        lengths.push(value);
        break;
      case 'transfer-encoding':
        codings.push(value);
        break;
      case 'connection':
        hasConnection = true;
        break;
      case 'user-agent':
        agent = value;
        break;
      case 'upgrade':
      case 'proxy-connection':
      case 'proxy-authorization':
        continue;
    }
    passed.push(name, value);
    isUnsafe ||= unsafeInValue.test(value);
  }
  return { hosts, lengths, codings, hasConnection, agent, isUnsafe, passed };
}

/**
 * The Vercel AI SDK takes the version of the API for a part of the base URL, and every other client for a part of the
 * path. One base URL serves both when the part that is missing is put in.
 */
function withVersion(path: string, agent: string, basePath: string): string {
  return agent.includes('ai-sdk/') && !basePath.endsWith('/v1') && path.startsWith('/messages') ? `/v1${path}` : path;
}

/** With what the caller left to be understood. */
function completed({ httpVersion }: RequestHead, fields: Fields, { authority }: UpstreamAddress): readonly string[] {
  const { hosts, hasConnection, passed } = fields;
  if (hosts.length > 0 && httpVersion === '1.1') return passed;
  return [
    ...(hosts.length === 0 ? ['Host', authority] : []),
    ...passed,
    // A caller of HTTP/1.0 means it by saying nothing; the request is passed on as HTTP/1.1, where that is the opposite.
    ...(httpVersion === '1.0' && !hasConnection ? ['Connection', 'close'] : []),
  ];
}

/** The path without the token; nothing where the token is missing. The comparison takes as long for any wrong token. */
function pathBehindDoor(url: string, { token }: Door): string | undefined {
  if (token === undefined) return url;
  const given = url.slice(1, 1 + token.length);
  const rest = url.slice(1 + token.length);
  let difference = given.length ^ token.length;
  for (let at = 0; at < token.length; at++) difference |= (given.charCodeAt(at) | 0) ^ token.charCodeAt(at);
  if (difference !== 0) return undefined;
  if (rest === '' || rest.startsWith('?')) return `/${rest}`;
  return rest.startsWith('/') ? rest : undefined;
}

/** Shapes by which two servers could read one request as two, and requests to a proxy that sends anywhere. */
function shapeRefusal(url: string, { lengths, codings, isUnsafe }: Fields): Refusal | undefined {
  if (isUnsafe || unsafeInPath.test(url))
    return { status: 400, because: 'The head holds a character that no head may hold.' };
  if (!url.startsWith('/') || url.startsWith('//')) {
    return { status: 400, because: 'The recorder sends to its own upstream alone; the request names another.' };
  }
  if (lengths.length + codings.length > 1) {
    return { status: 400, because: 'The length of the body is stated more than once.' };
  }
  const [length] = lengths;
  if (length !== undefined && !/^\d{1,16}$/.test(length)) {
    return { status: 400, because: `The content-length ${length} is no number.` };
  }
  if (Number(length ?? 0) > mostBodyBytes) {
    return { status: 413, because: 'The body is larger than 1 GB, which no endpoint takes.' };
  }
  const [coding] = codings;
  if (coding !== undefined && coding.toLowerCase() !== 'chunked') {
    return { status: 400, because: `The transfer-encoding ${coding} is not understood.` };
  }
  return undefined;
}

const ownNames: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

function authority(host: string): { readonly name: string; readonly port: string } {
  const colon = host.lastIndexOf(':');
  // The colons of an address of version 6 are inside of brackets.
  if (colon < 0 || host.endsWith(']')) return { name: host, port: '' };
  return { name: host.slice(0, colon), port: host.slice(colon + 1) };
}

/** A page that lets its own name point here would send its name as the host; only names of this machine are ours. */
function hostRefusal(hosts: readonly string[], { port, token }: Door): Refusal | undefined {
  if (hosts.length > 1) return { status: 400, because: 'The host is stated more than once.' };
  const [host] = hosts;
  // Behind the token any name is right: a container knows this machine by another one. HTTP/1.0 has no host.
  if (token !== undefined || host === undefined) return undefined;
  const { name, port: written } = authority(host.toLowerCase());
  const isOurs = ownNames.has(name) && (written === String(port) || (written === '' && port === 80));
  return isOurs ? undefined : { status: 421, because: `The host ${host} is not this recorder.` };
}

/**
 * The header of the answer as it came. It is passed on as HTTP/1.1, so one of HTTP/1.0 says in words what it means by
 * saying nothing. A caller of HTTP/1.0 knows no chunks: it gets a body that was sent in them until the end of the connection.
 */
export function answerHeaders(
  { isOld, headers }: Pick<AnswerHead, 'isOld' | 'headers'>,
  callerVersion: string,
): readonly string[] {
  if (callerVersion === '1.0' && has(headers, 'transfer-encoding')) {
    const dropped = new Set(['transfer-encoding', 'connection', 'keep-alive']);
    const kept = headers.filter((_, at) => !dropped.has((headers[at - (at % 2)] ?? '').toLowerCase()));
    return [...kept, 'Connection', 'close'];
  }
  return isOld && !has(headers, 'connection') ? [...headers, 'Connection', 'close'] : headers;
}

/** Whether a header has a field of this name, which is given in small letters. */
export function has(fields: readonly string[], name: string): boolean {
  return fields.some((field, at) => at % 2 === 0 && field.toLowerCase() === name);
}
