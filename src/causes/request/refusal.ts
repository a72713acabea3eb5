import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { captured, modelPhrase } from '../details.ts';
import { recognized } from '../recognition.ts';

interface Refusal {
  readonly category: string | undefined;
}

const category = /(?:\bcategory["'\\]*\s*[:=]\s*["'\\]*|\brefused this request \()(?!null\b|None\b)([a-z_]{3,40})/;
const meanings: Readonly<Record<string, string>> = {
  cyber: 'attacks on computer systems',
  bio: 'biological threats',
  frontier_llm: 'work on frontier language models',
  reasoning_extraction: "drawing out the model's hidden reasoning",
  general_harms: 'other harms',
};

/** The model declined: an answer with status 200 and `stop_reason: "refusal"`. */
export const refusal = defineCause<Refusal>({
  id: 'refusal',
  refines: 'content-blocked',
  title: 'The request was refused with `stop_reason: "refusal"`',
  locus: 'request',
  retry: 'no',
  signs: [
    { stopReason: 'refusal' },
    { says: 'stop_reason: refusal' },
    { says: 'stop_reason=refusal' },
    { says: 'stop_details: {type: refusal' },
    { says: ['finish reason', 'refusal', 'anthropic'], certainty: 'likely' },
    { says: 'Claude refused this request', certainty: 'likely' },
    { says: 'blocked as it seems to violate Anthropic' },
    { says: 'response refused by provider', certainty: 'likely' },
  ],
  recognize: (evidence, hit) => recognized(hit, { category: captured(evidence, category) }),
  explain: (refused, evidence) => {
    const named = refused?.category;
    const meaning =
      named === undefined
        ? ''
        : ` The category is \`${named}\`${meanings[named] === undefined ? '' : `, ${meanings[named]}`}.`;
    return `${modelPhrase(evidence)} declined: the call ended with status 200 and \`stop_reason: "refusal"\`, with no content or with text that breaks off.${meaning} A classifier decided it on the whole context, so the same request ends in the same way, and code that looks only at the status takes the empty answer for a finished one.`;
  },
  remedies: (refused) => [
    {
      action: 'Check `stop_reason` before `content`, discard partial text, and show the refusal as one.',
      run: "if (response.stop_reason === 'refusal') throw new Refused(response.stop_details)",
    },
    refused?.category === 'reasoning_extraction'
      ? {
          action:
            'Do not ask the model to write out its internal reasoning; use adaptive thinking and read its summarized thinking blocks.',
        }
      : {
          action:
            'Remove the turn that led to it from the history and ask in another way; tool results and files count as much as the prompt.',
        },
    {
      action:
        'Let another model answer when one declines; this needs `anthropic-beta: server-side-fallback-2026-07-01`.',
      run: '"fallbacks": [{ "model": "claude-opus-4-8" }]',
    },
  ],
  docs: pages.refusals,
});
