import type { Platform } from '../core/evidence.ts';

/** The Claude API itself. */
export const apiUrl = 'https://api.anthropic.com';

/** The addresses at which the API listens, by its page on IP addresses of 2026-08-22. */
export const apiAddresses = { ipv4: '160.79.104.0/23', ipv6: '2607:6bc0::/48' } as const;

/** The public status page, by the page on errors of Claude Code of 2026-08-22. */
export const statusUrl = 'https://status.claude.com';

/**
 * A page that exists to be asked whether there is internet: it answers 204 without content to anybody. It is asked
 * over plain HTTP, because a network that wants a login first shows it there.
 */
export const connectivityUrl = 'http://cp.cloudflare.com/generate_204';

/** A public resolver, asked beside the one of the system. */
export const publicResolver = '1.1.1.1';

/** Whether an address lies in those ranges. */
export function isApiAddress(address: string): boolean {
  return /^160\.79\.10[45]\./.test(address) || /^2607:6bc0:/i.test(address);
}

type Environment = Readonly<Record<string, string | undefined>>;

const hosts: readonly (readonly [RegExp, Platform])[] = [
  [/(?:^|\.)api\.anthropic\.com$/, 'direct'],
  [/^aws-external-anthropic\.[\w-]+\.api\.aws$/, 'aws'],
  [/^bedrock-(?:runtime|mantle)[\w.-]*\.(?:amazonaws\.com|api\.aws)/, 'bedrock'],
  [/aiplatform(?:\.(?:us|eu)\.rep)?\.googleapis\.com$/, 'vertex'],
  [/\.services\.ai\.azure\.com$/, 'foundry'],
];

/** The platform whose host this is; any other host is a gateway. */
export function platformOfHost(host: string): Platform {
  return hosts.find(([form]) => form.test(host.toLowerCase()))?.[1] ?? 'gateway';
}

/** The platform that the environment chooses, as Claude Code and the SDKs of the clouds read it. */
export function platformOfEnvironment(env: Environment): Platform | undefined {
  const isOn = (name: string): boolean => /^(?:1|true|yes|on)$/i.test(env[name] ?? '');
  if (isOn('CLAUDE_CODE_USE_ANTHROPIC_AWS')) return 'aws';
  if (isOn('CLAUDE_CODE_USE_BEDROCK') || isOn('CLAUDE_CODE_USE_MANTLE')) return 'bedrock';
  if (isOn('CLAUDE_CODE_USE_VERTEX')) return 'vertex';
  if (isOn('CLAUDE_CODE_USE_FOUNDRY')) return 'foundry';
  if (env['ANTHROPIC_API_KEY'] !== undefined || env['ANTHROPIC_AUTH_TOKEN'] !== undefined) return undefined;
  const tells: readonly (readonly [string, Platform])[] = [
    ['ANTHROPIC_FOUNDRY_RESOURCE', 'foundry'],
    ['ANTHROPIC_FOUNDRY_BASE_URL', 'foundry'],
    ['ANTHROPIC_FOUNDRY_API_KEY', 'foundry'],
    ['ANTHROPIC_VERTEX_PROJECT_ID', 'vertex'],
    ['ANTHROPIC_VERTEX_BASE_URL', 'vertex'],
    ['ANTHROPIC_AWS_API_KEY', 'aws'],
    ['ANTHROPIC_AWS_WORKSPACE_ID', 'aws'],
    ['AWS_BEARER_TOKEN_BEDROCK', 'bedrock'],
    ['ANTHROPIC_BEDROCK_BASE_URL', 'bedrock'],
    ['ANTHROPIC_BEDROCK_MANTLE_BASE_URL', 'bedrock'],
  ];
  return tells.find(([name]) => env[name] !== undefined)?.[1];
}

/** Where a platform is called, as its SDK works it out; `undefined` where a variable is missing that it needs. */
export function baseUrlOf(platform: Platform, env: Environment): string | undefined {
  const awsRegion = env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'];
  if (platform === 'aws')
    return env['ANTHROPIC_AWS_BASE_URL'] ?? (awsRegion && `https://aws-external-anthropic.${awsRegion}.api.aws`);
  if (platform === 'bedrock') {
    const mantle = env['ANTHROPIC_BEDROCK_MANTLE_BASE_URL'];
    return (
      env['ANTHROPIC_BEDROCK_BASE_URL'] ?? mantle ?? (awsRegion && `https://bedrock-runtime.${awsRegion}.amazonaws.com`)
    );
  }
  if (platform === 'vertex') return env['ANTHROPIC_VERTEX_BASE_URL'] ?? vertexUrl(env['CLOUD_ML_REGION']);
  if (platform === 'foundry') {
    const resource = env['ANTHROPIC_FOUNDRY_RESOURCE'];
    return env['ANTHROPIC_FOUNDRY_BASE_URL'] ?? (resource && `https://${resource}.services.ai.azure.com/anthropic`);
  }
  return env['ANTHROPIC_BASE_URL'] ?? apiUrl;
}

function vertexUrl(region: string | undefined): string | undefined {
  if (region === undefined) return undefined;
  if (region === 'global') return 'https://aiplatform.googleapis.com';
  if (region === 'us' || region === 'eu') return `https://aiplatform.${region}.rep.googleapis.com`;
  return `https://${region}-aiplatform.googleapis.com`;
}
