import { join } from 'node:path';
import { defineProbe, type ProbeContext } from '../../core/probe.ts';
import { outcomeOf, type Noticed } from '../noticed.ts';
import { awsFiles, awsSettings } from './detect/aws.ts';
import { foundrySettings, googleSettings, type GoogleFile } from './detect/google-and-azure.ts';
import { valueOf } from './detect/variables.ts';

const names = {
  aws: 'Claude Platform on AWS',
  bedrock: 'Amazon Bedrock',
  vertex: 'Google Cloud',
  foundry: 'Microsoft Foundry',
};

/** Looks at region, project and credentials of a cloud, as far as they can be judged without asking it. */
export const cloudSettings = defineProbe({
  id: 'cloud-settings',
  asks: "Are the cloud's region, project and credentials set, and in the right form?",
  cost: 'local',
  limitMs: 3000,
  rulesOut: ['platform-location-missing'],
  appliesTo: ({ platform }) => platform !== 'direct' && platform !== 'gateway',
  run: async (context) => {
    const { platform } = context.target;
    if (platform === 'direct' || platform === 'gateway')
      return { kind: 'skipped', because: 'Calls do not go to a cloud platform.', isNeedless: true };
    return outcomeOf(
      await settingsOf(platform, context),
      `Region, project and credentials for ${names[platform]} are set; whether they are valid was not asked.`,
    );
  },
});

async function settingsOf(platform: keyof typeof names, { machine }: ProbeContext): Promise<Noticed> {
  const { env, home } = machine;
  if (platform === 'foundry') return foundrySettings(env);
  if (platform === 'vertex') return googleSettings(env, await googleFile({ machine }));
  const config = valueOf(env, 'AWS_CONFIG_FILE') ?? join(home, '.aws', 'config');
  const credentials = valueOf(env, 'AWS_SHARED_CREDENTIALS_FILE') ?? join(home, '.aws', 'credentials');
  return awsSettings(env, awsFiles(await machine.readText(config), await machine.readText(credentials)), platform);
}

async function googleFile({ machine }: Pick<ProbeContext, 'machine'>): Promise<GoogleFile | undefined> {
  const name = 'GOOGLE_APPLICATION_CREDENTIALS';
  const named = valueOf(machine.env, name);
  if (named !== undefined) {
    const text = await machine.readText(named);
    return { path: named, name, ...(text === undefined ? {} : { text }) };
  }
  const folder =
    valueOf(machine.env, 'CLOUDSDK_CONFIG') ??
    (machine.system === 'win32'
      ? join(valueOf(machine.env, 'APPDATA') ?? machine.home, 'gcloud')
      : join(machine.home, '.config', 'gcloud'));
  const path = join(folder, 'application_default_credentials.json');
  const text = await machine.readText(path);
  return text === undefined ? undefined : { path, text };
}
