import { defineRule } from '../../core/rule.ts';
import type { Rule } from '../../core/rule.ts';
import type { RequestView, TokenEstimate } from '../../core/view.ts';
import { blockFrame, tokensPerWideCharacter } from '../../facts/tokens.ts';
import { lengthMessages, longContextBeta } from '../../facts/messages/lengths.ts';

const cause = 'context-too-long';
/** An estimate is no count: only a prompt of this many windows, by the low end of the range, is refused for certain. */
const certainWindows = 2;
/** An image or a document may be sent as a URL, behind which a whole book lies. */
const mostTokensPerMedium = 1_000_000;

interface Overflow {
  readonly window: number;
  readonly estimate: TokenEstimate;
}

const promptTooLong = defineRule<Overflow>({
  cause,
  row: 'context-overflow-input',
  phase: 'cross-field',
  severity: ({ window, estimate }) => (estimate.total.low > certainWindows * window ? 'error' : 'warning'),
  find: (view) => {
    const window = windowOf(view);
    if (window === undefined || mostTokens(view) <= window) return [];
    const estimate = view.tokens();
    return middle(estimate) > window ? [{ window, estimate }] : [];
  },
  path: () => '',
  at: ({ estimate }) => estimate.largest()?.at ?? ['messages'],
  message: ({ window, estimate }) => lengthMessages.promptTooLong(middle(estimate), window),
  why: ({ window, estimate }) => {
    const part = estimate.largest();
    const most = part
      ? ` The largest part is \`${part.path}\` (${part.what}), ${part.tokens.low} to ${part.tokens.high} tokens.`
      : '';
    return `By estimate the prompt has ${estimate.total.low} to ${estimate.total.high} tokens, and the window holds ${window}.${most}`;
  },
});

const promptAndAnswerTooLong = defineRule<Overflow & { readonly maxTokens: number }>({
  cause,
  row: 'context-overflow-sum',
  phase: 'cross-field',
  kinds: ['messages'],
  severity: 'warning',
  // Later models take the request and stop when the window is full.
  models: ({ launchedOn = '' }) => launchedOn < '2025-09-29',
  find: (view) => {
    const window = windowOf(view);
    const { maxTokens } = view;
    if (window === undefined || maxTokens === undefined || mostTokens(view) + maxTokens <= window) return [];
    const estimate = view.tokens();
    const input = middle(estimate);
    return input <= window && input + maxTokens > window ? [{ window, estimate, maxTokens }] : [];
  },
  path: () => '',
  at: () => ['max_tokens'],
  message: ({ window, estimate, maxTokens }) =>
    lengthMessages.promptAndAnswerTooLong(middle(estimate), maxTokens, window),
  why: ({ estimate }) => `By estimate the prompt has ${estimate.total.low} to ${estimate.total.high} tokens.`,
});

function windowOf(view: RequestView): number | undefined {
  const { model, asOf } = view;
  const isLifted =
    longContextBeta.models.some((id) => id === model?.id) &&
    view.beta(longContextBeta.beta) !== 'absent' &&
    asOf !== undefined &&
    asOf < longContextBeta.until;
  return isLifted ? longContextBeta.window : model?.contextWindow;
}

/** A bound that costs little, so that the prompt of most requests is never measured. */
function mostTokens(view: RequestView): number {
  const media = view.blocksOf('image').length + view.blocksOf('document').length;
  return (
    view.structure().survey.characters * tokensPerWideCharacter.high +
    media * mostTokensPerMedium +
    view.blockCount * blockFrame.high
  );
}

/** The middle of the range, rounded to two digits: more would pretend to a count. */
function middle({ total }: TokenEstimate): number {
  return Number(Math.sqrt(total.low * total.high).toPrecision(2));
}

/** Rules about the length of the prompt, by estimate. */
export const contextTooLongRules: readonly Rule[] = [promptTooLong, promptAndAnswerTooLong];
