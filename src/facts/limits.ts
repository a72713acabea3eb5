import type { Platform } from '../core/evidence.ts';

const mebibyte = 1024 * 1024;

/**
 * The largest request body, in bytes. Documented on 2026-08-22 as 32, 20 and 30 MB without saying which kind; the
 * binary kind is taken, so that nothing is refused that may pass. Unknown for a gateway.
 */
export const maxBodyBytes: Readonly<Partial<Record<Platform, number>>> = {
  direct: 32 * mebibyte,
  aws: 32 * mebibyte,
  foundry: 32 * mebibyte,
  bedrock: 20 * mebibyte,
  vertex: 30 * mebibyte,
};

/**
 * The longest base64 text of one image. 10 MB since it was raised on the Claude API (texts with 10485760 are of 2026),
 * 5 MB on Bedrock and Google Cloud (documented 2026-08-22).
 */
export const imageLimits = {
  base64Bytes: { standard: 10 * mebibyte, clouds: 5 * mebibyte },
  sidePixels: 8000,
  /** Above this many images in one request a smaller side holds. */
  manyImages: 20,
  sidePixelsAmongMany: 2000,
} as const;

/** Message Batches: documented 2026-08-22; the pattern is of the OpenAPI description of 2026-05-06. */
export const batchLimits = {
  requests: 100_000,
  bytes: 256 * mebibyte,
  customIdPattern: '^[a-zA-Z0-9_-]{1,64}$',
} as const;

/** The API refuses a context edit that compacts earlier (documented 2026-08-22). */
export const minCompactTriggerTokens = 50_000;

/** The smallest `output_config.task_budget.total` (documented 2026-08-22). */
export const minTaskBudgetTokens = 20_000;

/** MCP servers in one request (OpenAPI description of 2026-05-06). */
export const maxMcpServers = 20;

/** Skills in one request: 20 by the documentation, 8 by the OpenAPI description; above 8 is a warning. */
export const maxSkills = { documented: 20, described: 8 } as const;

/** Messages in one request (OpenAPI description of 2026-05-06). */
export const maxMessages = 100_000;
