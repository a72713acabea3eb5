import { defineFault } from '../core/fault.ts';

/** Answers as Bedrock does to the wrong data retention mode. */
export const dataRetentionRequired = defineFault({
  id: 'data-retention-required',
  cause: 'data-retention-required',
  summary: 'Answers as Bedrock does to the wrong data retention mode',
  deed: {
    kind: 'foreign',
    status: 400,
    headers: {
      'content-type': 'application/json',
      'x-amzn-requestid': '5f1c2d3e-0000-4000-8000-1a2b3c4d5e6f',
      'x-amzn-errortype': 'ValidationException',
    },
    body: '{"message":"data retention mode \'default\' is not available for this model"}',
  },
});
