import type { Platform } from '../core/evidence.ts';

/** A program or library that reads an environment variable. */
export type VariableReader =
  | 'SDKs'
  | 'TypeScript SDK'
  | 'Claude Code'
  | 'ant'
  | 'Bedrock SDKs'
  | 'Claude Platform on AWS SDKs'
  | 'Vertex SDKs'
  | 'Foundry SDKs'
  | 'AWS libraries'
  | 'Google libraries'
  | 'Python clients'
  | 'Node'
  | 'Python'
  | 'curl';

/** What a variable holds; values of `credential` are never printed. */
export type VariableHolds = 'credential' | 'address' | 'path' | 'id' | 'model' | 'setting';

/** Variables that the same programs read and that hold the same kind of value. */
interface VariableGroup {
  readonly readers: readonly VariableReader[];
  readonly holds: VariableHolds;
  /** The platform that they belong to; absent where they matter for all. */
  readonly platform?: Platform;
  readonly names: readonly string[];
}

/** An environment variable that has a say in how the API is called. */
export interface EnvironmentVariable extends Omit<VariableGroup, 'names'> {
  readonly name: string;
}

const everyone: readonly VariableReader[] = ['SDKs', 'Claude Code', 'ant'];
const claudeCode: readonly VariableReader[] = ['Claude Code'];
const bedrock = { readers: ['Bedrock SDKs', 'AWS libraries', 'Claude Code'], platform: 'bedrock' } as const;
const aws = { readers: ['Claude Platform on AWS SDKs', 'Claude Code'], platform: 'aws' } as const;
const vertex = { readers: ['Vertex SDKs', 'Claude Code'], platform: 'vertex' } as const;
const foundry = { readers: ['Foundry SDKs', 'Claude Code'], platform: 'foundry' } as const;

/**
 * The variables of the SDKs (source of @anthropic-ai/sdk 1.12.0, 2026-11-20), of the clouds' SDKs (1.1, 2026-11), of
 * Claude Code (its page on environment variables, 2026-08-22) and of the runtimes below them.
 */
const groups: readonly VariableGroup[] = [
  { readers: everyone, holds: 'credential', names: ['ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN'] },
  { readers: everyone, holds: 'address', names: ['ANTHROPIC_BASE_URL'] },
  // Its lines can hold credentials.
  { readers: ['SDKs', 'Claude Code'], holds: 'credential', names: ['ANTHROPIC_CUSTOM_HEADERS'] },
  { readers: everyone, holds: 'id', names: ['ANTHROPIC_PROFILE'] },
  { readers: everyone, holds: 'path', names: ['ANTHROPIC_CONFIG_DIR'] },
  {
    readers: ['SDKs', 'Claude Code'],
    holds: 'id',
    names: [
      'ANTHROPIC_FEDERATION_RULE_ID',
      'ANTHROPIC_ORGANIZATION_ID',
      'ANTHROPIC_SERVICE_ACCOUNT_ID',
      'ANTHROPIC_WORKSPACE_ID',
      'ANTHROPIC_SCOPE',
    ],
  },
  { readers: ['SDKs', 'Claude Code'], holds: 'credential', names: ['ANTHROPIC_IDENTITY_TOKEN'] },
  { readers: ['SDKs', 'Claude Code'], holds: 'path', names: ['ANTHROPIC_IDENTITY_TOKEN_FILE'] },
  { readers: ['SDKs'], holds: 'setting', names: ['ANTHROPIC_LOG'] },
  { readers: ['SDKs'], holds: 'credential', names: ['ANTHROPIC_WEBHOOK_SIGNING_KEY'] },
  {
    readers: ['TypeScript SDK'],
    holds: 'setting',
    names: [
      'ANTHROPIC_OPEN_TELEMETRY',
      'ANTHROPIC_OPEN_TELEMETRY_PROPAGATION',
      'ANTHROPIC_OPEN_TELEMETRY_TRACES_CONTENT_MODE',
      'ANTHROPIC_OPEN_TELEMETRY_TRACES_MAX_CONTENT_BYTES',
    ],
  },
  { ...bedrock, holds: 'id', names: ['AWS_REGION', 'AWS_DEFAULT_REGION', 'AWS_PROFILE'] },
  {
    ...bedrock,
    holds: 'credential',
    names: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_BEARER_TOKEN_BEDROCK'],
  },
  { ...bedrock, holds: 'address', names: ['ANTHROPIC_BEDROCK_BASE_URL', 'ANTHROPIC_BEDROCK_MANTLE_BASE_URL'] },
  { ...aws, holds: 'credential', names: ['ANTHROPIC_AWS_API_KEY'] },
  { ...aws, holds: 'id', names: ['ANTHROPIC_AWS_WORKSPACE_ID'] },
  { ...aws, holds: 'address', names: ['ANTHROPIC_AWS_BASE_URL'] },
  { ...vertex, holds: 'id', names: ['CLOUD_ML_REGION', 'ANTHROPIC_VERTEX_PROJECT_ID'] },
  { ...vertex, holds: 'address', names: ['ANTHROPIC_VERTEX_BASE_URL'] },
  {
    readers: ['Vertex SDKs', 'Google libraries'],
    holds: 'path',
    platform: 'vertex',
    names: ['GOOGLE_APPLICATION_CREDENTIALS'],
  },
  {
    readers: ['Vertex SDKs', 'Google libraries'],
    holds: 'id',
    platform: 'vertex',
    names: ['GOOGLE_CLOUD_PROJECT', 'GCLOUD_PROJECT'],
  },
  { ...foundry, holds: 'credential', names: ['ANTHROPIC_FOUNDRY_API_KEY'] },
  { ...foundry, holds: 'id', names: ['ANTHROPIC_FOUNDRY_RESOURCE'] },
  { ...foundry, holds: 'address', names: ['ANTHROPIC_FOUNDRY_BASE_URL'] },
  { readers: claudeCode, holds: 'credential', platform: 'foundry', names: ['ANTHROPIC_FOUNDRY_AUTH_TOKEN'] },
  {
    readers: ['Python clients', 'Claude Code', 'curl'],
    holds: 'address',
    names: ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'],
  },
  { readers: ['Python clients', 'Claude Code', 'curl'], holds: 'setting', names: ['NO_PROXY', 'no_proxy'] },
  {
    readers: ['Node'],
    holds: 'setting',
    names: ['NODE_USE_ENV_PROXY', 'NODE_TLS_REJECT_UNAUTHORIZED', 'NODE_OPTIONS'],
  },
  { readers: ['Node', 'Claude Code'], holds: 'path', names: ['NODE_EXTRA_CA_CERTS'] },
  { readers: ['Python', 'Node', 'curl'], holds: 'path', names: ['SSL_CERT_FILE', 'SSL_CERT_DIR'] },
  { readers: ['Python clients'], holds: 'path', names: ['REQUESTS_CA_BUNDLE'] },
  { readers: ['curl'], holds: 'path', names: ['CURL_CA_BUNDLE'] },
  { readers: ['Python'], holds: 'setting', names: ['PYTHONHTTPSVERIFY'] },
  {
    readers: claudeCode,
    holds: 'credential',
    names: ['CLAUDE_CODE_OAUTH_TOKEN', 'CLAUDE_CODE_OAUTH_REFRESH_TOKEN', 'CLAUDE_CODE_CLIENT_KEY_PASSPHRASE'],
  },
  {
    readers: claudeCode,
    holds: 'model',
    names: [
      'ANTHROPIC_MODEL',
      'ANTHROPIC_SMALL_FAST_MODEL',
      'ANTHROPIC_DEFAULT_MODEL',
      'ANTHROPIC_DEFAULT_OPUS_MODEL',
      'ANTHROPIC_DEFAULT_SONNET_MODEL',
      'ANTHROPIC_DEFAULT_HAIKU_MODEL',
      'ANTHROPIC_DEFAULT_FABLE_MODEL',
      'ANTHROPIC_CUSTOM_MODEL_OPTION',
    ],
  },
  {
    readers: claudeCode,
    holds: 'path',
    names: ['CLAUDE_CONFIG_DIR', 'CLAUDE_CODE_CLIENT_CERT', 'CLAUDE_CODE_CLIENT_KEY'],
  },
  {
    readers: claudeCode,
    holds: 'setting',
    names: [
      'CLAUDE_CODE_USE_BEDROCK',
      'CLAUDE_CODE_USE_VERTEX',
      'CLAUDE_CODE_USE_FOUNDRY',
      'CLAUDE_CODE_USE_MANTLE',
      'CLAUDE_CODE_USE_ANTHROPIC_AWS',
      'CLAUDE_CODE_SKIP_BEDROCK_AUTH',
      'CLAUDE_CODE_SKIP_VERTEX_AUTH',
      'CLAUDE_CODE_SKIP_FOUNDRY_AUTH',
      'CLAUDE_CODE_SKIP_MANTLE_AUTH',
      'CLAUDE_CODE_SKIP_ANTHROPIC_AWS_AUTH',
      'CLAUDE_CODE_OAUTH_SCOPES',
      'CLAUDE_CODE_API_KEY_HELPER_TTL_MS',
      'ANTHROPIC_BETAS',
      'ANTHROPIC_BEDROCK_REGION_PREFIX',
      'ANTHROPIC_BEDROCK_SERVICE_TIER',
      'CLAUDE_CODE_EXTRA_BODY',
      'CLAUDE_CODE_MAX_OUTPUT_TOKENS',
      'MAX_THINKING_TOKENS',
      'CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS',
      'CLAUDE_CODE_DISABLE_ADAPTIVE_THINKING',
      'CLAUDE_CODE_DISABLE_1M_CONTEXT',
      'CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC',
      'CLAUDE_CODE_MAX_RETRIES',
      'CLAUDE_CODE_RETRY_WATCHDOG',
      'API_TIMEOUT_MS',
      'API_FORCE_IDLE_TIMEOUT',
      'CLAUDE_STREAM_IDLE_TIMEOUT_MS',
      'CLAUDE_BYTE_STREAM_IDLE_TIMEOUT_MS',
      'CLAUDE_ENABLE_BYTE_WATCHDOG',
      'CLAUDE_CODE_CERT_STORE',
      'CLAUDE_CODE_PROXY_RESOLVES_HOSTS',
    ],
  },
];

let known: readonly EnvironmentVariable[] | undefined;

/** Every variable that has a say in how the API is called, the most important first. */
export function environmentVariables(): readonly EnvironmentVariable[] {
  known ??= groups.flatMap(({ names, ...shared }) => names.map((name) => ({ name, ...shared })));
  return known;
}

/** The variables by which Claude Code is sent to another platform, with the platform. */
export const claudeCodeSwitches: Readonly<Record<string, Platform>> = {
  CLAUDE_CODE_USE_BEDROCK: 'bedrock',
  CLAUDE_CODE_USE_MANTLE: 'bedrock',
  CLAUDE_CODE_USE_VERTEX: 'vertex',
  CLAUDE_CODE_USE_FOUNDRY: 'foundry',
  CLAUDE_CODE_USE_ANTHROPIC_AWS: 'aws',
};

/**
 * Names under which people keep the key or the address by mistake, and that no official program reads. Names close to
 * a real one are found by their distance; these are not close.
 */
export const mistakenNames: Readonly<Record<string, string>> = {
  ANTHROPIC_KEY: 'ANTHROPIC_API_KEY',
  ANTHROPIC_TOKEN: 'ANTHROPIC_AUTH_TOKEN',
  ANTHROPIC_SECRET_KEY: 'ANTHROPIC_API_KEY',
  ANTHROPIC_API_TOKEN: 'ANTHROPIC_API_KEY',
  ANTHROPIC_CLAUDE_API_KEY: 'ANTHROPIC_API_KEY',
  CLAUDE_API_KEY: 'ANTHROPIC_API_KEY',
  CLAUDE_KEY: 'ANTHROPIC_API_KEY',
  CLAUDE_AUTH_TOKEN: 'ANTHROPIC_AUTH_TOKEN',
  CLAUDE_BASE_URL: 'ANTHROPIC_BASE_URL',
  ANTHROPIC_URL: 'ANTHROPIC_BASE_URL',
  ANTHROPIC_ENDPOINT: 'ANTHROPIC_BASE_URL',
  ANTHROPIC_API_URL: 'ANTHROPIC_BASE_URL',
  ANTHROPIC_API_BASE: 'ANTHROPIC_BASE_URL',
  ANTHROPIC_API_BASE_URL: 'ANTHROPIC_BASE_URL',
  ANTHROPIC_HOST: 'ANTHROPIC_BASE_URL',
  NEXT_PUBLIC_ANTHROPIC_API_KEY: 'ANTHROPIC_API_KEY',
  VITE_ANTHROPIC_API_KEY: 'ANTHROPIC_API_KEY',
  REACT_APP_ANTHROPIC_API_KEY: 'ANTHROPIC_API_KEY',
};

/** The order in which credentials are taken (source of @anthropic-ai/sdk 1.12.0; Claude Code's page of 2026-08-22). */
export const credentialOrder = {
  sdks: ['ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN', 'ANTHROPIC_PROFILE', 'ANTHROPIC_FEDERATION_RULE_ID'],
  claudeCode: ['ANTHROPIC_AUTH_TOKEN', 'ANTHROPIC_API_KEY', 'CLAUDE_CODE_OAUTH_TOKEN', 'ANTHROPIC_PROFILE'],
} as const;

/** Node reads the proxy variables where `NODE_USE_ENV_PROXY=1` is set: from 24.0.0, and from 22.21.0 within 22. */
export const nodeEnvProxySince = { current: '24.0.0', maintained: { from: '22.21.0', below: '23.0.0' } } as const;

/**
 * Node's own `fetch` speaks SOCKS5 where the variable names it as `socks5:` or `socks:`, since undici 7.23: from 24.14.1
 * and 25.8.2. Every other kind of SOCKS, and any on an older Node, ends a Node that was told to read the proxy variables
 * at its start, with `UND_ERR_INVALID_ARG`. No Node reads `ALL_PROXY`. Measured on 22.23.3, 24.0.2, 24.14.0, 24.14.1,
 * 24.21.0, 25.8.1, 25.8.2 and 26.10.0 on 2026-11-26.
 */
export const nodeSocksProxySince = { maintained: { from: '24.14.1', below: '25.0.0' }, current: '25.8.2' } as const;

/** Kinds of SOCKS that a client takes in a proxy variable; `curl` takes them all. */
export const socksSchemes = {
  node: ['socks', 'socks5'],
  /** With the package `socksio`, which `httpx[socks]` brings. */
  httpx: ['socks5', 'socks5h'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Node takes `--use-system-ca` from 22.15.0. */
export const nodeSystemCaSince = '22.15.0';

/** The oldest runtimes on which the SDKs run: their own statements of 2026-11 (Python since 1.0.0 of 2026-08-20). */
export const oldestRuntimes = { nodeWithFetch: '18.0.0', pythonOfSdk1: '3.10' } as const;
