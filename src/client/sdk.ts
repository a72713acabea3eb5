import { FaultlineError } from '../core/error.ts';
import { isArray } from '../core/json.ts';
import { present } from '../core/present.ts';

/** A request as the official TypeScript SDK hands it to a middleware. */
export interface SdkRequest {
  readonly url: string;
  readonly method?: string | undefined;
  readonly headers: Headers;
  readonly body?: unknown;
  readonly signal?: AbortSignal | null | undefined;
}

/** What is used of the context that the SDK hands to a middleware. */
export interface SdkContext {
  /** The options of the call; the same object for every attempt that the SDK makes of it. */
  readonly options?:
    | {
        readonly maxRetries?: number | undefined;
        readonly timeout?: number | undefined;
        readonly signal?: AbortSignal | null | undefined;
      }
    | undefined;
  readonly logger: {
    warn(message: string, ...rest: unknown[]): void;
    error(message: string, ...rest: unknown[]): void;
  };
}

/** A middleware of the official TypeScript SDK. */
export type SdkMiddleware = <R extends SdkRequest>(
  request: R,
  next: (request: R) => Promise<Response>,
  context: SdkContext,
) => Promise<Response>;

/** A client of the official TypeScript SDK, for any platform. */
export interface SdkClient {
  readonly middleware: readonly unknown[];
  withOptions(options: {
    readonly middleware?: readonly unknown[] | undefined;
    readonly maxRetries?: number | undefined;
  }): this;
}

/** Whether a function that takes a client or its options was given a client. */
export function isSdkClient<C extends SdkClient>(value: C | object): value is C {
  return 'withOptions' in value;
}

/** The middleware of a client; a client of an SDK that is too old for middleware is named as such. */
export function middlewareOf(client: SdkClient): readonly unknown[] {
  const { middleware } = client;
  if (isArray(middleware)) return middleware;
  throw new FaultlineError(
    'client-without-middleware',
    'This client takes no middleware, so nothing can be put around its calls.',
    'Update @anthropic-ai/sdk (`npm install @anthropic-ai/sdk@latest`), or hand a wrapped fetch to the client: `fetch: withFaultline(fetch)`.',
  );
}

const countHeader = 'x-stainless-retry-count';

/** How many attempts of this call the SDK counts before this one; 0 for a client that does not count. */
export function earlierAttempts(headers: Headers): number {
  const count = Number(headers.get(countHeader) ?? 0);
  return Number.isInteger(count) && count > 0 ? count : 0;
}

/** Whether a client says in a header which of its attempts a request is. */
export function isCounted(headers: Headers): boolean {
  return headers.has(countHeader);
}

/** The request with the number of attempts before it, where the client counts them in a header. */
export function withEarlierAttempts<R extends SdkRequest>(request: R, count: number): R {
  if (count === 0 || !isCounted(request.headers)) return request;
  const headers = new Headers(request.headers);
  headers.set(countHeader, String(count));
  return { ...request, headers };
}

/** Who can end an attempt of the SDK: its caller, and the SDK itself when its time limit runs out. */
export function signalsOf(
  { signal }: SdkRequest,
  options: SdkContext['options'],
): { readonly signal?: AbortSignal; readonly transport?: AbortSignal; readonly limitMs?: number } {
  // Without options it is a request for a token, which nobody but the SDK waits for.
  return present({
    signal: options?.signal ?? undefined,
    transport: signal ?? undefined,
    limitMs: options?.timeout,
  });
}
