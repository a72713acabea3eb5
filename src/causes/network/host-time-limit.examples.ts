import type { CauseExamples } from '../examples.ts';

/** Reports of a host that ended the program, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    { text: 'Vercel Runtime Timeout Error: Task timed out after 60 seconds (POST /api/chat, @anthropic-ai/sdk)' },
    { text: '2026-04-02T11:00:03Z 8c1f Task timed out after 3.00 seconds (lambda calling claude-haiku-4-5)' },
    { text: '[CRITICAL] WORKER TIMEOUT (pid:17) while waiting in site-packages/anthropic/_base_client.py' },
    { text: 'An error occurred with your deployment FUNCTION_INVOCATION_TIMEOUT 504 iad1::abcde (claude route)' },
  ],
  spares: [
    { text: 'anthropic.APITimeoutError: Request timed out.', cause: 'response-timeout' },
    { text: 'HTTP/1.1 504 Gateway Timeout server: cloudflare api.anthropic.com', cause: 'gateway-timeout' },
  ],
};
