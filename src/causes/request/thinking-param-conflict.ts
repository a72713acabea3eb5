import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { badRequest, pathPhrase } from '../details.ts';
import { recognized } from '../recognition.ts';

interface Conflict {
  readonly parameter: string | undefined;
}

const sampling = /\b(temperature|top_?[pPkK])\b[^.\n]{0,12}\s+(?:may\s+only|must|is\s+not\s+supported)/;

/** A parameter, a prefill or a context edit does not go together with the thinking setting. */
export const thinkingParamConflict = defineCause<Conflict>({
  id: 'thinking-param-conflict',
  title: 'A parameter does not go together with the thinking setting',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: 'may only be set to 1 when thinking is enabled' },
    { says: 'temperature may only be set to 1' },
    { says: 'must be unset when thinking is enabled' },
    { says: 'or unset when thinking is enabled' },
    { says: 'when thinking is enabled or in adaptive mode' },
    { says: 'important-considerations-when-using-extended-thinking' },
    { says: ['strategy requires thinking to be enabled'] },
    { says: 'an assistant message in the final position cannot contain thinking' },
    { says: 'to use thinking blocks, enable thinking in your request' },
    { says: 'is not supported when thinking is disabled on this model' },
    { says: 'effort cannot change when thinking is disabled' },
    { says: 'is not supported when thinking is enabled', certainty: 'likely' },
    {
      says: ['when thinking is enabled', 'temperature'],
      certainty: 'likely',
      unless: 'must start with a thinking block',
    },
    { says: ['prefill', 'thinking is enabled'], certainty: 'likely' },
    { says: 'when thinking is disabled, an assistant message', certainty: 'likely' },
    { type: badRequest, says: 'when thinking is enabled', unless: 'thinking block', certainty: 'likely' },
    { type: badRequest, says: 'when thinking is disabled', certainty: 'likely' },
  ],
  recognize: (evidence, hit) => {
    const parameter = sampling.exec(evidence.reading?.flat ?? '')?.[1];
    return recognized(hit, {
      parameter: parameter?.replace(/^topP$/, 'top_p').replace(/^topK$/, 'top_k'),
    });
  },
  explain: (conflict, evidence) => {
    if (conflict?.parameter !== undefined)
      return `Thinking is on, and the request also sets \`${conflict.parameter}\`. While the model thinks, the API takes \`temperature\` only at 1, \`top_p\` only from 0.95 to 1, and no \`top_k\` at all. Adaptive thinking counts as on, and several models think unless told otherwise.`;
    return `The thinking setting of the request and another part of it${pathPhrase(evidence)} exclude each other. With thinking on, \`temperature\` must be 1 or absent, \`top_k\` absent and there is no prefill; with thinking off, the last assistant message holds no thinking blocks, \`clear_thinking\` has nothing to clear, and the highest effort levels are refused.`;
  },
  remedies: (conflict) => [
    conflict?.parameter === undefined
      ? {
          action:
            'Change the part that the message names, or change `thinking` in the same request; the message says which way.',
        }
      : { action: `Remove \`${conflict.parameter}\` from the request; do not send it as null either.` },
    {
      action: 'Or turn thinking off, where the other parameter matters more.',
      run: '"thinking": { "type": "disabled" }',
    },
    {
      action:
        'If a framework fills the parameter in, unset its default: many send `temperature: 0` or `0.7` on their own.',
    },
  ],
  docs: pages.thinking,
});
