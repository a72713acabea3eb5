import type { Platform } from '../../core/evidence.ts';
import { defineProbe, type ProbeContext, type ProbeFinding, type ProbeOutcome } from '../../core/probe.ts';
import { platformName } from '../../facts/platforms.ts';
import { baseUrlOf } from '../../facts/reachability.ts';

type Env = ProbeContext['machine']['env'];

/** Looks whether the cloud's credentials are there and whole, without asking the cloud. */
export const cloudCredentials = defineProbe({
  id: 'cloud-credentials',
  asks: 'Are the cloud’s credentials and location set, as far as this machine shows?',
  cost: 'local',
  limitMs: 3000,
  rulesOut: ['platform-location-missing'],
  skips: ({ platform }) =>
    platform === 'direct' || platform === 'gateway' ? 'Only for Claude on a cloud platform.' : undefined,
  async run({ machine, target: { platform } }) {
    const { env } = machine;
    const missing = locationMissing(platform, env);
    if (missing !== undefined) return finding(locationFinding(platform, missing));
    const half = halfPairOf(platform, env);
    if (half !== undefined) return finding(half);
    const source = await credentialSource(platform, machine);
    if (source === undefined) {
      // Roles of the machine and sign-ins of the cloud's tools leave no trace that could be read here.
      return {
        kind: 'unanswerable',
        because: `No credentials of ${platformName(platform)} are set in the environment or in the usual files; a role of the machine or a sign-in may still give them.`,
      };
    }
    return { kind: 'fine', saw: `Credentials come from ${source}; whether they are accepted is not tested.` };
  },
});

function finding(one: ProbeFinding): ProbeOutcome {
  return { kind: 'finding', findings: [one] };
}

const locations: Readonly<Partial<Record<Platform, string>>> = {
  aws: 'AWS_REGION',
  bedrock: 'AWS_REGION',
  vertex: 'CLOUD_ML_REGION',
  foundry: 'ANTHROPIC_FOUNDRY_RESOURCE',
};

function locationMissing(platform: Platform, env: Env): string | undefined {
  if (baseUrlOf(platform, env) === undefined) return locations[platform];
  if (platform === 'vertex' && !env['ANTHROPIC_VERTEX_PROJECT_ID'] && !env['GOOGLE_CLOUD_PROJECT'])
    return 'ANTHROPIC_VERTEX_PROJECT_ID';
  return platform === 'aws' && !env['ANTHROPIC_AWS_WORKSPACE_ID'] ? 'ANTHROPIC_AWS_WORKSPACE_ID' : undefined;
}

function locationFinding(platform: Platform, variable: string): ProbeFinding {
  return {
    cause:
      platform === 'aws' && variable.endsWith('WORKSPACE_ID') ? 'workspace-id-missing' : 'platform-location-missing',
    certainty: 'likely',
    saw: `\`${variable}\` is not set, and calls to ${platformName(platform)} cannot be addressed without it, unless the program passes it itself.`,
    remedies: [{ action: `Set \`${variable}\` where the program runs.`, run: `export ${variable}=...` }],
    isDecisive: platform === 'foundry' || baseUrlOf(platform, {}) !== undefined,
  };
}

/** Two values that are of use only together. */
function halfPairOf(platform: Platform, env: Env): ProbeFinding | undefined {
  if (platform !== 'bedrock' && platform !== 'aws') return undefined;
  const hasId = Boolean(env['AWS_ACCESS_KEY_ID']);
  if (hasId === Boolean(env['AWS_SECRET_ACCESS_KEY'])) return undefined;
  const [there, lacking] = hasId
    ? ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']
    : ['AWS_SECRET_ACCESS_KEY', 'AWS_ACCESS_KEY_ID'];
  return {
    cause: 'platform-credentials',
    certainty: 'proven',
    saw: `\`${there}\` is set and \`${lacking}\` is not; calls can be signed only with both.`,
    text: '`awsAccessKey` and `awsSecretAccessKey` must be provided together. You provided only one. Amazon Bedrock',
    isDecisive: true,
  };
}

async function credentialSource(platform: Platform, machine: ProbeContext['machine']): Promise<string | undefined> {
  const { env, home } = machine;
  const variables: Readonly<Partial<Record<Platform, readonly string[]>>> = {
    aws: ['ANTHROPIC_AWS_API_KEY', 'AWS_ACCESS_KEY_ID', 'AWS_PROFILE', 'AWS_WEB_IDENTITY_TOKEN_FILE'],
    bedrock: ['AWS_BEARER_TOKEN_BEDROCK', 'AWS_ACCESS_KEY_ID', 'AWS_PROFILE', 'AWS_WEB_IDENTITY_TOKEN_FILE'],
    vertex: ['GOOGLE_APPLICATION_CREDENTIALS'],
    foundry: ['ANTHROPIC_FOUNDRY_API_KEY', 'ANTHROPIC_FOUNDRY_AUTH_TOKEN', 'AZURE_CLIENT_ID'],
  };
  const variable = variables[platform]?.find((name) => (env[name] ?? '') !== '');
  if (variable !== undefined) return `\`${variable}\``;
  const files: Readonly<Partial<Record<Platform, string>>> = {
    aws: '.aws/credentials',
    bedrock: '.aws/credentials',
    vertex: '.config/gcloud/application_default_credentials.json',
  };
  const file = files[platform];
  if (file === undefined || (await machine.readText(`${home}/${file}`)) === undefined) return undefined;
  return `\`~/${file}\``;
}
