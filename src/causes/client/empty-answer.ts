import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** The call succeeded, and the answer holds no content. */
export const emptyAnswer = defineCause({
  id: 'empty-answer',
  refines: 'response-unparsable',
  title: 'The answer holds nothing',
  locus: 'client',
  retry: () => ({
    kind: 'maybe',
    because: 'The same conversation tends to be answered in the same way; change its end first.',
  }),
  signs: [
    { stopReason: 'end_turn', says: ['"content": []', 'end_turn'], unless: 'content_block_start' },
    { stopReason: 'end_turn', says: ['content=[]', 'end_turn'] },
    { says: ['content[0]', 'list index out of range'], certainty: 'likely' },
    { says: ['content[0]', "Cannot read properties of undefined (reading 'text')"], certainty: 'likely' },
    { says: ['content[0]', 'Cannot read property', 'of undefined'], certainty: 'likely' },
    { says: ['content[0]', 'undefined is not an object'], certainty: 'likely' },
    { says: ['content', 'index out of range [0] with length 0', 'anthropic'], certainty: 'likely' },
    { says: ['Received empty model response'], certainty: 'likely' },
    { says: ['No response from Anthropic'], certainty: 'likely' },
    { says: ['The provider returned an empty or unparsable response'], shared: true, certainty: 'likely' },
    { says: ['The language model did not provide any assistant messages'], certainty: 'likely' },
    { says: ['AI_NoContentGeneratedError'], shared: true, certainty: 'likely' },
    { says: ['AI_NoOutputGeneratedError'], shared: true, certainty: 'likely' },
    { says: ['anthropic', 'No generations found in stream'], certainty: 'likely' },
    { says: ['claude', 'empty response'], certainty: 'possible' },
  ],
  explain: () =>
    'The API answered with 200, and `content` is an empty list, so code that reads its first block fails. A model ends its turn at once when the conversation looks finished to it: most often because text stands after the `tool_result` blocks in the last user message, or an earlier answer is sent back for continuation.',
  remedies: () => [
    {
      action:
        'Send `tool_result` blocks alone in the user message after a tool call; put text before them into another turn.',
    },
    {
      action:
        'Treat an empty list as an answer: check its length, and look at `stop_reason` and `usage.output_tokens`.',
      run: "const text = message.content.find((block) => block.type === 'text')?.text ?? '';",
    },
    {
      action:
        'If the model has to go on, add a user message that asks for it ("Please continue"); sending the empty answer back unchanged does not help.',
    },
  ],
  docs: pages.stopReasons,
});
