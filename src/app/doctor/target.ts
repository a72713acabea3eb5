import { FaultlineError } from '../../core/error.ts';
import type { Platform } from '../../core/evidence.ts';
import { textOf } from '../../core/json.ts';
import { present } from '../../core/present.ts';
import type { Credential, FailingRequest, Purpose, Target } from '../../core/probe.ts';
import { proxyFor } from '../../core/proxy-setting.ts';
import {
  apiUrl,
  baseUrlOf,
  connectivityUrl,
  platformOfEnvironment,
  platformOfHost,
  publicResolver,
  statusUrl,
} from '../../facts/reachability.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What the user says of the target; everything else comes from the environment. */
export interface TargetWishes {
  readonly platform?: Platform;
  readonly baseUrl?: string;
  /** `none` for the direct way. */
  readonly proxy?: string;
  readonly model?: string;
  readonly request?: FailingRequest;
  readonly failedAt?: number;
  readonly statusUrl?: string;
  readonly connectivityUrl?: string;
  readonly resolver?: string;
  readonly off?: Readonly<Partial<Record<Purpose, string>>>;
  readonly mayPay?: boolean;
}

/** Works out what is to be examined. */
export function targetOf(wishes: TargetWishes, env: Environment, now: number): Target {
  const platform =
    wishes.platform ?? (wishes.baseUrl === undefined ? platformOfEnvironment(env) : undefined) ?? 'direct';
  // A location that is missing or cannot be read is a finding of its own; until then the network is tried on the API.
  const written = wishes.baseUrl ?? readable(baseUrlOf(platform, env)) ?? apiUrl;
  const url = urlOf(written.trim());
  const isTls = url.protocol === 'https:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // Clients refuse credentials in a URL, and no output may show them.
  const baseUrl = `${url.origin}${url.pathname}`.replace(/\/+$/, '');
  return {
    baseUrl,
    platform: wishes.platform ?? (platform === 'direct' ? platformOfHost(host) : platform),
    host,
    port: Number(url.port) || (isTls ? 443 : 80),
    isTls,
    failedAt: wishes.failedAt ?? now,
    statusUrl: (wishes.statusUrl ?? statusUrl).replace(/\/+$/, ''),
    connectivityUrl: wishes.connectivityUrl ?? connectivityUrl,
    resolver: wishes.resolver ?? publicResolver,
    off: wishes.off ?? {},
    mayPay: wishes.mayPay ?? false,
    ...present({
      proxy: proxyOf(wishes.proxy, env, baseUrl),
      credential: credentialOf(platform, env),
      model: wishes.model ?? textOf(wishes.request?.body['model']),
      request: wishes.request,
    }),
  };
}

function readable(written: string | undefined): string | undefined {
  return written !== undefined && isWebAddress(written.trim()) ? written : undefined;
}

function isWebAddress(written: string): boolean {
  return URL.canParse(written) && /^https?:$/.test(new URL(written).protocol);
}

function urlOf(written: string): URL {
  if (isWebAddress(written)) return new URL(written);
  throw new FaultlineError(
    'base-url-invalid',
    `--base-url is ${JSON.stringify(written)}, which is no web address.`,
    'Write it with its scheme and without a path, for example https://api.anthropic.com.',
  );
}

function proxyOf(wish: string | undefined, env: Environment, baseUrl: string): Target['proxy'] {
  if (wish === 'none') return undefined;
  const setting = wish === undefined ? proxyFor(env, baseUrl) : { name: '--proxy', url: withScheme(wish) };
  if (!setting) return undefined;
  if (!URL.canParse(setting.url)) {
    // What a variable holds is judged by a probe.
    if (wish === undefined) return undefined;
    throw new FaultlineError(
      'proxy-invalid',
      `The address of the proxy in ${setting.name} cannot be read.`,
      'Write it as http://host:port or socks5://host:port; a user and a password stand before the host, with `@` in them as %40 and `#` as %23.',
    );
  }
  const { hostname, port, protocol } = new URL(setting.url);
  const host = hostname.replace(/^\[|\]$/g, '');
  return { ...setting, host, port: Number(port) || defaultPorts[protocol] || 80 };
}

const defaultPorts: Readonly<Record<string, number>> = {
  'https:': 443,
  'socks:': 1080,
  'socks5:': 1080,
  'socks5h:': 1080,
  'socks4:': 1080,
};

function withScheme(address: string): string {
  return address.includes('://') ? address : `http://${address}`;
}

/** The credential that the SDKs would send; a cloud's signed calls have none that could be sent as it is. */
function credentialOf(platform: Platform, env: Environment): Credential | undefined {
  if (platform === 'bedrock' || platform === 'vertex' || platform === 'foundry') return undefined;
  const names = platform === 'aws' ? ['ANTHROPIC_AWS_API_KEY'] : ['ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN'];
  for (const name of names) {
    const value = env[name]?.trim();
    if (value !== undefined && value !== '')
      return { name, value, header: name.endsWith('_TOKEN') ? 'authorization' : 'x-api-key' };
  }
  return undefined;
}
