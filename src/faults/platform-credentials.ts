import { defineFault } from '../core/fault.ts';

/** Answers as Bedrock does to expired AWS credentials. */
export const platformCredentials = defineFault({
  id: 'platform-credentials',
  cause: 'platform-credentials',
  summary: 'Answers as Bedrock does to expired AWS credentials',
  deed: {
    kind: 'foreign',
    status: 403,
    headers: {
      'content-type': 'application/json',
      'x-amzn-requestid': '5f1c2d3e-0000-4000-8000-1a2b3c4d5e6f',
      'x-amzn-errortype': 'ExpiredTokenException',
    },
    body: '{"message":"The security token included in the request is expired"}',
  },
});
