import { present } from '../core/present.ts';
import { earlierAttempts } from './sdk.ts';

/** Anything that is called as `fetch` is. */
export type Fetch = typeof globalThis.fetch;

/** A call of fetch, read and not yet made. */
export interface FetchCall {
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Headers;
    readonly body?: unknown;
    readonly signal?: AbortSignal;
  };
  /** Of the attempt, from 1. */
  readonly number: number;
}

/** Attempts by the `init` that they are made with: nothing is added to a request to count it. */
const numbers = new WeakMap<RequestInit, number>();

/** Reads what fetch is given. The body of a `Request` is a stream, and stays unread. */
export function fetchCall(input: Parameters<Fetch>[0], init: RequestInit = {}): FetchCall {
  const given = input instanceof Request ? input : undefined;
  const headers = new Headers(init.headers ?? given?.headers);
  return {
    request: {
      url: input instanceof Request ? input.url : String(input),
      method: init.method ?? given?.method ?? 'GET',
      headers,
      ...present({ body: init.body ?? undefined, signal: init.signal ?? given?.signal }),
    },
    number: numbers.get(init) ?? earlierAttempts(headers) + 1,
  };
}

/** An `init` of its own for one more attempt, which says the number of the attempt to the wrapped fetch inside. */
export function numbered(init: RequestInit | undefined, number: number): RequestInit {
  const own: RequestInit = { ...init };
  numbers.set(own, number);
  return own;
}
