import { defineCause, type Remedy } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { cloudNames, cloudOf, isOtherCloudService, type Cloud } from '../cloud.ts';
import { flatTextOf, recognizedInCloud } from '../recognition.ts';

interface Denial {
  readonly cloud: Cloud | undefined;
  readonly permission: string | undefined;
  readonly resource: string | undefined;
}

const permission =
  /perform:\s*([a-z][\w-]{1,60}:\w{1,60})|Permission\s+["'‘]?([\w.]{3,100})["'’]?\s+denied|data\s+action\s+["'\u0060]?([\w./]{3,200})/;
const resource = /on\s+resource:?\s+["'‘]?((?:arn:|\/\/)[^\s"'’)]{3,300})/;

const steps: Readonly<Record<Cloud, readonly Remedy[]>> = {
  aws: [
    {
      action:
        'Open Model access in the Amazon Bedrock console, in the region of the call, and request the model; fill in the use case form that Anthropic models need.',
    },
    {
      action:
        'Allow the role to invoke it: the inference profile and the foundation model of every region behind the profile.',
      run: 'aws iam simulate-principal-policy --policy-source-arn ROLE_ARN --action-names bedrock:InvokeModel bedrock:InvokeModelWithResponseStream',
    },
    {
      action:
        'If the message names the Marketplace, allow `aws-marketplace:Subscribe` and `ViewSubscriptions`, check the payment instrument of the account, and try again after five minutes.',
    },
    { action: 'Look for an explicit deny in a service control policy when the role itself is allowed.' },
  ],
  google: [
    {
      action: 'Enable the API and the model: open the model in Model Garden in this project and accept its terms.',
      run: 'gcloud services enable aiplatform.googleapis.com',
    },
    {
      action: 'Give the caller the role that may predict.',
      run: 'gcloud projects add-iam-policy-binding PROJECT --member=serviceAccount:NAME --role=roles/aiplatform.user',
    },
    {
      action:
        'Check that billing is on, and that the model is offered in the location of the call (`global` has most).',
    },
  ],
  azure: [
    {
      action:
        'Give the identity the role Foundry User (or Cognitive Services User) on the resource, and wait some minutes for it to take effect.',
    },
    {
      action:
        'If the message names a network or private endpoint, call from the allowed network or change the firewall of the resource.',
    },
  ],
};

/** The cloud platform denies the call: policy, model access, or a form or term that is not accepted. */
export const platformPermission = defineCause<Denial>({
  id: 'platform-permission',
  title: 'The cloud platform denies the call',
  locus: 'account',
  retry: 'no',
  signs: [
    {
      says: "403 Forbidden' for url",
      pattern:
        /403 Forbidden' for url '?https:\/\/(?:bedrock-runtime[\w.-]{0,60}\.amazonaws|[\w-]{0,40}aiplatform\.googleapis)\./,
      certainty: 'likely',
    },
    { says: 'dont have access to the model with the specified model ID', shared: true },
    { says: 'do not have access to the model with the specified model ID', shared: true },
    { says: 'is not authorized to perform: bedrock', shared: true },
    { says: 'is not authorized to perform: aws-external-anthropic' },
    { says: 'is not authorized to perform: sts:AssumeRole', certainty: 'likely', shared: true },
    { says: ['identity-based policy allows the', 'bedrock:'], shared: true },
    { says: 'account is not authorized to invoke this API operation', shared: true },
    { says: 'Model access is denied due to', shared: true },
    { says: 'Model use case details have not been submitted' },
    { says: 'Fill out the Anthropic use case details form' },
    { says: 'not filled out the required use-case form' },
    { says: 'not filled out the required use case form' },
    { says: 'aws-marketplace:Subscribe', shared: true },
    { says: 'INVALID_PAYMENT_INSTRUMENT', shared: true },
    { says: 'Access to Bedrock models is not allowed for this account', shared: true },
    { says: ['Operation not allowed'], type: 'ValidationException', certainty: 'likely' },
    { says: 'Outbound web identity federation is disabled for your account', shared: true },
    { says: 'aws-external-anthropic:CallWithBearerToken' },
    { says: 'with an explicit deny', platform: ['bedrock', 'aws'], shared: true },
    { says: 'is not allowed to use Publisher Model' },
    { says: 'Permission aiplatform.endpoints.predict denied', shared: true },
    { says: 'aiplatform.endpoints.predict', certainty: 'likely', shared: true },
    { says: 'API has not been used in project', pattern: /aiplatform|Vertex/i, shared: true },
    { says: ['Permission denied on resource project'], shared: true },
    { says: ['Permission denied: Consumer'], certainty: 'likely', shared: true },
    { says: 'This API method requires billing to be enabled', shared: true },
    { says: 'The caller does not have permission', certainty: 'likely', shared: true },
    { says: 'constraints/vertexai.allowedModels', shared: true },
    { says: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT', certainty: 'likely', shared: true },
    { says: 'ModelProviderData is required for Anthropic model deployments', certainty: 'likely' },
    { says: 'lacks the required data action', shared: true },
    { says: 'Principal does not have access to API/Operation', shared: true },
    { says: 'Public access is disabled. Please configure private endpoint', shared: true },
    { says: 'Access denied due to Virtual Network/Firewall rules', shared: true },
    { type: 'AccessDeniedException', certainty: 'likely', shared: true },
    { type: 'PERMISSION_DENIED', certainty: 'likely', shared: true },
    { status: 403, platform: ['bedrock', 'vertex', 'foundry'], certainty: 'possible' },
    { says: 'Access to this model is not available for channel program accounts' },
    { says: 'Request had insufficient authentication scopes', certainty: 'likely', shared: true },
    { says: 'iam.serviceAccounts.getAccessToken', shared: true },
    { says: 'does not have an agreement to this model', shared: true },
  ],
  retold: [
    ['bedrock', 'no permission'],
    ['bedrock', 'not authorized'],
    ['bedrock', 'access denied'],
    ['bedrock', 'not granted'],
    ['bedrock', 'lacks permission'],
    ['bedrock', 'request model access'],
    ['vertex', 'permission denied'],
    ['vertex', 'lacks permission'],
  ],
  recognize: (evidence, hit) => {
    if (isOtherCloudService(evidence)) return undefined;
    const text = flatTextOf(evidence);
    const named = permission.exec(text);
    return recognizedInCloud(evidence, hit, {
      cloud: cloudOf(evidence),
      permission: named?.[1] ?? named?.[2] ?? named?.[3],
      resource: resource.exec(text)?.[1],
    });
  },
  explain: (denial, { model }) => {
    const cloud = denial?.cloud === undefined ? 'The cloud platform' : cloudNames[denial.cloud];
    const lacking =
      denial?.permission === undefined
        ? ''
        : ` The permission that is missing is \`${denial.permission}\`${denial.resource === undefined ? '' : ` on \`${denial.resource}\``}.`;
    return `${cloud} knows the caller and does not let it use ${model === undefined ? 'the model' : `\`${model}\``}: a policy does not allow it, access to the model was not requested or granted in this account and region, or a form or term is not accepted yet.${lacking} The model was not reached, and nothing in the request body changes that.`;
  },
  remedies: (denial) => steps[denial?.cloud ?? 'aws'],
  docs: pages.bedrockErrors,
  settledBy: [
    {
      from: 'platform-credentials',
      test: 'Ask the cloud who you are (`aws sts get-caller-identity`): if it answers, the credentials are good and the permission is missing.',
    },
  ],
});
