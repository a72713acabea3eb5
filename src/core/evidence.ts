import type { Reading } from './reading.ts';

/** Where the Messages API was reached: Anthropic's own service, a cloud that resells it, or something in between. */
export type Platform = 'direct' | 'aws' | 'bedrock' | 'vertex' | 'foundry' | 'gateway';

/** What is known of an HTTP answer; a member is present only where the evidence says so. */
export interface ResponsePart {
  readonly status?: number;
  /** The `error.type` of the API, or the error name of the cloud (`ThrottlingException`, `NOT_FOUND`). */
  readonly errorType?: string;
  /** `error.details.error_code`. */
  readonly errorCode?: string;
  readonly message?: string;
  /** The text ends inside the message, so that what it does not say may have been said. */
  readonly isMessageCut?: boolean;
  /** The dotted path that the message starts with, as the API writes it. */
  readonly path?: string;
  readonly requestId?: string;
  /** Lower-case names. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly stopReason?: string;
  readonly bodyKind?: 'json' | 'html' | 'sse' | 'text' | 'empty';
}

/** What is known of the request that failed. */
export interface RequestPart {
  readonly body?: unknown;
  /** Lower-case names. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly url?: string;
  readonly method?: string;
}

/** The program or library that made the call. */
export interface ClientPart {
  /** `anthropic-sdk-typescript`, `anthropic-sdk-python`, `litellm`, `vercel-ai-sdk`, `claude-code`, ... */
  readonly name?: string;
  readonly version?: string;
  /** Exception classes named, outermost first. */
  readonly exceptions?: readonly string[];
}

/** What the operating system or the TLS library reported. */
export interface NetworkPart {
  /** `ECONNREFUSED`, `ENOTFOUND`, `CERT_HAS_EXPIRED`, `UND_ERR_SOCKET`, ... */
  readonly errno?: string;
  readonly host?: string;
  readonly port?: number;
}

/** How an event stream went. */
export interface StreamPart {
  readonly events: number;
  readonly lastEvent?: string;
  /** `message_stop` was seen. */
  readonly complete: boolean;
  readonly startedMessage: boolean;
}

/** Everything known of one failing call. Recorded once, never changed; parts that were not captured are absent. */
export interface Evidence {
  /** The text in which the failure was found, ready to be searched. */
  readonly reading?: Reading;
  readonly response?: ResponsePart;
  readonly request?: RequestPart;
  readonly client?: ClientPart;
  readonly network?: NetworkPart;
  readonly stream?: StreamPart;
  readonly platform?: Platform;
  /** The gateway or framework that the text names (`LiteLLM`, `OpenRouter`). */
  readonly gateway?: string;
  readonly model?: string;
  /** Written as the text has it. */
  readonly timestamp?: string;
  /** Whether the text names Claude, Anthropic or one of their surfaces, another service only, or neither. */
  readonly subject?: 'claude' | 'other' | 'unnamed';
}

/** A part of the evidence that a cause can need. */
export type Part = 'response' | 'request' | 'client' | 'network' | 'stream';
