import { withoutSecrets } from '../../capture/pasted.ts';
import { endpointOf } from '../../capture/request/endpoint.ts';
import type { Platform } from '../../core/evidence.ts';
import { isArray, isObject, numberOf, parsedJson, textOf, type JsonObject } from '../../core/json.ts';
import { present } from '../../core/present.ts';

/** A request without what it says: enough to tell what kind of call it was, and nothing of its content. */
export interface RequestShape {
  readonly method: string;
  readonly host: string;
  /** Without the query. */
  readonly path: string;
  readonly platform?: Platform;
  readonly isMessagesCall: boolean;
  readonly model?: string;
  readonly isStreaming: boolean;
  readonly maxTokens?: number;
  readonly messages?: number;
  /** Content blocks by type; a plain text counts as `text`. */
  readonly blocks?: Readonly<Record<string, number>>;
  readonly tools?: number;
  readonly hasSystem?: boolean;
  /** `thinking.type`. */
  readonly thinking?: string;
  /** The values of `anthropic-beta`. */
  readonly betas?: readonly string[];
  readonly apiVersion?: string;
  /** Absent for a body that is a stream. */
  readonly bodyBytes?: number;
}

/** The program or library that made the call, as its own headers say. */
export interface CallingClient {
  readonly name?: string;
  readonly version?: string;
  readonly runtime?: string;
  readonly userAgent?: string;
}

/** What of a request is looked at. */
export interface ShapedRequest {
  readonly url: string;
  readonly method?: string | undefined;
  readonly headers: Headers;
  readonly body?: unknown;
}

/** The shape of a request. */
export function shapeOfRequest({ url, method, headers, body }: ShapedRequest): RequestShape {
  const { host, pathname } = parsedUrl(url);
  const { platform, isMessagesCall } = endpointOf(url);
  const text = textOf(body);
  const parsed = isMessagesCall && text !== undefined ? parsedJson(text) : undefined;
  return {
    method: method?.toUpperCase() ?? 'GET',
    host: clean(host),
    path: clean(pathname),
    isMessagesCall,
    isStreaming: /stream/i.test(pathname),
    ...present({
      platform,
      betas: headers
        .get('anthropic-beta')
        ?.split(',')
        .map((beta) => clean(beta.trim())),
      apiVersion: cleaned(headers.get('anthropic-version') ?? undefined),
      bodyBytes: text === undefined ? undefined : new TextEncoder().encode(text).length,
    }),
    ...(isObject(parsed) ? bodyShape(parsed) : {}),
  };
}

function bodyShape(body: JsonObject): Partial<RequestShape> {
  const { messages, tools, thinking } = body;
  return present({
    model: cleaned(textOf(body.model)),
    isStreaming: body.stream === true ? true : undefined,
    maxTokens: numberOf(body.max_tokens),
    messages: isArray(messages) ? messages.length : undefined,
    blocks: isArray(messages) ? blocksIn(messages) : undefined,
    tools: isArray(tools) ? tools.length : undefined,
    hasSystem: body.system === undefined ? undefined : true,
    thinking: isObject(thinking) ? cleaned(textOf(thinking.type)) : undefined,
  });
}

function blocksIn(messages: readonly unknown[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const message of messages) {
    const content = isObject(message) ? message.content : undefined;
    for (const block of isArray(content) ? content : [content]) {
      const type = typeof block === 'string' ? 'text' : isObject(block) ? textOf(block.type) : undefined;
      if (type !== undefined) counts.set(type, (counts.get(type) ?? 0) + 1);
    }
  }
  return Object.fromEntries([...counts].map(([type, count]) => [clean(type), count]));
}

/** What the headers of a request say of the library that sends it. */
export function clientOfHeaders(headers: Headers): CallingClient {
  const userAgent = cleaned(headers.get('user-agent') ?? undefined);
  const language = headers.get('x-stainless-lang');
  const [, agentName, agentVersion] = /^([\w@/.-]+?)[/ ]v?(\d[\w.-]*)/.exec(userAgent ?? '') ?? [];
  const runtime = [headers.get('x-stainless-runtime'), headers.get('x-stainless-runtime-version')];
  return present({
    name: language === null ? agentName : clean(`anthropic-sdk-${sdkNames[language] ?? language}`),
    version: cleaned(headers.get('x-stainless-package-version') ?? undefined) ?? agentVersion,
    runtime: runtime[0] === null ? undefined : clean(runtime.filter((part) => part !== null).join(' ')),
    userAgent,
  });
}

const sdkNames: Readonly<Record<string, string>> = { js: 'typescript' };

function parsedUrl(url: string): { readonly host: string; readonly pathname: string } {
  try {
    return new URL(url);
  } catch {
    return { host: '', pathname: '' };
  }
}

/** Names stand in places where a secret can be put by mistake. */
function clean(text: string): string {
  return withoutSecrets(text).slice(0, 200);
}

function cleaned(text: string | undefined): string | undefined {
  return text === undefined ? undefined : clean(text);
}
