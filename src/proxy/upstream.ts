import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls, type ConnectionOptions } from 'node:tls';
import { FaultlineError } from '../core/error.ts';
import { isSocks5, proxyFor } from '../core/proxy-setting.ts';
import type { UpstreamAddress } from './head.ts';
import { openSocksWay } from './socks-way.ts';
import { authoritiesOf } from './trust.ts';
import { openTunnel } from './tunnel.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What the steps to an open connection took, in milliseconds since it was begun. */
export interface ConnectionTiming {
  dnsMs?: number;
  connectMs?: number;
  tunnelMs?: number;
  tlsMs?: number;
}

/** The service that requests are passed on to. */
export interface Upstream extends UpstreamAddress {
  /** Scheme, host and base path, without credentials. */
  readonly url: string;
  /** Opens a connection on which HTTP/1.1 is spoken, unless `left` is aborted; `timing` is filled in on the way. */
  readonly open: (timing: ConnectionTiming, left?: AbortSignal) => Promise<Socket>;
}

/** Reads the address of the upstream, with the proxy and the authorities that the environment names for it. */
export function upstreamOf(address: string, env: Environment): Upstream {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || defectOf(url) !== undefined) {
    throw new FaultlineError(
      'option-invalid',
      `The upstream ${address} is not the address of an API${url ? `: ${defectOf(url)}` : ''}.`,
      'Give scheme and host, and the base path where there is one: --upstream https://gateway.example/anthropic.',
    );
  }
  const isTls = url.protocol === 'https:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(url.port) || (isTls ? 443 : 80);
  const basePath = url.pathname.replace(/\/+$/, '');
  const setting = proxyFor(env, url.href);
  const proxy = setting && proxyUrl(setting.name, setting.url);
  const ca = isTls || proxy?.protocol === 'https:' ? authoritiesOf(env) : undefined;

  const secured = (socket: Socket, name: string): Promise<Socket> =>
    opened(
      connectTls({
        socket,
        ALPNProtocols: ['http/1.1'],
        ...(isIP(name) === 0 ? { servername: name } : { host: name }),
        ...(ca ? { ca: [...ca] } : {}),
      } satisfies ConnectionOptions),
      'secureConnect',
    );

  return {
    url: url.origin + basePath,
    authority: url.host,
    basePath,
    async open(timing, left) {
      const began = performance.now();
      const passed = (): number => performance.now() - began;
      const near = proxy ? addressOf(proxy) : { host, port };
      const tcp = connectTcp({ ...near, noDelay: true, autoSelectFamily: true });
      const leave = (): void => void tcp.destroy();
      left?.addEventListener('abort', leave);
      tcp.once('lookup', () => {
        timing.dnsMs ??= passed();
      });
      let socket = await opened(tcp, 'connect');
      timing.connectMs = passed();
      try {
        if (proxy) {
          if (proxy.protocol === 'https:') socket = await secured(socket, near.host);
          const openWay = isSocks5(proxy.href) ? openSocksWay : openTunnel;
          await openWay(socket, proxy, host, port);
          timing.tunnelMs = passed();
        }
        if (isTls) {
          socket = await secured(socket, host);
          timing.tlsMs = passed();
        }
        return socket;
      } catch (error) {
        tcp.destroy();
        throw error;
      } finally {
        left?.removeEventListener('abort', leave);
      }
    },
  };
}

/** What keeps an address from being that of an upstream. */
function defectOf({ protocol, username, password, search, hash }: URL): string | undefined {
  if (!/^https?:$/.test(protocol)) return `${protocol} is not http: or https:`;
  if (username !== '' || password !== '')
    return 'it holds a user name or a password, which calls carry in a header instead';
  if (search !== '') return 'it has a query';
  return hash === '' ? undefined : 'it has a fragment (#)';
}

function proxyUrl(variable: string, written: string): URL {
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (url && (/^https?:$/.test(url.protocol) || isSocks5(url.href))) return url;
  throw new FaultlineError(
    'proxy-unsupported',
    `${variable} names a proxy that the recorder cannot go through.`,
    'Name an HTTP proxy (http://host:port) or a SOCKS5 proxy (socks5://host:port), or except the host of the API with NO_PROXY.',
  );
}

const usualPorts: Readonly<Record<string, number>> = {
  'https:': 443,
  'socks:': 1080,
  'socks5:': 1080,
  'socks5h:': 1080,
};

function addressOf(proxy: URL): { readonly host: string; readonly port: number } {
  return {
    host: proxy.hostname.replace(/^\[|\]$/g, ''),
    port: Number(proxy.port) || (usualPorts[proxy.protocol] ?? 80),
  };
}

/** A socket once it is ready; fails as the connection fails. */
function opened(socket: Socket, ready: 'connect' | 'secureConnect'): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const lost = (): void => {
      reject(
        Object.assign(new Error('Client network socket disconnected before secure TLS connection was established'), {
          code: 'ECONNRESET',
        }),
      );
    };
    socket.once(ready, () => {
      socket.off('error', reject);
      socket.off('close', lost);
      resolve(socket);
    });
    socket.once('error', reject);
    socket.once('close', lost);
  });
}
