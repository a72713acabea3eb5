import type { Platform } from '../../core/evidence.ts';
import type { Target } from '../../core/probe.ts';
import type { ComparedRequest } from '../../experiments/isolate/request-differences.ts';
import type { Ending } from '../../experiments/ending.ts';
import type { StudiedRequest } from '../../experiments/request.ts';
import type { Way } from '../world/way.ts';

/** What makes the HTTP request. */
export type Caller =
  | { readonly kind: 'http' }
  /** The official TypeScript SDK that is installed below a folder. */
  | { readonly kind: 'sdk'; readonly folder: string; readonly version: string };

/** Everything that a run is made with; a variable changes one thing of it. */
export interface Setup {
  readonly request: ComparedRequest;
  /** The body as it was given, where it is no JSON object; then the request has no parts. */
  readonly text?: string;
  readonly areHeadersKnown: boolean;
  /** By whose rules the request is judged. */
  readonly platform: Platform;
  readonly target: Target;
  readonly way: Way;
  readonly caller: Caller;
  /** Of the command that is run. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** How the request ended somewhere else, where this run stands for that place. */
  readonly elsewhere?: Ending;
}

/** The request of a setup, as oracles are asked about it. */
export function studiedOf({ request, text, areHeadersKnown }: Setup): StudiedRequest {
  return {
    endpoint: request.endpoint,
    headers: request.headers,
    areHeadersKnown,
    text: text ?? JSON.stringify(request.body),
  };
}
