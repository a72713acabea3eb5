import type { Socket } from 'node:net';
import { beginSocks, hearSocks, type SocksRefusal, type SocksUser } from './socks.ts';

/**
 * Asks a SOCKS5 proxy over an open socket for a way to a host, which the proxy resolves; the promise fails as the proxy
 * refuses.
 */
export function openSocksWay(socket: Socket, proxy: URL, host: string, port: number): Promise<void> {
  const [begun, greeting] = beginSocks(host, port, userIn(proxy));
  let state = begun;
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      socket.off('data', hear).off('error', fail).off('close', lost);
    };
    const fail = (error: Error): void => {
      leave();
      reject(error);
    };
    const lost = (): void => fail(refused({ ...state, kind: 'refused', because: 'it closed the connection' }));
    const hear = (bytes: Buffer): void => {
      const [next, command] = hearSocks(state, bytes);
      state = next;
      switch (command.kind) {
        case 'wait':
          return;
        case 'send':
          socket.write(command.bytes);
          return;
        case 'opened':
          leave();
          resolve();
          return;
        case 'ended':
          fail(refused(command.refusal));
      }
    };
    socket.on('data', hear).once('error', fail).once('close', lost);
    socket.write(greeting);
  });
}

/** In words that the causes know, as a tunnel through an HTTP proxy fails. */
function refused({ step, kind, because }: SocksRefusal): Error {
  const message =
    kind === 'credentials' ? `SOCKS5 authentication failed: ${because}` : `SOCKS5 ${step} failed: ${because}`;
  return Object.assign(new Error(message), { code: 'ERR_PROXY_TUNNEL' });
}

function userIn({ username, password }: URL): SocksUser | undefined {
  if (username === '') return undefined;
  return { name: decodeURIComponent(username), password: decodeURIComponent(password) };
}
