import type { CauseExamples } from '../examples.ts';

/** Reports of an SDK that is older than the code, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    { text: "AttributeError: 'Anthropic' object has no attribute 'messages'" },
    {
      text: "ImportError: cannot import name 'AsyncAnthropicBedrock' from 'anthropic' (/usr/lib/python3.11/site-packages/anthropic/__init__.py)",
    },
    {
      text: `TypeError: Messages.create() got an unexpected keyword argument 'thinking'
  File "/app/venv/lib/python3.12/site-packages/anthropic/resources/messages.py"`,
    },
    { text: "error TS2339: Property 'batches' does not exist on type 'Anthropic'." },
    {
      text: `TypeError: Cannot read properties of undefined (reading 'create')
    at anthropic.messages.create (src/agent.ts:14:22)`,
      certainty: 'likely',
    },
    {
      text: 'AnthropicError: Unexpected event order, got content_block_delta before "message_start"',
      certainty: 'likely',
    },
    {
      text: "SyntaxError: The requested module '@anthropic-ai/sdk/helpers/zod' from '@anthropic-ai/sdk' does not provide an export named 'betaZodTool'",
    },
  ],
  spares: [
    {
      text: "TypeError: Client.__init__() got an unexpected keyword argument 'proxies' (anthropic)",
      cause: 'sdk-dependency-conflict',
    },
    { text: "AttributeError: 'Anthropic' object has no attribute 'completions'", cause: 'sdk-misuse' },
    { text: "AttributeError: 'ThinkingBlock' object has no attribute 'text'", cause: 'content-block-misread' },
  ],
};
