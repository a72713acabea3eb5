/** Tries another text in the place of one; true where the failure stays, and then it is taken. */
export type TextTrial = (text: string) => Promise<boolean>;

/** Lengths that may be tried: base64 comes in groups of four. */
export interface TextGrain {
  readonly grain: number;
}

/**
 * Makes a text that the failure hangs on smaller: to one character where one is enough, by halves, to the shortest
 * beginning, and then to one whose letters say nothing. A number of trials by the logarithm of its length.
 */
export async function shrinkText(text: string, keeps: TextTrial, { grain }: TextGrain = { grain: 1 }): Promise<string> {
  let best = text;
  const take = async (candidate: string): Promise<boolean> => {
    if (candidate.length > best.length || candidate === best || candidate === '') return false;
    if (!(await keeps(candidate))) return false;
    best = candidate;
    return true;
  };
  if (grain === 1) {
    const odd = /[^\w\s.,;:!?'"()-]/u.exec(text)?.[0] ?? '';
    if ((await take(odd)) || (await take(text.slice(-1)))) return best;
  }
  while (best.length > grain) {
    const half = rounded(best.length / 2, grain);
    if (!(await take(best.slice(0, half))) && !(await take(best.slice(half)))) break;
  }
  await shortestBeginning(best, take, grain);
  if (best.length > grain && grain === 1 && (await take(best.slice(1)))) await shortestEnd(best, take);
  // Long texts are neutral already where the failure hangs on their length alone.
  if (grain === 1) await take(best.replaceAll(/[\p{L}\p{N}]/gu, 'x'));
  return best;
}

function rounded(length: number, grain: number): number {
  return Math.max(grain, Math.ceil(length / grain) * grain);
}

/** Finds the shortest beginning that keeps the failure, where longer ones keep it too. */
async function shortestBeginning(text: string, take: TextTrial, grain: number): Promise<void> {
  let tooShort = 0;
  let enough = Math.ceil(text.length / grain);
  while (enough - tooShort > 1) {
    const middle = (tooShort + enough) >> 1;
    if (await take(text.slice(0, middle * grain))) enough = middle;
    else tooShort = middle;
  }
}

/** Finds the shortest end that keeps the failure. */
async function shortestEnd(text: string, take: TextTrial): Promise<void> {
  let enough = 0;
  let tooShort = text.length;
  while (tooShort - enough > 1) {
    const middle = (enough + tooShort) >> 1;
    if (await take(text.slice(middle))) enough = middle;
    else tooShort = middle;
  }
}
