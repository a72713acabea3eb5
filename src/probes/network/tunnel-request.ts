import type { Address, Target } from '../../core/probe.ts';
import { isSocks5 } from '../../core/proxy-setting.ts';

/** What a proxy is asked before anything else can be sent through it; nothing where none is set. */
export function tunnelRequest({ proxy, host, port }: Target): readonly Address[] {
  if (!proxy) return [];
  const what = isSocks5(proxy.url) ? `a SOCKS5 handshake for ${host}:${port}` : `CONNECT ${host}:${port}`;
  return [{ purpose: 'proxy', host: proxy.host, port: proxy.port, what }];
}
