import { callerOfHeaders } from '../../capture/exchange/caller.ts';
import { shapeOfRequest } from '../../capture/exchange/request-shape.ts';
import { withTexts } from '../../redactors/texts.ts';
import { withoutSecrets } from '../../capture/pasted.ts';
import { endpointOf } from '../../capture/request/endpoint.ts';
import type { Platform } from '../../core/evidence.ts';
import type { RequestShape } from '../../core/incident.ts';
import { parsedJson, textOf } from '../../core/json.ts';
import { present } from '../../core/present.ts';

/** A call without what it says: enough to tell what kind of call it was, and nothing of its content. */
export interface CallShape extends Omit<RequestShape, 'isStreaming' | 'members'> {
  readonly method: string;
  readonly host: string;
  /** Without the query. */
  readonly path: string;
  readonly platform?: Platform;
  readonly isMessagesCall: boolean;
  readonly isStreaming: boolean;
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

/** The shape of a call. */
export function shapeOfCall({ url, method, headers, body }: ShapedRequest): CallShape {
  const { host, pathname } = parsedUrl(url);
  const { platform, isMessagesCall } = endpointOf(url);
  const text = textOf(body);
  const { members: _, ...shape } = isMessagesCall && text !== undefined ? shapeOfRequest(parsedJson(text)) : {};
  return {
    method: method?.toUpperCase() ?? 'GET',
    host: clean(host),
    path: clean(pathname),
    isMessagesCall,
    ...withTexts(shape, clean),
    isStreaming: shape.isStreaming ?? /stream/i.test(pathname),
    ...present({
      platform,
      betas: headers
        .get('anthropic-beta')
        ?.split(',')
        .map((beta) => clean(beta.trim())),
      apiVersion: cleaned(headers.get('anthropic-version') ?? undefined),
      bodyBytes: text === undefined ? undefined : new TextEncoder().encode(text).length,
    }),
  };
}

/** What the headers of a request say of the library that sends it. */
export function clientOfHeaders(headers: Headers): CallingClient {
  const { client, version, language, runtime, runtimeVersion } = withTexts(
    callerOfHeaders(Object.fromEntries(headers)),
    clean,
  );
  return present({
    name: language === undefined ? client : `anthropic-sdk-${sdkNames[language] ?? language}`,
    version,
    runtime:
      runtime === undefined
        ? undefined
        : [runtime, ...(runtimeVersion === undefined ? [] : [runtimeVersion])].join(' '),
    userAgent: cleaned(headers.get('user-agent') ?? undefined),
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
