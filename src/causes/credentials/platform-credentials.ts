import { defineCause, type Remedy } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { cloudNames, cloudOf, isOtherCloudService, type Cloud } from '../cloud.ts';
import { flatTextOf, recognizedInCloud } from '../recognition.ts';

interface Trouble {
  readonly cloud: Cloud | undefined;
  readonly isExpired: boolean;
}

const steps: Readonly<Record<Cloud, readonly Remedy[]>> = {
  aws: [
    { action: 'See which AWS identity the process has, if any.', run: 'aws sts get-caller-identity' },
    {
      action: 'Sign in again, or renew the temporary keys; take old ones out of the environment, where they win.',
      run: 'aws sso login && unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN',
    },
    { action: 'Check that the region, the session token (for keys that begin with `ASIA`) and the clock are right.' },
  ],
  google: [
    { action: 'Make new application default credentials.', run: 'gcloud auth application-default login' },
    {
      action: 'On a server, point to the key file of a service account, and check that the process can read it.',
      run: 'export GOOGLE_APPLICATION_CREDENTIALS=/path/key.json',
    },
    { action: 'Name the project of the call.', run: 'export ANTHROPIC_VERTEX_PROJECT_ID=my-project' },
  ],
  azure: [
    { action: 'Copy key and endpoint from the same Foundry resource: a key of one resource is not known to another.' },
    {
      action: 'Set both for the SDK.',
      run: "export ANTHROPIC_FOUNDRY_API_KEY='...' ANTHROPIC_FOUNDRY_RESOURCE=my-resource",
    },
    {
      action: 'With Entra ID, sign in again and ask for the scope of Cognitive Services.',
      run: 'az account get-access-token --resource https://cognitiveservices.azure.com',
    },
  ],
};

/** AWS, Google Cloud or Azure credentials are missing, expired or wrong. */
export const platformCredentials = defineCause<Trouble>({
  id: 'platform-credentials',
  title: 'The cloud credentials are missing, expired or wrong',
  locus: 'credentials',
  retry: 'no',
  signs: [
    { says: 'The security token included in the request is expired' },
    { says: 'The security token included in the request is invalid' },
    { says: 'The request signature we calculated does not match' },
    { says: 'Signature expired:', certainty: 'likely', shared: true },
    { type: ['ExpiredTokenException', 'UnrecognizedClientException', 'InvalidSignatureException'] },
    { type: ['IncompleteSignatureException', 'MissingAuthenticationTokenException', 'InvalidClientTokenIdException'] },
    { says: 'Unable to locate credentials', certainty: 'likely', shared: true },
    { says: 'Unable to locate credentials', platform: 'bedrock' },
    { says: 'Could not load credentials from any providers', shared: true },
    { says: 'CredentialsProviderError', shared: true },
    { says: 'CredentialRetrievalError', shared: true },
    { says: 'Error when retrieving credentials from', shared: true },
    { says: 'Failed to resolve AWS credentials from the credential provider chain' },
    { says: 'Unable to load credentials from any of the providers in the chain', shared: true },
    { says: 'failed to refresh cached credentials', shared: true },
    { says: 'AWS default-chain credential resolve timed out' },
    { says: 'Partial credentials found in', shared: true },
    { says: 'awsAccessKey and awsSecretAccessKey must be provided together' },
    { says: 'SSO session associated with this profile has expired', shared: true },
    { says: ['SSO session', 'aws sso login'], shared: true },
    { says: 'Error when retrieving token from sso', shared: true },
    { says: ['Token has expired and refresh failed'], certainty: 'likely', shared: true },
    { says: 'Session token not found or invalid', certainty: 'likely', shared: true },
    { says: 'Bearer Token has expired', certainty: 'likely', shared: true },
    { says: ['config profile', 'could not be found'], shared: true },
    { says: 'Missing Authentication Token', platform: ['bedrock', 'aws'] },
    { says: 'Please make sure your API Key is valid', platform: 'bedrock' },
    { says: 'Invalid API Key format: Must start with pre-defined prefix' },
    { says: 'Could not load the default credentials', shared: true },
    { says: 'Your default credentials were not found', shared: true },
    { says: 'Could not automatically determine credentials', shared: true },
    { says: 'DefaultCredentialsError', shared: true },
    { says: 'Reauthentication is needed', shared: true },
    { says: 'Reauthentication failed', shared: true },
    { says: 'Request had invalid authentication credentials. Expected OAuth 2 access token', shared: true },
    { says: 'Request is missing required authentication credential', shared: true },
    { says: 'Failed to acquire Google OAuth credentials' },
    { says: 'ACCESS_TOKEN_EXPIRED', shared: true },
    { says: ['google.auth.exceptions.RefreshError'], shared: true },
    { says: ['invalid_grant', 'Token has been expired or revoked'], certainty: 'likely', shared: true },
    { says: 'reauth related error', shared: true },
    { says: 'invalid_grant', platform: 'vertex', certainty: 'likely', shared: true },
    { says: ['invalid_grant', 'Invalid JWT'], certainty: 'likely', shared: true },
    { type: 'UNAUTHENTICATED', platform: 'vertex' },
    { says: 'Access denied due to invalid subscription key or wrong API endpoint', shared: true },
    {
      says: 'ANTHROPIC_FOUNDRY_API_KEY environment variable',
      pattern:
        /\b(?:missing|must|pass|set|provide|requires?d?|no)\b[^\n]{0,200}ANTHROPIC_FOUNDRY_API_KEY\W{0,3} environment/i,
    },
    { says: 'Failed to get token from azureADTokenProvider' },
    { says: 'Expected azureADTokenProvider function argument to return a string' },
    { says: 'DefaultAzureCredential failed to retrieve a token', shared: true },
    { says: 'Access token is missing, invalid, audience is incorrect', shared: true },
    { says: 'aws credentials', status: [401, 403], certainty: 'possible', shared: true },
    { status: 401, platform: ['bedrock', 'vertex', 'foundry'], certainty: 'possible' },
    { says: 'invalid_rapt', shared: true },
    { says: 'NoCredentialsError', certainty: 'likely', shared: true },
    { says: 'Missing credentials in config', certainty: 'likely', shared: true },
    { says: 'UnauthorizedSSOTokenError', shared: true },
    { says: 'TokenRetrievalError', shared: true },
    { says: 'EC2 Metadata roleRequest returned error', shared: true },
    { says: 'The provided token has expired', certainty: 'likely', shared: true },
    { says: 'ChainedTokenCredential', certainty: 'likely', shared: true },
    { says: 'AADSTS', pattern: /\bAADSTS\d{5,7}\b/, certainty: 'likely', shared: true },
  ],
  retold: [
    ['bedrock', 'credentials expire'],
    ['bedrock', 'credentials have expired'],
    ['bedrock', 'credentials are expired'],
    ['bedrock', 'token expired'],
    ['bedrock', 'session expired'],
    ['aws', 'credentials expired'],
    ['aws', 'credentials have expired'],
    ['aws', 'session expired'],
    ['aws', 'session has expired'],
    'SSO session expired',
    'SSO session has expired',
    'SSO token expired',
    ['aws', 'credentials not found'],
    ['no', 'aws credentials'],
    ['vertex', 'default credentials'],
    ['vertex', 'credentials expired'],
    ['google', 'reauthenticat'],
    ['azure', 'token expired'],
  ],
  recognize: (evidence, hit) =>
    isOtherCloudService(evidence)
      ? undefined
      : recognizedInCloud(evidence, hit, {
          cloud: cloudOf(evidence),
          isExpired: /expired|Reauthentication/i.test(flatTextOf(evidence)),
        }),
  explain: (trouble) => {
    const cloud = trouble?.cloud === undefined ? 'The cloud' : cloudNames[trouble.cloud];
    return trouble?.isExpired
      ? `${cloud} refused the call because the credentials it carries have expired. Temporary credentials live for minutes or hours, and a long-running process keeps using the old ones until it reads new ones.`
      : `${cloud} did not get credentials that it accepts: none were found where the SDK looks, or the ones found are wrong, incomplete or of another account. The model was not reached; on a cloud platform an Anthropic key does not help.`;
  },
  remedies: (trouble) =>
    trouble?.cloud === undefined
      ? [
          { action: 'On Amazon Bedrock, see which identity the process has.', run: 'aws sts get-caller-identity' },
          {
            action: 'On Google Cloud, make new application default credentials.',
            run: 'gcloud auth application-default login',
          },
          { action: 'On Microsoft Foundry, copy key and endpoint from the same resource.' },
        ]
      : steps[trouble.cloud],
  docs: pages.bedrock,
});
