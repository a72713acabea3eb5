import type { KindExamples } from './kind-examples.ts';

/** Credentials of AWS. */
export const awsExamples: readonly KindExamples[] = [
  {
    kind: 'AWS access key id',
    secrets: (draw) => [`${'AK'}IA${draw.upper(16)}`, `${'AS'}IA${draw.upper(16)}`],
    spares: ['The id begins with AKIA or ASIA.', 'arn:aws:iam::123456789012:role/bedrock-caller'],
  },
  {
    kind: 'AWS secret',
    secrets: (draw) => [draw.base64(40)],
    around: [
      'AWS_SECRET_ACCESS_KEY=SECRET',
      '"secretAccessKey": "SECRET"',
      'aws_secret_access_key = SECRET',
      "'aws_session_token': 'SECRET'",
      'x-amz-security-token: SECRET',
    ],
    spares: ['Set AWS_SECRET_ACCESS_KEY and AWS_REGION.'],
  },
  { kind: 'AWS session token', secrets: (draw) => [`${'IQoJb3'}JpZ2lu${draw.base64(300)}`] },
  {
    kind: 'Bedrock API key',
    secrets: (draw) => [`${'bedrock-'}api-key-${draw.base64(120)}`, `${'AB'}SK${draw.base64(128)}`],
    spares: ['bedrock-api-key- is how short-term keys begin', 'bedrock-runtime.us-east-1.amazonaws.com'],
  },
];
