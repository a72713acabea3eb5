import type { CallerFingerprint } from '../../core/incident.ts';
import { present } from '../../core/present.ts';
import type { Exchange } from './exchange.ts';
import { headerRecord } from './headers.ts';

/** A cloud's place in a host name, such as `eu-west-1` or `europe-west4`. */
const region =
  /\b(?:us|eu|ap|sa|ca|me|af|il|mx|europe|asia|australia|northamerica|southamerica)(?:-[a-z]{2,12}){1,2}-?\d\b/;

/** What of an exchange tells who sent it, and to where. */
type CallersTrace = Pick<Exchange, 'headers' | 'upstream' | 'path'> & {
  readonly response?: { readonly headers: readonly string[] };
};

/** Reads who sent a request out of its own headers, and where the answer came from. */
export function callerOf({ headers, upstream, path, response }: CallersTrace): CallerFingerprint {
  const got = headerRecord(response?.headers ?? []);
  return {
    ...callerOfHeaders(headerRecord(headers)),
    // The edge writes the airport of its place behind its own id.
    ...present({ region: region.exec(upstream + path)?.[0] ?? /-([A-Z]{3})$/.exec(got['cf-ray'] ?? '')?.[1] }),
  };
}

/** Reads who sent a request out of its own headers, by lower-case name. */
export function callerOfHeaders(sent: Readonly<Record<string, string>>): CallerFingerprint {
  const [, agent, agentVersion] = /^([\w .@/-]{1,60}?)[/ ]v?(\d[\w.+-]{0,40})/.exec(sent['user-agent'] ?? '') ?? [];
  const language = sent['x-stainless-lang'];
  return present({
    client: agent ?? sent['user-agent']?.slice(0, 60),
    version: sent['x-stainless-package-version'] ?? agentVersion,
    language,
    runtime: sent['x-stainless-runtime'],
    runtimeVersion: sent['x-stainless-runtime-version'],
    system: sent['x-stainless-os'],
    architecture: sent['x-stainless-arch'],
  });
}
