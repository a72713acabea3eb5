import type { CauseExamples } from '../examples.ts';

/** Reports of a gateway without an answer from behind it, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    { text: 'status_code=500, upstream error: do request failed (channel 4, claude-opus-4-7)', facts: { status: 500 } },
    {
      text: 'API Error: 502 请求转发失败: 上游请求失败: client error (SendRequest). If it persists, check your inference gateway (127.0.0.1:15721). · Claude Code',
      facts: { status: 502 },
    },
    {
      text: 'API Error: 503 {"error":{"type":"","message":"bad response status code 503 (request id: 2026022814312360932584730380141)"},"type":"error"} claude',
      certainty: 'likely',
    },
  ],
  spares: [
    {
      text: 'API Error: 503 {"error":{"message":"当前分组 default 下对于模型 claude-opus-5 无可用渠道（distributor）","type":"new_api_error"},"type":"error"}',
      cause: 'gateway-no-route',
    },
    {
      text: 'API Error: 503 upstream connect error or disconnect/reset before headers (claude)',
      cause: 'service-unavailable',
    },
  ],
};
