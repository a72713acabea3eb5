import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { badRequest, captured, pathPhrase } from '../details.ts';
import { recognized } from '../recognition.ts';

interface Gap {
  /** The block type that stands where thinking must. */
  readonly found: string | undefined;
}

const foundInstead = /(?:but\s+found|\.\s*Found)\s*[`'"]?(\w+)/;

/** An assistant turn of a tool loop does not begin with its thinking block. */
export const thinkingMissing = defineCause<Gap>({
  id: 'thinking-missing',
  title: 'An assistant turn lacks the thinking block it must begin with',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: 'expected thinking or redacted_thinking, but found' },
    { says: 'assistant message must start with a thinking block' },
    { says: 'the lastmost set of tool_use and tool_result blocks' },
    { says: 'the first block must be thinking or redacted_thinking' },
    { says: 'if an assistant message contains any thinking blocks' },
    { says: 'we recommend you include thinking blocks from previous turns' },
    { says: 'final block in an assistant message cannot be thinking' },
    { says: ['to avoid this requirement, disable thinking'] },
    { says: ['expected thinking', 'but found'], certainty: 'likely' },
    { says: ['must start with', 'thinking block'], certainty: 'likely' },
    { type: badRequest, says: 'with a thinking block', certainty: 'likely' },
  ],
  recognize: (evidence, hit) => recognized(hit, { found: captured(evidence, foundInstead) }),
  explain: (gap, evidence) => {
    const instead = gap?.found === undefined ? 'another block' : `a \`${gap.found}\` block`;
    return `Thinking is on, and the assistant message${pathPhrase(evidence)} has ${instead} where its \`thinking\` or \`redacted_thinking\` block belongs. With thinking by budget, the API asks for the thinking that led to a tool call at the head of the turn, and never at its end.`;
  },
  remedies: () => [
    {
      action:
        'Keep the whole `content` array of each response in the history, thinking blocks first, and send it back unchanged.',
      run: "messages.push({ role: 'assistant', content: response.content })",
    },
    {
      action:
        'When earlier turns have no thinking (written by another model, by a framework or by hand), turn thinking off for this request and on again after the next plain user message.',
      run: '"thinking": { "type": "disabled" }',
    },
    {
      action: 'On Claude 4.6 and later, use adaptive thinking; it does not ask for the blocks of earlier turns.',
      run: '"thinking": { "type": "adaptive" }',
    },
  ],
  docs: pages.thinkingTroubleshooting,
});
