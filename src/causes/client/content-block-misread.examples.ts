import type { CauseExamples } from '../examples.ts';

/** Reports of a block read as another type, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: `    return response.content[0].text
AttributeError: 'ThinkingBlock' object has no attribute 'text'`,
    },
    { text: "AttributeError: 'ToolUseBlock' object has no attribute 'text'" },
    {
      text: `error TS2339: Property 'text' does not exist on type 'ContentBlock'.
  Property 'text' does not exist on type 'ToolUseBlock'.`,
    },
    { text: "TypeError: 'TextBlock' object is not subscriptable" },
    { text: "langchain wrapper: AttributeError: 'ServerToolUseBlock' object has no attribute 'text'" },
  ],
  spares: [
    { text: "AttributeError: 'Message' object has no attribute 'text'", cause: 'sdk-misuse' },
    {
      text: `IndexError: list index out of range
    text = response.content[0].text  # anthropic`,
      cause: 'empty-answer',
    },
  ],
};
