import { lookup, Resolver } from 'node:dns/promises';
import type { Failed, NameAnswer, NameQuestion } from '../../core/world.ts';
import { failedOf, within } from './within.ts';

/** Asks for the addresses of a name: the system as programs do, or one resolver directly. */
export async function lookUp({ name, family, server }: NameQuestion, limitMs: number): Promise<NameAnswer> {
  return within<Exclude<NameAnswer, Failed>>(limitMs, `lookup ${name}`, (end, tookMs) => {
    const resolver = server === undefined ? undefined : directResolver(server, limitMs);
    const asked = resolver
      ? family === 4
        ? resolver.resolve4(name)
        : resolver.resolve6(name)
      : lookup(name, { family, all: true }).then((found) => found.map(({ address }) => address));
    void asked.then(
      (addresses) => end({ kind: 'answered', addresses, tookMs: tookMs() }),
      (error: unknown) => end(failedOf(error, tookMs())),
    );
    return () => resolver?.cancel();
  });
}

function directResolver(server: string, limitMs: number): Resolver {
  const resolver = new Resolver({ timeout: Math.max(1, Math.round(limitMs)), tries: 1 });
  resolver.setServers([server]);
  return resolver;
}
