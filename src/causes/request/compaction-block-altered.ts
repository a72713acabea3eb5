import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { captured, pathPhrase } from '../details.ts';
import { recognized } from '../recognition.ts';

interface Alteration {
  readonly member: 'content' | 'signature' | 'tool_changes' | undefined;
}

const content = /(compaction_content_mismatch)/;
const signature = /(compaction_signature_invalid)/;
const toolChanges = /(compaction_tool_changes_mismatch)/;

/** A compaction block came back with another text, signature or list of tool changes. */
export const compactionBlockAltered = defineCause<Alteration>({
  id: 'compaction-block-altered',
  refines: 'content-block-invalid',
  title: 'A `compaction` block was changed',
  locus: 'request',
  retry: 'no',
  signs: [
    { code: ['compaction_content_mismatch', 'compaction_signature_invalid', 'compaction_tool_changes_mismatch'] },
    { says: 'compaction_content_mismatch' },
    { says: 'compaction_signature_invalid' },
    { says: 'compaction_tool_changes_mismatch' },
    { says: ['invalid signature in', 'compaction block'] },
  ],
  recognize: (evidence, hit) => recognized(hit, { member: memberOf(evidence) }),
  explain: (alteration, evidence) => {
    const member =
      alteration?.member === undefined ? 'text, signature or list of tool changes' : `\`${alteration.member}\``;
    return `The ${member} of the \`compaction\` block${pathPhrase(evidence)} is not what the API wrote. The block is signed as a whole: a summary that was edited, shortened or translated, a signature that got lost, or tool changes that were rewritten make it useless.`;
  },
  remedies: () => [
    { action: 'Send the block back exactly as the response had it, with `content`, `signature` and `tool_changes`.' },
    { action: 'To say something else than the summary does, add a user message behind the block.' },
    { action: 'If the original is lost, drop the block and let the API compact the conversation again.' },
  ],
  docs: pages.compaction,
});

function memberOf(evidence: Parameters<typeof captured>[0]): Alteration['member'] {
  if (captured(evidence, content) !== undefined) return 'content';
  if (captured(evidence, toolChanges) !== undefined) return 'tool_changes';
  return captured(evidence, signature) === undefined ? undefined : 'signature';
}
