import type { CauseExamples } from '../examples.ts';

/** Reports of packages that do not go together, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: `  File "/app/venv/lib/python3.11/site-packages/anthropic/_base_client.py", line 828, in __init__
TypeError: Client.__init__() got an unexpected keyword argument 'proxies'`,
    },
    {
      text: "TypeError: AsyncClient.__init__() got an unexpected keyword argument 'proxies' (langchain_anthropic ChatAnthropic)",
    },
    {
      text: 'TypeError: Invalid `timeout` argument; `httpx.Timeout` is from the `httpx` package, but this SDK uses `httpx2`. Use `httpx2.Timeout` instead.',
    },
    {
      text: `import anthropic
ModuleNotFoundError: No module named 'jiter.jiter'`,
    },
    {
      text: `npm error code ERESOLVE
npm error ERESOLVE could not resolve
npm error While resolving: @langchain/anthropic@0.3.1
npm error Found: @anthropic-ai/sdk@0.30.0`,
    },
    {
      text: 'AI_UnsupportedModelVersionError: Unsupported model version v3 for provider "anthropic.messages" and model "claude-sonnet-5". AI SDK 5 only supports models that implement specification version "v2".',
    },
    {
      text: 'Error [ERR_PACKAGE_PATH_NOT_EXPORTED]: Package subpath \'./v4\' is not defined by "exports" in /app/node_modules/zod/package.json (@anthropic-ai/sdk/helpers/zod)',
    },
    { text: "ImportError: cannot import name 'TypeAdapter' from 'pydantic' (site-packages/anthropic/_compat.py)" },
  ],
  spares: [
    {
      text: `Traceback (most recent call last):
  File "/app/venv/lib/python3.12/site-packages/birdsong/client.py", line 40, in __init__
TypeError: AsyncClient.__init__() got an unexpected keyword argument 'proxies'`,
      cause: 'none',
    },
    { text: "ModuleNotFoundError: No module named 'anthropic'", cause: 'sdk-not-installed' },
    { text: "ImportError: cannot import name 'Anthropic' from 'anthropic'", cause: 'sdk-outdated' },
    {
      text: `TypeError: Client.__init__() got an unexpected keyword argument 'proxies'
  File "site-packages/openai/_base_client.py" openai.OpenAIError`,
      cause: 'none',
    },
  ],
};
