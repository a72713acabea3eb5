import type { Address } from '../../core/probe.ts';
import type { Setup } from './setup.ts';

/** Every address that a run of a setup may ask. */
export function addressesOf({ target, way, request }: Setup): readonly Address[] {
  const { host, port, proxy } = target;
  const [, six, four, resolverPort] = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::(\d+))?$/.exec(way.resolver ?? '') ?? [];
  const resolver = six ?? four ?? way.resolver;
  return [
    { purpose: 'api', host, port, what: `POST ${request.endpoint} or its count of tokens, with the credential` },
    ...(proxy ? [{ purpose: 'proxy', host: proxy.host, port: proxy.port, what: 'the way to the API' } as const] : []),
    ...(resolver === undefined
      ? []
      : [
          {
            purpose: 'resolver',
            host: resolver,
            port: Number(resolverPort ?? 53),
            what: `the address of ${host}`,
          } as const,
        ]),
  ];
}
