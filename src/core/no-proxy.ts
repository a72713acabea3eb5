/**
 * The entry of a `NO_PROXY` list that excepts a host, as it is written there: by its name, a domain above it, an
 * address, a network of addresses, or `*`; with a port where the entry names one.
 */
export function exceptedBy(list: string, host: string, port: number): string | undefined {
  const name = host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
  return list.split(/[\s,]+/).find((entry) => entry !== '' && covers(entry.toLowerCase(), name, port));
}

function covers(entry: string, host: string, port: number): boolean {
  if (entry === '*') return true;
  const [, pattern = entry, entryPort] = /^(\[[0-9a-f:.]+\]|[^:]+):(\d{1,5})$/.exec(entry) ?? [];
  if (entryPort !== undefined && Number(entryPort) !== port) return false;
  const bare = pattern.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const network = /^([0-9.]+)\/(\d{1,2})$/.exec(bare);
  if (network) return isInNetwork(host, network[1] ?? '', Number(network[2]));
  const domain = bare.replace(/^\*?\.?/, '');
  return domain !== '' && (host === domain || host.endsWith(`.${domain}`));
}

function isInNetwork(host: string, network: string, bits: number): boolean {
  const address = ipv4(host);
  const base = ipv4(network);
  if (address === undefined || base === undefined || bits > 32) return false;
  const size = 2 ** (32 - bits);
  return Math.floor(address / size) === Math.floor(base / size);
}

function ipv4(text: string): number | undefined {
  const parts = text.split('.');
  const isAddress = parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255);
  return isAddress ? parts.reduce((sum, part) => sum * 256 + Number(part), 0) : undefined;
}
