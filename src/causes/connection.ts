import type { Certainty, Recognition, Sign, SignHit } from '../core/cause.ts';
import type { Evidence } from '../core/evidence.ts';
import { isOwnMachine, isPrivateNetwork } from '../core/local-host.ts';

/** The far end of a connection that failed, as far as the text names it. */
export interface Peer {
  /** Ready to stand in a sentence: `` `api.anthropic.com` ``, or `the API`. */
  readonly name: string;
  readonly kind: 'api' | 'local' | 'other' | 'unnamed';
  readonly port?: number;
  readonly errno?: string;
}

/** Hosts of the API and of the clouds that serve it. */
export const apiHost =
  /(?:^|\.)(?:anthropic|claude)\.(?:com|ai)$|(?:bedrock|aiplatform|services\.ai\.azure|aws-external-anthropic)/i;

/** Who was called, from the host that stands beside the failure. */
export function peerOf({ network }: Evidence): Peer {
  const { host, port, errno } = network ?? {};
  const known = { ...(port === undefined ? {} : { port }), ...(errno === undefined ? {} : { errno }) };
  if (host === undefined) return { name: 'the API', kind: 'unnamed', ...known };
  const kind = apiHost.test(host) ? 'api' : isOwnMachine(host) || isPrivateNetwork(host) ? 'local' : 'other';
  const address = kind === 'local' && port !== undefined ? `${host}:${port}` : host;
  return { name: `\`${address}\``, kind, ...known };
}

/** Reads the far end; a connection error proves a failure of the Claude API only where the text speaks of it. */
export function recognizePeer(evidence: Evidence, { sign, quote }: SignHit): Recognition<Peer> {
  return { certainty: certaintyOf(evidence, sign), because: [quote], details: peerOf(evidence) };
}

/** What a sign is worth here: a wording that others write too proves nothing where the text does not name Claude. */
export function certaintyOf({ subject }: Evidence, sign: Sign): Certainty {
  const stated = sign.certainty ?? 'proven';
  return stated === 'proven' && sign.shared === true && subject !== 'claude' ? 'likely' : stated;
}

/** Signs for wordings that any service's client can write, each on its own; an inner list must occur as a whole. */
export function saying(
  wordings: readonly (string | readonly string[])[],
  rest: Omit<Sign, 'says' | 'shared'> = {},
): readonly Sign[] {
  return wordings.map((says) => ({ says, shared: true, ...rest }));
}

/** Asks the API for a status without a key: 401 means that the way to it is open. */
export const reachTheApi =
  "curl -sS -o /dev/null -w '%{http_code} from %{remote_ip} in %{time_total}s\\n' https://api.anthropic.com/v1/models";
