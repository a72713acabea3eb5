import type { Endpoint, Failed, HttpAnswer, HttpQuestion, Network } from '../../core/world.ts';

/** How a call gets to its host, where that is not as the machine does it by itself. */
export interface Way {
  /** An address, with a port where it is not 53, in place of the resolver of the machine. */
  readonly resolver?: string;
  readonly family?: 4 | 6;
  readonly isHttp2?: boolean;
}

/** Sends a question by a way; names are looked up for it where the way says how. */
export async function sendBy(way: Way, question: HttpQuestion, network: Network): Promise<HttpAnswer> {
  const { isHttp2 = false } = way;
  const found = await addressFor(way, question, network);
  if (found.kind === 'failed') return found;
  return network.send({
    ...question,
    ...(found.at ? { at: found.at } : {}),
    ...(isHttp2 ? { protocol: 'h2' } : {}),
  });
}

type Found = { readonly kind: 'found'; readonly at?: Endpoint } | Failed;

async function addressFor({ resolver, family }: Way, { url, proxy }: HttpQuestion, network: Network): Promise<Found> {
  // A proxy looks names up itself.
  if (proxy || (resolver === undefined && family === undefined)) return { kind: 'found' };
  const { hostname, port, protocol } = new URL(url);
  const name = hostname.replace(/^\[|\]$/g, '');
  let last: Failed | undefined;
  for (const one of family === undefined ? ([4, 6] as const) : [family]) {
    const answer = await network.lookUp({
      name,
      family: one,
      ...(resolver === undefined ? {} : { server: resolver }),
    });
    if (answer.kind === 'failed') last ??= answer;
    else if (answer.addresses[0] !== undefined)
      return {
        kind: 'found',
        at: { host: answer.addresses[0], port: Number(port) || (protocol === 'https:' ? 443 : 80) },
      };
  }
  return last ?? { kind: 'failed', code: 'ENOTFOUND', message: `getaddrinfo ENOTFOUND ${name}`, tookMs: 0 };
}
