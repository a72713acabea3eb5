import type { CauseExamples } from '../examples.ts';

/** Reports of a program that uses the SDK wrongly, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    { text: 'TypeError: Anthropic.Client is not a constructor' },
    {
      text: '  File "/app/vertex_claude.py", line 85, in ask\n  File "/opt/lib/site-packages/google/auth/transport/requests.py", line 533, in request\n    self.credentials.before_request(auth_request, method, url, request_headers)\nAttributeError: \'tuple\' object has no attribute \'before_request\'',
      certainty: 'likely',
    },
    {
      text: "ImportError: cannot import name 'Anthropic' from partially initialized module 'anthropic' (most likely due to a circular import) (/home/ada/anthropic.py)",
      certainty: 'likely',
    },
    {
      text: `AttributeError: 'coroutine' object has no attribute 'content'
  print(client.messages.create(...).content)  # AsyncAnthropic`,
    },
    {
      text: "TypeError: Missing required arguments; Expected either ('max_tokens', 'messages' and 'model') or ('max_tokens', 'messages', 'model' and 'stream') arguments to be given",
    },
    {
      text: `TypeError: object Message can't be used in 'await' expression
  anthropic.Anthropic().messages.create`,
    },
    { text: "AttributeError: 'Message' object has no attribute 'choices'" },
    { text: "TypeError: 'Message' object is not subscriptable" },
    { text: 'TypeError: anthropic.messages.create is not a function' },
    {
      text: `    print(answer.content.text)
AttributeError: 'list' object has no attribute 'text'`,
      certainty: 'likely',
    },
    { text: 'AnthropicError: Cannot iterate over a consumed stream, use `.tee()` to split the stream.' },
    {
      text: `TypeError: Messages.create() got an unexpected keyword argument 'temperature'
  File "site-packages/anthropic/_utils/_utils.py", line 282, in wrapper`,
    },
    { text: 'AnthropicError: maxRetries must be an integer' },
    {
      text: `RuntimeError: Event loop is closed
  File "site-packages/anthropic/_base_client.py", line 1579, in request`,
      certainty: 'likely',
    },
    { text: "TypeError: 'AsyncStream' object is not iterable" },
    {
      text: 'TypeError: client.beta.messages.createAndPoll is not a function\n    at file:///srv/app/node_modules/@anthropic-ai/sdk',
      certainty: 'likely',
    },
    {
      text: "Relay.cs(4,9): error CS0103: The name 'AnthropicModels' does not exist in the current context",
      certainty: 'likely',
    },
    { text: "error: cannot find 'AnthropicService' in scope", certainty: 'likely' },
  ],
  spares: [
    {
      text: "TypeError: Invalid `http_client` argument; Expected an instance of `httpx2.Client` but got <class 'httpx.Client'>",
      cause: 'sdk-dependency-conflict',
    },
    { text: "AttributeError: 'ToolUseBlock' object has no attribute 'text'", cause: 'content-block-misread' },
    { text: "AttributeError: module 'anthropic' has no attribute 'AsyncAnthropicVertex'", cause: 'sdk-outdated' },
  ],
};
