import type { Note, ProbeFinding } from '../../../core/probe.ts';
import { isWithin } from '../../../core/version.ts';
import { nodeSocksProxySince, socksSchemes } from '../../../facts/environment.ts';
import type { Noticed } from '../../noticed.ts';
import { nodeReadsProxies } from './node-proxies.ts';
import type { Variables } from './variables.ts';

/** A SOCKS proxy that a variable names. */
export interface SocksSetting {
  readonly name: string;
  /** `socks5`, `socks5h`, ... */
  readonly scheme: string;
  readonly host: string;
  readonly nodeVersion: string;
}

/** Looks at what a SOCKS proxy means for this runtime and for the other clients, which differ by version and spelling. */
export function socksSettings(variables: Variables, setting: SocksSetting): Noticed {
  const { name, scheme, host, nodeVersion } = setting;
  const version = nodeVersion.replace(/^v/, '');
  const others = othersNote(setting);
  if (/^all_proxy$/i.test(name)) {
    const saw = `\`${name}\` names a SOCKS proxy, and Node reads no \`ALL_PROXY\`: its own \`fetch\` goes to \`${host}\` past it.`;
    return { findings: [ignored(name, saw, [nodeRemedy(setting)])], notes: [others] };
  }
  if (nodeReadsProxies(variables, nodeVersion)) {
    if (nodeSpeaks(scheme, nodeVersion)) return { notes: [others] };
    const saw = `\`${name}\` names a SOCKS proxy as \`${scheme}\`, which Node ${version} does not speak: told to read the proxy variables, it ends at its start (\`UND_ERR_INVALID_ARG\`).`;
    return { findings: [failing(saw, [nodeRemedy(setting)])], notes: [others] };
  }
  const saw = `\`${name}\` names a SOCKS proxy, and Node's own \`fetch\` goes to \`${host}\` past it: it reads the proxy variables only where \`NODE_USE_ENV_PROXY=1\` is set.`;
  return { findings: [ignored(name, saw, [nodeRemedy(setting)])], notes: [others] };
}

function nodeSpeaks(scheme: string, nodeVersion: string): boolean {
  const { maintained, current } = nodeSocksProxySince;
  const isAble = isWithin(nodeVersion, maintained) === true || isWithin(nodeVersion, { from: current }) === true;
  return isAble && socksSchemes.node.some((one) => one === scheme);
}

function nodeRemedy({ name, scheme, nodeVersion }: SocksSetting): { readonly action: string; readonly run?: string } {
  const { maintained, current } = nodeSocksProxySince;
  if (!nodeSpeaks('socks5', nodeVersion)) {
    return {
      action: `For Node, name an HTTP proxy in \`HTTPS_PROXY\`, or update Node to ${maintained.from} or ${current}, which speak \`socks5://\`. Do not set \`NODE_USE_ENV_PROXY=1\` before: this Node would end at its start.`,
    };
  }
  const isSpoken = nodeSpeaks(scheme, nodeVersion);
  const write = isSpoken ? '' : ` as \`socks5://\` (not \`${scheme}://\`, at which Node ends at its start)`;
  return /^all_proxy$/i.test(name) || !isSpoken
    ? { action: `For Node, name the proxy in \`HTTPS_PROXY\`${write}, and set \`NODE_USE_ENV_PROXY=1\`.` }
    : { action: 'Tell Node to use the proxy variables.', run: 'export NODE_USE_ENV_PROXY=1' };
}

/** What the clients beside Node make of it. */
function othersNote({ name, scheme }: SocksSetting): Note {
  const python = socksSchemes.httpx.some((one) => one === scheme)
    ? 'Python takes it with `httpx[socks]` installed, and without it ends with an `ImportError`'
    : `Python refuses \`${scheme}://\` (it takes ${socksSchemes.httpx.map((one) => `\`${one}://\``).join(' and ')})`;
  return {
    text: `Of the other clients, \`curl\` takes the SOCKS proxy in \`${name}\`; ${python}; Claude Code speaks no SOCKS.`,
  };
}

function ignored(name: string, saw: string, remedies: NonNullable<ProbeFinding['remedies']>): ProbeFinding {
  return {
    cause: 'proxy-ignored',
    certainty: 'possible',
    saw,
    text: `proxy settings are ignored; ${name} is set to a SOCKS proxy`,
    isDecisive: false,
    remedies,
  };
}

function failing(saw: string, remedies: NonNullable<ProbeFinding['remedies']>): ProbeFinding {
  return { cause: 'proxy-failure', certainty: 'likely', saw, isDecisive: false, remedies };
}
