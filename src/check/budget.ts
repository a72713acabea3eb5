import type { Cut, PartEstimate, RequestView, TokenBudget } from '../core/view.ts';

/** The turns at the end, without which the model does not know what it is asked. */
const messagesToKeep = 4;

/** Estimates a request's tokens by part. */
export function tokenBudget(view: RequestView): TokenBudget {
  const { total, parts } = view.tokens();
  const window = view.model?.contextWindow;
  const answer = view.maxTokens;
  const byTokens = parts().toSorted((a, b) => b.tokens.high - a.tokens.high);
  const over = window === undefined ? 0 : total.high + (answer ?? 0) - window;
  return {
    isEstimate: true,
    total,
    ...(window === undefined ? {} : { window }),
    ...(answer === undefined ? {} : { answer }),
    parts: byTokens,
    cuts: over > 0 ? cutsFor(over, byTokens, view) : [],
  };
}

/** The largest parts that are not needed to go on, until enough is saved. */
function cutsFor(over: number, byTokens: readonly PartEstimate[], view: RequestView): readonly Cut[] {
  const cuts: Cut[] = [];
  let saved = 0;
  for (const part of byTokens) {
    if (saved >= over) break;
    const because = reasonToCut(part, view);
    if (because === undefined) continue;
    cuts.push({ part, because });
    saved += part.tokens.low;
  }
  return cuts;
}

function reasonToCut({ at: [field, index], what }: PartEstimate, { messages }: RequestView): string | undefined {
  if (field === 'tools') return 'Leave out tools that this request does not need, or let the model search for them.';
  if (field !== 'messages' || typeof index !== 'number') return undefined;
  const last = messages.at(-1)?.index ?? 0;
  if (index > last - messagesToKeep) {
    return index === last ? 'It is what is asked: shorten it, or send it in pieces.' : undefined;
  }
  if (what.includes('tool_result')) return 'An old result: replace its content by a line that says what it showed.';
  if (/image|document/.test(what)) return 'An old picture or document: replace it by what was learned from it.';
  return 'An old turn: sum it up.';
}
