/** The API's sentences about the length of the prompt and of the answer. */
export const lengthMessages = {
  maxTokensOverCap: (asked: number, cap: number, modelId: string) =>
    `${asked} > ${cap}, which is the maximum allowed number of output tokens for ${modelId}`,
  promptTooLong: (tokens: number, window: number) => `prompt is too long: ${tokens} tokens > ${window} maximum`,
  promptAndAnswerTooLong: (input: number, asked: number, window: number) =>
    `input length and \`max_tokens\` exceed context limit: ${input} + ${asked} > ${window}, decrease input length or \`max_tokens\` and try again`,
  stopSequenceBlank: 'each stop sequence must contain non-whitespace',
  /** The TypeScript SDK throws this before it sends anything (1.12.0). */
  streamingRequired:
    'Streaming is required for operations that may take longer than 10 minutes. See https://platform.claude.com/docs/en/cli-sdks-libraries/sdks/typescript#long-requests for more details',
} as const;

/** The official SDKs refuse a call without streaming above this `max_tokens` (SDK 1.12.0: an hour for 128,000 tokens). */
export const maxTokensWithoutStreaming = 21_333;
/** A lower limit of the SDK for ids of some models on clouds (SDK 1.12.0). */
export const maxTokensWithoutStreamingById: Readonly<Record<string, number>> = {
  'claude-opus-4@20250514': 8192,
  'claude-opus-4-1@20250805': 8192,
  'anthropic.claude-opus-4-1-20250805-v1:0': 8192,
};

/** Betas that raise the output limit of some models (documented; the first was accepted to the end of Sonnet 3.7). */
export const outputBetas = [
  { beta: 'output-128k-2025-02-19', models: ['claude-3-7-sonnet-20250219'], cap: 128_000, batchOnly: false },
  {
    beta: 'output-300k-2026-03-24',
    models: [
      'claude-opus-5',
      'claude-opus-4-8',
      'claude-opus-4-7',
      'claude-opus-4-6',
      'claude-sonnet-5',
      'claude-sonnet-4-6',
      'claude-haiku-5-5',
    ],
    cap: 300_000,
    batchOnly: true,
  },
] as const;

/** Lifted the window of Sonnet 4 and 4.5 to a million until it lost its effect. */
export const longContextBeta = {
  beta: 'context-1m-2025-08-07',
  models: ['claude-sonnet-4-20250514', 'claude-sonnet-4-5-20250929'],
  window: 1_000_000,
  until: '2026-04-30',
} as const;

/** Values of `anthropic-version` that were in use (versions page, 2026-10-21). */
export const apiVersions: readonly string[] = ['2023-01-01', '2023-06-01', '2026-10-21'];
/** The version that removed the sampling parameters. */
export const versionWithoutSampling = '2026-10-21';
