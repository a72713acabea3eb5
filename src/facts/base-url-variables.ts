/** A variable by which programs are told where the API is. */
export interface BaseUrlVariable {
  readonly name: string;
  /** Who reads it. */
  readonly readBy: string;
}

/** Checked against the sources of the libraries on 2026-11-25. */
export const baseUrlVariables: readonly BaseUrlVariable[] = [
  {
    name: 'ANTHROPIC_BASE_URL',
    readBy: 'the official SDKs, Claude Code and the Agent SDK, LiteLLM, LangChain, and the Vercel AI SDK',
  },
  { name: 'ANTHROPIC_API_BASE', readBy: 'LiteLLM' },
  { name: 'ANTHROPIC_API_URL', readBy: 'LangChain for Python' },
];

/** Where the API is unless a program says otherwise. */
export const usualBaseUrl = 'https://api.anthropic.com';
