import { defineFault } from '../core/fault.ts';

/** Finds that usage grows too fast. */
export const rateLimitAcceleration = defineFault({
  id: 'rate-limit-acceleration',
  cause: 'rate-limit-acceleration',
  summary: 'Finds that usage grows too fast',
  deed: {
    kind: 'error',
    status: 429,
    type: 'rate_limit_error',
    code: 'ramp_limit_exceeded',
    message:
      "This request would exceed your organization's maximum usage increase rate for input tokens per minute. Please scale up your input tokens usage more gradually to stay within the acceleration limit.",
    headers: { 'retry-after': '30' },
  },
});
