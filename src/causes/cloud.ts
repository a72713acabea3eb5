import type { Evidence } from '../core/evidence.ts';
import { flatTextOf } from './recognition.ts';

/** A cloud that resells Claude. */
export type Cloud = 'aws' | 'google' | 'azure';

/** Clouds by name. */
export const cloudNames: Readonly<Record<Cloud, string>> = { aws: 'AWS', google: 'Google Cloud', azure: 'Azure' };

const ofPlatform: Readonly<Record<string, Cloud>> = { bedrock: 'aws', aws: 'aws', vertex: 'google', foundry: 'azure' };
const marks: readonly (readonly [Cloud, RegExp])[] = [
  ['azure', /azure|subscription key|foundry|Entra|AADSTS|data action|Principal does not have|pricing tier|AIServices/i],
  [
    'google',
    /google|gcloud|vertex|aiplatform|UNAUTHENTICATED|PERMISSION_DENIED|RESOURCE_EXHAUSTED|application-default|Publisher Model|quotas-genai/i,
  ],
  ['aws', /aws|arn:|bedrock|security token|SSO session|IMDS|SigV4|Exception|too many tokens|model access|use case/i],
];

/** The cloud that the evidence speaks of, by its platform first, by its words second. */
export function cloudOf(evidence: Evidence): Cloud | undefined {
  const known = evidence.platform === undefined ? undefined : ofPlatform[evidence.platform];
  return known ?? marks.find(([, mark]) => mark.test(flatTextOf(evidence)))?.[0];
}

const operation = /calling the (\w{2,60}) operation/;
const ofModels =
  /^(?:Invoke|Converse|CountTokens|GetFoundationModel|ListFoundationModels|ListInferenceProfiles|AssumeRole|GetCallerIdentity)/;
const otherService =
  /\b(?:dynamodb|s3|sqs|sns|kinesis|(?<!<)lambda|ec2|rds|ecr|eks|cloudformation|cloudwatch|route53|storage account|key ?vault|bigquery|pubsub|gcs|firestore|cosmosdb)\b/i;

/** Whether a text is about another service of a cloud: their errors have the same names for all services. */
export function isOtherCloudService(evidence: Evidence): boolean {
  if (evidence.subject === 'claude' || evidence.platform !== undefined) return false;
  const text = flatTextOf(evidence);
  const called = operation.exec(text)?.[1];
  // What was called says more than what else a traceback or a path names.
  return called === undefined ? otherService.test(text) : !ofModels.test(called);
}
