import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { flatTextOf, recognized } from '../recognition.ts';

interface Missing {
  readonly what: 'region' | 'project' | 'resource';
}

const settings = {
  region: 'export AWS_REGION=us-east-1   # Google Cloud: export CLOUD_ML_REGION=global',
  project: 'export ANTHROPIC_VERTEX_PROJECT_ID=my-project',
  resource: 'export ANTHROPIC_FOUNDRY_RESOURCE=my-resource',
} as const;

/** The SDK of a cloud was not told the region, project or resource to call. */
export const platformLocationMissing = defineCause<Missing>({
  id: 'platform-location-missing',
  refines: 'platform-credentials',
  title: 'The cloud region, project or resource is not set',
  locus: 'credentials',
  retry: 'no',
  signs: [
    { says: 'Expected awsRegion option to be passed to the client' },
    { says: 'No AWS region or base URL found' },
    { says: 'You must specify a region', certainty: 'likely', shared: true },
    { says: 'Region is missing', platform: ['bedrock', 'aws'], certainty: 'likely' },
    { says: 'AWS region setting is missing', certainty: 'likely', shared: true },
    { says: 'No region was given. The client should be instantiated with the region option' },
    { says: ['No region was given', 'CLOUD_ML_REGION'] },
    { says: 'No projectId was given and it could not be resolved from credentials' },
    { says: 'No project_id was given and it could not be resolved from credentials' },
    { says: 'Unable to detect a Project Id in the current environment', shared: true, certainty: 'likely' },
    { says: 'Must provide one of the baseURL or resource arguments' },
    { says: ['Must provide one of the base_url or resource arguments'] },
    { says: 'baseURL and resource are mutually exclusive' },
  ],
  recognize: (evidence, hit) => {
    const text = flatTextOf(evidence);
    const what =
      /project/i.test(text) && !/region was given/.test(text)
        ? 'project'
        : /resource/i.test(text) && !/region/i.test(text)
          ? 'resource'
          : 'region';
    return recognized(hit, { what });
  },
  explain: (missing) =>
    `The client of a cloud platform was made without the ${missing?.what ?? 'region, project or resource'} that its address is built from, and it was not found in the environment either. No request was sent.`,
  remedies: (missing) => [
    { action: 'Set it in the environment of the process.', run: settings[missing?.what ?? 'region'] },
    { action: 'Or pass it when the client is made.', run: "new AnthropicBedrock({ awsRegion: 'us-east-1' })" },
  ],
  docs: pages.bedrock,
});
