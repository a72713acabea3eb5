import { defineFault } from '../core/fault.ts';

/** Answers as Bedrock does at the daily quota. */
export const platformDailyQuota = defineFault({
  id: 'platform-daily-quota',
  cause: 'platform-daily-quota',
  summary: 'Answers as Bedrock does at the daily quota',
  deed: {
    kind: 'foreign',
    status: 429,
    headers: {
      'content-type': 'application/json',
      'x-amzn-requestid': '5f1c2d3e-0000-4000-8000-1a2b3c4d5e6f',
      'x-amzn-errortype': 'ThrottlingException',
    },
    body: '{"message":"Too many tokens per day, please wait before trying again."}',
  },
});
