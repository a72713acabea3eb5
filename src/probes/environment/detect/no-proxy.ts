/** The entry of `NO_PROXY` that excepts a host from the proxy, as it is written there. */
export function exceptedBy(noProxy: string, host: string, port: number): string | undefined {
  const name = host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
  return noProxy
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .find((entry) => covers(entry.toLowerCase(), name, port));
}

function covers(entry: string, host: string, port: number): boolean {
  if (entry === '*') return true;
  const [, pattern = entry, entryPort] = /^(\[[0-9a-f:.]+\]|[^:]+):(\d{1,5})$/.exec(entry) ?? [];
  if (entryPort !== undefined && Number(entryPort) !== port) return false;
  const bare = pattern.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const network = /^([0-9.]+)\/(\d{1,2})$/.exec(bare);
  if (network) return isInNetwork(host, network[1] ?? '', Number(network[2]));
  const suffix = bare.replace(/^\*?\.?/, '');
  return suffix !== '' && (host === suffix || host.endsWith(`.${suffix}`));
}

function isInNetwork(host: string, network: string, bits: number): boolean {
  const address = ipv4(host);
  const base = ipv4(network);
  if (address === undefined || base === undefined || bits > 32) return false;
  const size = 2 ** (32 - bits);
  return Math.floor(address / size) === Math.floor(base / size);
}

function ipv4(text: string): number | undefined {
  const parts = text.split('.').map(Number);
  const isAddress = parts.length === 4 && parts.every((part) => Number.isInteger(part) && part >= 0 && part <= 255);
  return isAddress ? parts.reduce((sum, part) => sum * 256 + part, 0) : undefined;
}
