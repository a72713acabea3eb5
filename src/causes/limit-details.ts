import type { Recognition, Remedy, RetryAdvice, SignHit } from '../core/cause.ts';
import type { Evidence } from '../core/evidence.ts';
import { flatTextOf, recognized } from './recognition.ts';
import { usedUpBudgets, waitAsTold, type Budget } from './retry.ts';

/** What a 429 says of the limit that it met. */
export interface LimitDetails {
  /** As the message or the header writes it: `30,000`. */
  readonly limit: string | undefined;
  readonly model: string | undefined;
  readonly isFast: boolean;
}

const stated =
  /\bof\s+([\d,]{1,15})\s+(?:fast\s+mode\s+)?(?:input\s+|output\s+)?(?:tokens|requests)\s+per\s+(?:minute|day|hour)/;

/** That a limit was met, and is not merely spoken of. */
export const exceeded = /exceed|reached|too many|\b429\b|rate[ _-]?limit(?:ed|_error|:| error)|throttl|超/i;

/** The limit that the message states, or that the headers give for the used-up budget of a unit. */
export function limitDetailsOf(evidence: Evidence, unit: string): LimitDetails {
  const text = flatTextOf(evidence);
  const budget = usedUpBudgets(evidence).find((one) => one.unit === unit);
  return {
    limit: stated.exec(text)?.[1] ?? budget?.limit,
    model: evidence.model,
    isFast: /fast\s+mode/i.test(text) || budget?.kind === 'fast',
  };
}

/**
 * Recognizes a limit by wording, or by the header that its sign names, which counts only when it says that nothing is
 * left.
 */
export function recognizedLimit(evidence: Evidence, hit: SignHit, unit: string): Recognition<LimitDetails> | undefined {
  const { header } = hit.sign;
  if (header === undefined) return recognized(hit, limitDetailsOf(evidence, unit));
  const budgets = usedUpBudgets(evidence);
  const budget = budgets.find((one) => header === `anthropic-${one.kind}-${one.unit}-remaining`);
  if (!budget) return undefined;
  return {
    certainty: isOnlyUsedUp(budgets, budget) ? 'proven' : 'likely',
    because: [hit.quote],
    details: limitDetailsOf(evidence, unit),
  };
}

/** The sum over input and output says nothing of its own, and follows whichever of the two is used up. */
function isOnlyUsedUp(budgets: readonly Budget[], budget: Budget): boolean {
  return budgets.every((one) => one === budget || one.unit === 'tokens');
}

/** `your limit of 30,000 input tokens per minute for claude-haiku-4-5`, as far as it is known. */
export function limitText(details: LimitDetails | undefined, unit: string): string {
  const amount =
    details?.limit === undefined ? `limit on ${unit} per minute` : `limit of ${details.limit} ${unit} per minute`;
  return `${amount}${details?.model === undefined ? '' : ` for \`${details.model}\``}${details?.isFast ? ' in fast mode' : ''}`;
}

/** What to do when fast mode alone is limited. */
export const fastModeRemedies: readonly Remedy[] = [
  { action: 'Send the request again at standard speed, by leaving `speed` out, when the answer cannot wait.' },
  {
    action: 'Wait as long as `retry-after` says to keep the speed; a change of speed also changes the prompt cache.',
    run: 'new Anthropic({ maxRetries: 6 })',
  },
  { action: 'In Claude Code, turn fast mode off.', run: 'claude /fast' },
];

/** Advice for a limit per minute: a limit of zero never heals, any other refills. */
export function retryOfLimit(evidence: Evidence, unit: string, because: string): RetryAdvice {
  return limitDetailsOf(evidence, unit).limit === '0'
    ? { kind: 'no', because: 'The limit is zero: nothing was granted, so that no wait helps.' }
    : waitAsTold(evidence, because);
}
