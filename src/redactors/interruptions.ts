import type { Secret } from './redactor.ts';

/**
 * What stands in a text and is not seen: color sequences and links of a terminal, characters without width, control
 * characters; as they are, or as JSON and source code write them.
 */
const interruption = String.raw`(?:\x1b|\\u001b|\\x1b|\\033|\\e)\[[\d;:?]{0,20}[A-Za-z]|\x1b\][^\x07\x1b]{0,300}(?:\x07|\x1b\\)|\\u(?:200[b-f]|206[0-4]|feff|00ad)|[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\0-\x08\x0b\x0c\x0e-\x1f\x7f]`;
let between: RegExp | undefined;
let anywhere: RegExp | undefined;

/** Secrets that something unseen cuts in two. */
export function interruptedSecretsIn(text: string, within: (text: string) => readonly Secret[], found: Secret[]): void {
  between ??= new RegExp(String.raw`(?<=\S)(?:${interruption})(?=\S)`, 'i');
  if (!between.test(text)) return;
  const { seen, cuts } = withoutInterruptions(text);
  for (const secret of within(seen)) {
    const start = placeOf(secret.start, cuts);
    const end = placeOf(secret.end - 1, cuts) + 1;
    if (end - start === secret.end - secret.start) continue;
    found.push({ ...secret, start, end, value: secret.value ?? seen.slice(secret.start, secret.end) });
  }
}

/** From this place of what is seen on, so many characters stand before it that are not seen. */
interface Cut {
  readonly at: number;
  readonly unseen: number;
}

function withoutInterruptions(text: string): { readonly seen: string; readonly cuts: readonly Cut[] } {
  anywhere ??= new RegExp(interruption, 'gi');
  const cuts: Cut[] = [];
  let unseen = 0;
  const seen = text.replace(anywhere, (mark: string, at: number) => {
    cuts.push({ at: at - unseen, unseen: unseen + mark.length });
    unseen += mark.length;
    return '';
  });
  return { seen, cuts };
}

/** Where a character of what is seen stands in the text. */
function placeOf(at: number, cuts: readonly Cut[]): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return at + (cuts[low - 1]?.unseen ?? 0);
}
