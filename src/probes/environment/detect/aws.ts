import type { Note, ProbeFinding } from '../../../core/probe.ts';
import type { Noticed } from '../../noticed.ts';
import { damageOf } from './damage.ts';
import { valueOf, type Variables } from './variables.ts';

/** The configuration of AWS as it was found: the names of sections and of their keys, no values but the region. */
export interface AwsFiles {
  readonly profiles: Readonly<Record<string, { readonly keys: readonly string[]; readonly region?: string }>>;
}

const region = /^[a-z]{2}(?:-[a-z]{2,12}){1,3}-\d$/;

/** Reads the sections of `~/.aws/config` and `~/.aws/credentials`, and keeps no secret of them. */
export function awsFiles(...texts: readonly (string | undefined)[]): AwsFiles {
  const profiles: Record<string, { keys: string[]; region?: string }> = {};
  for (const text of texts) {
    let current: { keys: string[]; region?: string } | undefined;
    for (const line of (text ?? '').split(/\r?\n/)) {
      const section = /^\s*\[\s*(?:profile\s+)?([^\]]+?)\s*\]/.exec(line)?.[1];
      if (section !== undefined) current = profiles[section] ??= { keys: [] };
      const [, key, value = ''] = /^\s*(\w+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
      if (key === undefined || !current) continue;
      current.keys.push(key);
      if (key === 'region') current.region = value;
    }
  }
  return { profiles };
}

/** Looks at region, keys and profile for Bedrock and for Claude Platform on AWS. */
export function awsSettings(variables: Variables, files: AwsFiles, platform: 'aws' | 'bedrock'): Noticed {
  const profile = valueOf(variables, 'AWS_PROFILE')?.trim();
  const used = files.profiles[profile ?? 'default'];
  const findings: ProbeFinding[] = [...regionFaults(variables, used?.region), ...keyFaults(variables)];
  if (profile !== undefined && !used) {
    findings.push(
      credentials(
        'proven',
        `\`AWS_PROFILE\` names the profile \`${profile}\`, which neither \`~/.aws/config\` nor \`~/.aws/credentials\` has.`,
      ),
    );
  }
  const hasToken = valueOf(variables, platform === 'aws' ? 'ANTHROPIC_AWS_API_KEY' : 'AWS_BEARER_TOKEN_BEDROCK');
  const hasKeys = valueOf(variables, 'AWS_ACCESS_KEY_ID') !== undefined;
  const inFiles = used?.keys.some((key) =>
    /^(?:aws_access_key_id|sso_|role_arn|credential_process|credential_source|login_session)/.test(key),
  );
  const elsewhere = [
    'AWS_WEB_IDENTITY_TOKEN_FILE',
    'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
    'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  ];
  if (
    hasToken === undefined &&
    !hasKeys &&
    !inFiles &&
    elsewhere.every((name) => valueOf(variables, name) === undefined)
  ) {
    findings.push(
      credentials(
        'likely',
        'There are no AWS credentials in the environment and none in `~/.aws`; only the role of a machine at AWS could still give some.',
      ),
    );
  }
  if (platform === 'aws') findings.push(...workspaceFaults(variables));
  return { findings, notes: precedence(variables, platform, hasKeys) };
}

function regionFaults(variables: Variables, ofProfile: string | undefined): readonly ProbeFinding[] {
  const name = ['AWS_REGION', 'AWS_DEFAULT_REGION'].find((one) => valueOf(variables, one) !== undefined);
  const value = name === undefined ? ofProfile : variables[name]?.trim();
  const hasAddress = ['ANTHROPIC_BEDROCK_BASE_URL', 'ANTHROPIC_BEDROCK_MANTLE_BASE_URL', 'ANTHROPIC_AWS_BASE_URL'].some(
    (one) => valueOf(variables, one) !== undefined,
  );
  if (value === undefined) {
    return hasAddress
      ? []
      : [
          location(
            'likely',
            'No region is set (`AWS_REGION`, `AWS_DEFAULT_REGION`, or `region` of the profile). The TypeScript SDK below 1.0 takes `us-east-1`; others refuse to start.',
          ),
        ];
  }
  const where = name === undefined ? 'The region of the AWS profile' : `\`${name}\``;
  return region.test(value)
    ? []
    : [
        location(
          'likely',
          `${where} is \`${value.slice(0, 40)}\`, which is not of the form of a region such as \`us-east-1\`.`,
        ),
      ];
}

function keyFaults(variables: Variables): readonly ProbeFinding[] {
  const id = valueOf(variables, 'AWS_ACCESS_KEY_ID');
  const secret = valueOf(variables, 'AWS_SECRET_ACCESS_KEY');
  const found: ProbeFinding[] = [];
  if ((id === undefined) !== (secret === undefined)) {
    const [there, absent] =
      id === undefined
        ? ['AWS_SECRET_ACCESS_KEY', 'AWS_ACCESS_KEY_ID']
        : ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];
    found.push(credentials('proven', `\`${there}\` is set and \`${absent}\` is not; they work together only.`));
  }
  if (id?.trim().startsWith('ASIA') === true && valueOf(variables, 'AWS_SESSION_TOKEN') === undefined)
    found.push(
      credentials(
        'proven',
        '`AWS_ACCESS_KEY_ID` is that of temporary credentials (`ASIA`), and `AWS_SESSION_TOKEN` is not set.',
      ),
    );
  if (id?.trim().startsWith('AKIA') === true && valueOf(variables, 'AWS_SESSION_TOKEN') !== undefined)
    found.push(
      credentials(
        'likely',
        '`AWS_SESSION_TOKEN` is set beside a lasting key (`AKIA`): a left-over that makes AWS refuse both.',
      ),
    );
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN']) {
    const [damage] = damageOf(variables[name] ?? '');
    if (damage) found.push(credentials('proven', `The value of \`${name}\` holds ${damage.what}.`));
  }
  return found;
}

function workspaceFaults(variables: Variables): readonly ProbeFinding[] {
  const workspace = valueOf(variables, 'ANTHROPIC_AWS_WORKSPACE_ID')?.trim();
  if (workspace?.startsWith('wrkspc_') === true) return [];
  return [
    {
      cause: 'workspace-id-missing',
      certainty: 'likely',
      saw:
        workspace === undefined
          ? '`ANTHROPIC_AWS_WORKSPACE_ID` is not set; Claude Platform on AWS wants the workspace with every call.'
          : '`ANTHROPIC_AWS_WORKSPACE_ID` does not begin with `wrkspc_`, as the id of a workspace does.',
      isDecisive: false,
    },
  ];
}

function precedence(variables: Variables, platform: 'aws' | 'bedrock', hasKeys: boolean): readonly Note[] {
  const name = platform === 'aws' ? 'ANTHROPIC_AWS_API_KEY' : 'AWS_BEARER_TOKEN_BEDROCK';
  return hasKeys && valueOf(variables, name) !== undefined
    ? [{ text: `\`${name}\` is set and is used before the AWS access key; an old one makes every call fail.` }]
    : [];
}

function credentials(certainty: 'proven' | 'likely', saw: string): ProbeFinding {
  return { cause: 'platform-credentials', certainty, saw, isDecisive: certainty === 'proven' };
}

function location(certainty: 'likely', saw: string): ProbeFinding {
  return {
    cause: 'platform-location-missing',
    certainty,
    saw,
    text: 'No AWS region or base URL found',
    isDecisive: false,
  };
}
