import { defineFault } from '../core/fault.ts';

/** Answers as Bedrock does without model access. */
export const platformPermission = defineFault({
  id: 'platform-permission',
  cause: 'platform-permission',
  summary: 'Answers as Bedrock does without model access',
  deed: {
    kind: 'foreign',
    status: 403,
    headers: {
      'content-type': 'application/json',
      'x-amzn-requestid': '5f1c2d3e-0000-4000-8000-1a2b3c4d5e6f',
      'x-amzn-errortype': 'AccessDeniedException',
    },
    body: '{"message":"You don\'t have access to the model with the specified model ID."}',
  },
});
