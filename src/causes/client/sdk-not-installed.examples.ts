import type { CauseExamples } from '../examples.ts';

/** Reports of a missing SDK, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: `Traceback (most recent call last):
  File "/srv/bot.py", line 3, in <module>
    import anthropic
ModuleNotFoundError: No module named 'anthropic'`,
    },
    {
      text: `Error: Cannot find module '@anthropic-ai/sdk'
Require stack:
- /app/index.js`,
    },
    { text: 'ImportError: Could not import anthropic python package. Please install it with `pip install anthropic`.' },
    {
      text: 'agent.go:8:2: no required module provides package github.com/anthropics/anthropic-sdk-go; to add it: go get github.com/anthropics/anthropic-sdk-go',
    },
    { text: "Module not found: Can't resolve '@anthropic-ai/sdk' in '/app/src'" },
    { text: 'error[E0433]: failed to resolve: use of undeclared crate or module `anthropic`' },
    { text: "Relay.swift:3:8: error: no such module 'SwiftAnthropic'" },
    { text: 'Caused by: java.lang.ClassNotFoundException: com.anthropic.client.AnthropicClient' },
    { text: "error CS0246: The type or namespace name 'AnthropicClient' could not be found" },
    { text: 'relay.rb:2: uninitialized constant Anthropic (NameError)', certainty: 'likely' },
    {
      text: '** (UndefinedFunctionError) function Anthropix.chat/2 is undefined (module Anthropix is not available)',
    },
  ],
  spares: [
    {
      text: `import anthropic
ModuleNotFoundError: No module named 'pydantic_core._pydantic_core'`,
      cause: 'sdk-dependency-conflict',
    },
    { text: "ModuleNotFoundError: No module named 'anthropic.types.beta'", cause: 'sdk-outdated' },
  ],
};
