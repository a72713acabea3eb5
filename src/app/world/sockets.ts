import { request } from 'node:http';
import { isIP, type Socket } from 'node:net';
import { connect as connectTls, type ConnectionOptions } from 'node:tls';
import type { ConnectAnswer, Endpoint, Failed, ProxyRoute, SocksAnswer, TunnelAnswer } from '../../core/world.ts';
import { isSocks5 } from '../../core/proxy-setting.ts';
import { proxyCredentials } from '../../proxy/tunnel.ts';
import { openDirect, type Opened } from './direct.ts';
import { openSocks } from './socks.ts';
import { failedOf, within } from './within.ts';

/** Certificate authorities beyond those of the runtime. */
export interface Trust {
  readonly ca?: readonly string[];
}

/** Opens a TCP connection and closes it at once. */
export async function connectTo(to: Endpoint, limitMs: number): Promise<ConnectAnswer> {
  const opened = await openDirect(to, limitMs);
  if (opened.kind === 'failed') return opened;
  opened.socket.destroy();
  return { kind: 'connected', tookMs: opened.tookMs };
}

/** Opens a connection to where TLS or HTTP will be spoken: directly, or through a proxy's tunnel. */
export async function open(
  to: Endpoint,
  proxy: ProxyRoute | undefined,
  limitMs: number,
  trust: Trust,
): Promise<Opened | Failed> {
  if (!proxy) return openDirect(to, limitMs);
  const answer = await askForTunnel(proxy, to, limitMs, trust);
  if (answer.kind === 'opened' || answer.kind === 'failed') return answer;
  const message =
    answer.kind === 'refused'
      ? `CONNECT tunnel failed, response ${answer.status}`
      : `SOCKS5 ${answer.step} failed: ${answer.because}`;
  return { kind: 'failed', code: 'ERR_PROXY_TUNNEL', message, tookMs: answer.tookMs };
}

/** Asks a proxy for a tunnel, and closes it at once. */
export async function tunnelTo(proxy: ProxyRoute, to: Endpoint, limitMs: number, trust: Trust): Promise<TunnelAnswer> {
  const answer = await askForTunnel(proxy, to, limitMs, trust);
  if (answer.kind !== 'opened') return answer;
  answer.socket.destroy();
  return { kind: 'opened', tookMs: answer.tookMs };
}

type Refused = Extract<TunnelAnswer, { readonly kind: 'refused' }>;

/** Opens a connection to a proxy, over TLS where its address says so. */
export async function openProxy({ url }: ProxyRoute, limitMs: number, trust: Trust): Promise<Opened | Failed> {
  const proxy = new URL(url);
  if (proxy.protocol !== 'http:' && proxy.protocol !== 'https:') {
    const message = `A proxy of the kind ${proxy.protocol.slice(0, -1)} is not supported`;
    return { kind: 'failed', code: 'ERR_PROXY_SCHEME', message, tookMs: 0 };
  }
  const host = proxy.hostname.replace(/^\[|\]$/g, '');
  const isTls = proxy.protocol === 'https:';
  const opened = await openDirect({ host, port: Number(proxy.port) || (isTls ? 443 : 80) }, limitMs);
  if (opened.kind === 'failed' || !isTls) return opened;
  const secured = await secureSocket(opened, host, limitMs - opened.tookMs, trust);
  return secured.kind === 'failed' ? secured : { ...secured, tookMs: opened.tookMs + secured.tookMs };
}

/** Makes a TLS handshake over an open connection for what will be spoken on it; an untrusted certificate is a failure. */
export async function secureSocket(
  opened: Opened,
  host: string,
  limitMs: number,
  trust: Trust,
  protocol = 'http/1.1',
): Promise<Opened | Failed> {
  return within<Opened>(limitMs, `TLS handshake with ${host}:`, (end, tookMs) => {
    const socket = connectTls({ ...tlsOptions(opened.socket, host, trust), ALPNProtocols: [protocol] });
    let isSecured = false;
    socket.once('secureConnect', () => {
      isSecured = true;
      socket.on('error', () => {});
      end({ kind: 'opened', socket, tookMs: tookMs() });
    });
    socket.once('error', (error) => end(failedOf(error, tookMs())));
    return () => {
      if (!isSecured) socket.destroy();
    };
  });
}

async function askForTunnel(
  proxy: ProxyRoute,
  to: Endpoint,
  limitMs: number,
  trust: Trust,
): Promise<Opened | Refused | SocksAnswer | Failed> {
  if (isSocks5(proxy.url)) return openSocks(proxy, to, limitMs);
  const opened = await openProxy(proxy, limitMs, trust);
  if (opened.kind === 'failed') return opened;
  const { socket } = opened;
  return within<Opened | Refused>(limitMs - opened.tookMs, 'CONNECT', (end, tookMs) => {
    const authority = `${to.host.includes(':') ? `[${to.host}]` : to.host}:${to.port}`;
    let isHandedOver = false;
    const asked = request({
      method: 'CONNECT',
      path: authority,
      headers: { host: authority, ...proxyCredentials(new URL(proxy.url)) },
      createConnection: () => socket,
    });
    asked.once('connect', (response, stream, head) => {
      const status = response.statusCode ?? 0;
      if (status >= 200 && status < 300) {
        isHandedOver = true;
        end({ kind: 'opened', socket, tookMs: tookMs() });
        return;
      }
      const headers = headersOf(response.headers);
      end({ kind: 'refused', status, headers, body: head.toString('utf8'), tookMs: tookMs() });
      stream.destroy();
    });
    asked.once('error', (error) => end(failedOf(error, tookMs())));
    asked.end();
    return () => {
      if (!isHandedOver) socket.destroy();
    };
  });
}

/** The options of a handshake over an open socket; a name, and never an address, is announced. */
export function tlsOptions(socket: Socket, serverName: string, { ca }: Trust): ConnectionOptions {
  return {
    socket,
    host: serverName,
    ...(isIP(serverName) === 0 ? { servername: serverName } : {}),
    ...(ca ? { ca: [...ca] } : {}),
    // The environment can turn verification off for programs; here it would hide what is asked.
    rejectUnauthorized: true,
  };
}

/** Headers with one value each. */
export function headersOf(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, typeof value === 'string' ? value : value.join(', ')]],
    ),
  );
}
