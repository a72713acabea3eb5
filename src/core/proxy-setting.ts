import { exceptedBy } from './no-proxy.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** A proxy that the environment names for a host, and the variable that does. */
export interface ProxySetting {
  readonly name: string;
  readonly url: string;
}

/** Whether this is the address of a SOCKS5 proxy, by any of the names that are in use for it. */
export function isSocks5(url: string): boolean {
  return /^socks(?:5h?)?:/i.test(url);
}

/**
 * The proxy that programs which read these variables take to a URL: lower case before upper case, the scheme's own
 * before the one for all.
 */
export function proxyFor(env: Environment, url: string): ProxySetting | undefined {
  const target = new URL(url);
  const port = Number(target.port) || (target.protocol === 'https:' ? 443 : 80);
  if (exceptedBy(env['no_proxy'] ?? env['NO_PROXY'] ?? '', target.hostname, port) !== undefined) return undefined;
  const scheme = target.protocol.slice(0, -1);
  // Upper-case HTTP_PROXY is left out by some programs, as a CGI caller can set it; most read it.
  const names = [`${scheme}_proxy`, `${scheme.toUpperCase()}_PROXY`, 'all_proxy', 'ALL_PROXY'];
  for (const name of names) {
    const value = env[name]?.trim();
    if (value !== undefined && value !== '')
      return { name, url: /^[a-z][\w+.-]*:\/\//i.test(value) ? value : `http://${value}` };
  }
  return undefined;
}
