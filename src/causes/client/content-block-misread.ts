import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

const missing =
  /["'`‘](\w*Block\w*)["'`’] object (?:has no attribute|is not)\s{0,2}["'`‘]?(\w+)|Property ["'`‘](\w+)["'`’] does not exist on type ["'`‘](\w*Block\w*)/;

interface Misread {
  readonly block: string;
  readonly member: string;
}

/** The code takes a content block for one of another type, most often the first block for text. */
export const contentBlockMisread = defineCause<Misread | undefined>({
  id: 'content-block-misread',
  refines: 'sdk-misuse',
  title: 'The code reads a content block as another type',
  locus: 'client',
  retry: () => ({
    kind: 'no',
    because: 'The call itself succeeded; the code would read the next answer in the same way.',
  }),
  signs: [
    { says: "Block' object has no attribute" },
    { says: "Block' object is not subscriptable" },
    {
      says: 'Block object has no attribute',
      pattern: /\b(?:Thinking|Text|ToolUse|RedactedThinking|ServerToolUse|WebSearchToolResult)Block\b/,
    },
    { says: 'does not exist on type ContentBlock' },
    { says: 'does not exist on type ThinkingBlock' },
    { says: 'does not exist on type ToolUseBlock' },
    { says: 'does not exist on type TextBlock' },
    { says: ['content[0].text', 'undefined'], certainty: 'likely' },
    { says: ['ContentBlock', 'does not contain a definition for'], certainty: 'likely' },
    { says: ["'dict' object has no attribute 'text'", 'content'], certainty: 'possible' },
  ],
  recognize: ({ reading }, { sign, quote }) => {
    const found = missing.exec(reading?.flat ?? '');
    const block = found?.[1] ?? found?.[4];
    const member = found?.[2] ?? found?.[3];
    return {
      certainty: sign.certainty ?? 'proven',
      because: [quote],
      details: block !== undefined && member !== undefined ? { block, member } : undefined,
    };
  },
  explain: (misread) => {
    const what = misread
      ? `The code reads \`${misread.member}\` of a \`${misread.block}\`, which has no such member.`
      : 'The code reads a member that the block it looks at does not have.';
    return `${what} \`content\` is a list of blocks, and the first one need not be text: with thinking it is a thinking block, with tools it can be a tool call, and server tools put their own blocks in between. The call itself succeeded and is billed.`;
  },
  remedies: () => [
    {
      action: 'Select blocks by type, never by place (the second line is Python).',
      run: "const text = message.content.filter((block) => block.type === 'text').map((block) => block.text).join('');\ntext = ''.join(block.text for block in message.content if block.type == 'text')",
    },
    { action: 'Handle `tool_use` blocks apart, and send `thinking` blocks back unchanged.' },
  ],
  docs: pages.messages,
});
