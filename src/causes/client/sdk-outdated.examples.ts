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
    { text: './relay.go:31:17: undefined: anthropic.CacheControlEphemeralParam', certainty: 'likely' },
    {
      text: "Relay.cs(8,30): error CS1061: 'Anthropic.SDK.Messaging.MessageParameters' does not contain a definition for 'Effort'",
      certainty: 'likely',
    },
    { text: "undefined method `batches' for an instance of Anthropic::Client (NoMethodError)", certainty: 'likely' },
    { text: 'uninitialized constant Anthropic::Batches (NameError)', certainty: 'likely' },
    { text: 'Error: Call to undefined method Anthropic\\Client::batches() in relay.php:9', certainty: 'likely' },
    {
      text: 'error[E0599]: no method named `effort` found for struct `anthropic::RequestBuilder` in the current scope',
      certainty: 'likely',
    },
    { text: 'error[E0432]: unresolved import `anthropic::batches`', certainty: 'likely' },
    { text: "error: value of type 'AnthropicService' has no member 'countTokens'", certainty: 'likely' },
    { text: 'e: Relay.kt:14:9 Unresolved reference: AnthropicBatchClient', certainty: 'likely' },
    { text: 'Relay.java:5: error: cannot find symbol\nimport com.anthropic.models.Effort;', certainty: 'likely' },
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
