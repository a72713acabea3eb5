import { Agent, request, type IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { defectOf } from '../../client/attempt/attempt.ts';
import { scanEvents } from '../../client/attempt/event-scan.ts';
import type { FailedAttempt } from '../../client/attempt/failed-attempt.ts';
import { judgeFailure, type SeenFailure } from '../../client/attempt/judge.ts';
import { cutRemark } from '../../client/attempt/watch-answer.ts';
import { isObject, numberOf, parsedJson, type JsonObject } from '../../core/json.ts';
import { present } from '../../core/present.ts';
import type { Target } from '../../core/probe.ts';
import { callTo } from '../../probes/call.ts';
import type { Upstream } from '../../proxy/upstream.ts';
import { limitsIn, type StatedLimits } from '../../ramp/limit-headers.ts';
import type { Entry } from './entries.ts';

/** How one sending of an entry ended. */
export interface Sent {
  readonly limits: StatedLimits;
  readonly requestId?: string;
  readonly status?: number;
  readonly tookMs: number;
  readonly outcome:
    | {
        readonly kind: 'answered';
        /** The message, or the events of a stream. */
        readonly answer: { readonly message: unknown } | { readonly events: readonly unknown[] };
        readonly firstTokenMs?: number;
        readonly inputTokens?: number;
        readonly outputTokens?: number;
      }
    | { readonly kind: 'failed'; readonly failure: FailedAttempt };
}

/** Sends entries to one place. */
export interface Sender {
  readonly send: (entry: Entry, attempt: number) => Promise<Sent>;
  readonly close: () => void;
}

/** A service that says nothing for so long is not waited for: streams have pings, and other answers are limited to ten minutes. */
const silenceMs = 600_000;
const mostErrorBytes = 65_536;

/** Connections to the target, by the way that programs take; they are kept and used again. */
class Connections extends Agent {
  readonly #upstream: Upstream;

  constructor(upstream: Upstream, most: number) {
    super({ keepAlive: true, maxSockets: most, maxFreeSockets: most });
    this.#upstream = upstream;
  }

  override createConnection(_options: object, callback?: (error: Error | null, socket: Duplex) => void): undefined {
    void this.#open(callback);
  }

  async #open(callback?: (error: Error | null, socket: Duplex) => void): Promise<void> {
    try {
      const socket = await this.#upstream.open({});
      callback?.(null, socket);
    } catch (error) {
      // Node reads the error alone where there is one; its types want a socket beside it.
      callback?.(error instanceof Error ? error : new Error(String(error)), new Socket());
    }
  }
}

/** Makes a sender. */
export function openSender(target: Target, upstream: Upstream, most: number): Sender {
  const agent = new Connections(upstream, most);
  return {
    async send(entry, attempt) {
      const startedAt = Date.now();
      const began = performance.now();
      const passed = (): number => Math.round(performance.now() - began);
      const call = callTo(target, entry.path, { withKey: true, body: entry.body, headers: ownHeaders });
      const { url, method, body } = call;
      const headers = { ...call.headers, ...entry.headers, ...betasOf(entry, call.headers) };
      const place = new URL(url);
      const exchange = await exchanged(
        { method, path: place.pathname + place.search, headers: { ...headers, host: upstream.authority } },
        body ?? '',
        agent,
        passed,
      );
      const shaped = { url, method, headers: new Headers(headers), body: entry.body };
      return judged(exchange, { shaped, attempt, startedAt, tookMs: passed() });
    },
    close: () => agent.destroy(),
  };
}

const ownHeaders = { 'user-agent': 'faultline-ramp' };

/** The entry's own betas beside the one that a sign-in needs. */
function betasOf(entry: Entry, ours: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const betas = [entry.headers['anthropic-beta'], ours['anthropic-beta']].filter((one) => one !== undefined).join(',');
  return betas === '' ? {} : { 'anthropic-beta': betas };
}

interface Exchanged {
  readonly response?: { readonly status: number; readonly statusText: string; readonly headers: Headers };
  readonly headersMs?: number;
  readonly text: string;
  readonly firstTokenMs?: number;
  readonly scan: ReturnType<typeof scanEvents>;
  readonly thrown?: unknown;
}

function exchanged(
  head: { readonly method: string; readonly path: string; readonly headers: Readonly<Record<string, string>> },
  body: string,
  agent: Agent,
  passed: () => number,
): Promise<Exchanged> {
  return new Promise((resolve) => {
    const scan = scanEvents();
    const pieces: Buffer[] = [];
    let response: Exchanged['response'];
    let headersMs: number | undefined;
    let firstTokenMs: number | undefined;
    const end = (thrown?: unknown): void =>
      resolve({
        text: Buffer.concat(pieces).toString('utf8'),
        scan,
        ...present({ response, headersMs, firstTokenMs, thrown }),
      });
    const sending = request({ ...head, agent, timeout: silenceMs }, (incoming: IncomingMessage) => {
      headersMs = passed();
      response = {
        status: incoming.statusCode ?? 0,
        statusText: incoming.statusMessage ?? '',
        headers: headersFrom(incoming),
      };
      const isStream = /event-stream/i.test(response.headers.get('content-type') ?? '');
      incoming.on('data', (piece: Buffer) => {
        pieces.push(piece);
        if (!isStream) return;
        scan.push(piece);
        if (scan.hasOutput()) firstTokenMs ??= passed();
      });
      incoming.once('end', () => end(incoming.complete ? undefined : brokenOff()));
      incoming.once('error', end);
    });
    sending.once('timeout', () =>
      sending.destroy(new DOMException(`Request timed out: nothing came for ${silenceMs / 1000} s.`, 'TimeoutError')),
    );
    sending.once('error', end);
    sending.end(body);
  });
}

function brokenOff(): Error {
  return Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
}

function headersFrom({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers();
  for (let at = 0; at < rawHeaders.length; at += 2) headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '');
  return headers;
}

interface Sending {
  readonly shaped: SeenFailure['request'];
  readonly attempt: number;
  readonly startedAt: number;
  readonly tookMs: number;
}

/** Tells an answer from a failure, as the client does for programs. */
function judged(exchange: Exchanged, { shaped, attempt, startedAt, tookMs }: Sending): Sent {
  const { response, headersMs, text, scan, thrown, firstTokenMs } = exchange;
  const header = (name: string): string | undefined => response?.headers.get(name) ?? undefined;
  const common = {
    limits: limitsIn(header),
    tookMs,
    ...present({ requestId: header('request-id'), status: response?.status }),
  };
  const timing = { startedAt: new Date(startedAt).toISOString(), failedMs: tookMs, ...present({ headersMs }) };
  const failed = (seen: Omit<SeenFailure, 'request' | 'attempt' | 'timing'>): Sent => ({
    ...common,
    outcome: { kind: 'failed', failure: judgeFailure({ request: shaped, attempt, timing, ...seen }) },
  });
  if (!response) return failed({ ending: 'unanswered', thrown });
  if (response.status < 200 || response.status > 299)
    return failed({ ending: 'refused', response, body: text.slice(0, mostErrorBytes), ...present({ thrown }) });
  const isStream = /event-stream/i.test(header('content-type') ?? '');
  if (!isStream) {
    const defect = thrown === undefined ? defectOf(text) : { thrown, shown: '' };
    if (defect) return failed({ ending: 'broken', response, body: defect.shown, thrown: defect.thrown });
    const message = parsedJson(text);
    return { ...common, outcome: { kind: 'answered', answer: { message }, ...usageIn([message]) } };
  }
  const defect = scan.defect();
  const isCut = !scan.progress().complete;
  if (defect || isCut || thrown !== undefined)
    return failed({
      ending: 'broken',
      response,
      body: scan.skeleton(),
      stream: scan.progress(),
      hasOutput: scan.hasOutput(),
      ...present({ thrown: thrown ?? defect?.thrown, remark: isCut && !defect ? cutRemark : undefined }),
    });
  const events = eventsIn(text);
  return {
    ...common,
    outcome: { kind: 'answered', answer: { events }, ...present({ firstTokenMs }), ...usageIn(events) },
  };
}

/** The data of every event, in order. */
function eventsIn(text: string): readonly unknown[] {
  return text.split(/\r?\n\r?\n/).flatMap((event) => {
    const data = event
      .split(/\r?\n/)
      .filter((line) => line.startsWith('data:'))
      .map((line) => line.slice(5))
      .join('\n');
    const parsed = data === '' ? undefined : parsedJson(data);
    return parsed === undefined ? [] : [parsed];
  });
}

/** The tokens that count against the limits: what is read from a cache does not. */
function usageIn(values: readonly unknown[]): { readonly inputTokens?: number; readonly outputTokens?: number } {
  let input: number | undefined;
  let output: number | undefined;
  for (const value of values) {
    if (!isObject(value)) continue;
    for (const usage of [value.usage, isObject(value.message) ? value.message.usage : undefined]) {
      if (!isObject(usage)) continue;
      input = sumOf(usage) ?? input;
      output = numberOf(usage.output_tokens) ?? output;
    }
  }
  return present({ inputTokens: input, outputTokens: output });
}

function sumOf(usage: JsonObject): number | undefined {
  const input = numberOf(usage.input_tokens);
  return input === undefined ? undefined : input + (numberOf(usage.cache_creation_input_tokens) ?? 0);
}
