import type { JsonObject } from './json.ts';

/** What an error answer of the API says; the simulator adds headers, body and request id. */
export interface ErrorAnswer {
  readonly status: number;
  readonly type: string;
  readonly message: string;
  /** `error.details.error_code`. */
  readonly code?: string;
  /** Further members of `error.details`. */
  readonly details?: JsonObject;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer of somebody else in the API's place: a proxy, the edge, a gateway, a cloud. */
export interface ForeignAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How the bytes of an exchange go wrong. */
export type WireBreak =
  /** The connection is reset before any answer. */
  | 'reset-before-answer'
  /** The connection is closed in good order before any answer. */
  | 'close-before-answer'
  /** The connection is reset in the middle of the body. */
  | 'reset-inside-body'
  /** The event stream ends in good order behind an event that is not the last. */
  | 'end-between-events'
  /** The event stream ends in good order in the middle of an event. */
  | 'end-inside-event'
  /** Nothing is ever answered. */
  | 'silence-before-answer'
  /** The body stops without an end. */
  | 'silence-inside-body'
  /** The body comes one small piece after the other. */
  | 'drip'
  /** One event is no JSON. */
  | 'garbled-event'
  /** What comes is no HTTP. */
  | 'garbled-answer'
  /** 200 without a body. */
  | 'empty-body'
  /** The right body under a content type that is wrong for it. */
  | 'wrong-content-type'
  /** `content-length` promises more than comes. */
  | 'wrong-length'
  /** A streamed tool call whose input is no JSON once put together. */
  | 'garbled-tool-input';

/** What is wrong with an address before any request can be sent to it. */
export type BadDoor =
  | 'refused'
  | 'unresolvable'
  | 'tls-expired'
  | 'tls-not-yet-valid'
  | 'tls-self-signed'
  | 'tls-unknown-authority'
  | 'tls-inspected'
  | 'tls-wrong-host'
  | 'tls-old-protocol'
  | 'tls-not-spoken';

/** How a successful answer ends other than usual. */
export interface Ending {
  readonly stopReason: 'end_turn' | 'max_tokens' | 'pause_turn' | 'refusal' | 'model_context_window_exceeded';
  /** The answer holds no content. */
  readonly isEmpty?: boolean;
}

/** What a fault does to one call. */
export type Deed =
  | ({ readonly kind: 'error' } & ErrorAnswer)
  | ({ readonly kind: 'foreign' } & ForeignAnswer)
  /** The API judges this request in place of the one that was sent. */
  | { readonly kind: 'request'; readonly body: string; readonly headers?: Readonly<Record<string, string>> }
  | { readonly kind: 'ending'; readonly ending: Ending }
  /** A stream that begins well and carries an error event. */
  | { readonly kind: 'stream-error'; readonly error: ErrorAnswer }
  | { readonly kind: 'wire'; readonly how: WireBreak }
  | { readonly kind: 'door'; readonly how: BadDoor };

/** The call that a fault is done to. */
export interface FaultCall {
  /** As sent; a current one where none was. */
  readonly model: string;
  readonly isStreaming: boolean;
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** How the simulator brings a cause about. */
export interface Fault {
  /** Permanent; the file has the same name. */
  readonly id: string;
  /** The id of the cause. */
  readonly cause: string;
  /** What the caller meets, as a sentence without its subject: `Answers that ...`. */
  readonly summary: string;
  /** The causes that an error of it can name, where that is not `cause` alone; empty where clients take it for a success. */
  readonly seenAs?: readonly string[];
  /** It shows only in a streamed answer. */
  readonly needsStream?: boolean;
  readonly deed: Deed | ((call: FaultCall) => Deed);
}

/** Declares a fault; the only way to make one. */
export function defineFault(fault: Fault): Fault {
  return fault;
}

/** What a fault does to a call. */
export function deedOf({ deed }: Fault, call: FaultCall): Deed {
  return typeof deed === 'function' ? deed(call) : deed;
}
