/** How many of a thousand characters of English each letter is, from `a` to `z`, and what is no small letter. */
const letterShares = [
  65, 10, 25, 32, 100, 18, 15, 40, 55, 2, 7, 33, 20, 56, 60, 18, 2, 50, 52, 75, 22, 8, 15, 4, 14, 1,
];
const spaceShare = 160;
const signShare = 8;
const capitalShare = 2;

/** How many of a thousand characters one of an anchor is. */
function shareAt(text: string, at: number): number {
  if (at < 0 || at >= text.length) return 1000;
  const code = text.charCodeAt(at);
  if (code >= 65 && code <= 90) return capitalShare;
  return letterShares[code - 97] ?? (code === 32 ? spaceShare : signShare);
}

function shareOfTwo(text: string, at: number): number {
  return shareAt(text, at) * shareAt(text, at + 1);
}

/** Where the rarest four characters of an anchor begin, of those at even or odd places. */
export function rarestFour(text: string, parity: number): number {
  let best = parity;
  let bestShare = Number.POSITIVE_INFINITY;
  for (let offset = parity; offset === parity || offset + 3 <= text.length; offset += 2) {
    const share = shareOfTwo(text, offset) * shareOfTwo(text, offset + 2);
    if (share < bestShare) [best, bestShare] = [offset, share];
  }
  return best;
}

/** The set in which four characters bring the fewest more places to look at. */
export function lightestSet(
  loads: readonly { first: number; second: number }[],
  among: readonly number[],
  text: string,
  offset: number,
): number {
  const first = shareOfTwo(text, offset);
  const second = shareOfTwo(text, offset + 2);
  const costs = among.map((one) => {
    const load = loads[one] ?? { first: 0, second: 0 };
    return (load.first + first) * (load.second + second) - load.first * load.second;
  });
  const set = among[costs.indexOf(Math.min(...costs))] ?? 0;
  const load = loads[set];
  if (load) [load.first, load.second] = [load.first + first, load.second + second];
  return set;
}
