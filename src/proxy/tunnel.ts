import { request } from 'node:http';
import type { Socket } from 'node:net';

/** Asks a proxy over an open socket for a way to a host; the promise fails as the proxy refuses. */
export function openTunnel(socket: Socket, proxy: URL, host: string, port: number): Promise<void> {
  const authority = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  return new Promise((resolve, reject) => {
    request({
      method: 'CONNECT',
      path: authority,
      headers: { host: authority, ...proxyCredentials(proxy) },
      createConnection: () => socket,
    })
      .once('connect', (response) => {
        const status = response.statusCode ?? 0;
        if (status >= 200 && status < 300) resolve();
        else reject(refused(status, response.statusMessage ?? ''));
      })
      .once('error', reject)
      .end();
  });
}

function refused(status: number, reason: string): Error {
  return Object.assign(new Error(`Tunnel connection failed: ${`${status} ${reason}`.trim()}`), {
    code: 'ERR_PROXY_TUNNEL',
  });
}

/** The header in which a caller names himself to a proxy, where the proxy's address holds credentials. */
export function proxyCredentials({ username, password }: URL): Record<string, string> {
  if (username === '') return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}
