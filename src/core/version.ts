/** A version taken apart: its numbers, and the mark of a pre-release. */
interface Version {
  readonly numbers: readonly number[];
  readonly preRelease: string | undefined;
}

/** Versions from `from` on and before `below`; a bound that is absent does not bind. */
export interface VersionRange {
  readonly from?: string;
  readonly below?: string;
}

const form = /^[vV=]?(\d{1,9}(?:\.\d{1,9}){0,5})(.{0,100})$/s;
const preRelease =
  /^[-._]?((?:a|b|c|rc|alpha|beta|pre|preview|dev|canary|next|snapshot|nightly|m)\b.*|(?:a|b|c|rc|dev|m)\d.*|\d+.*)$/i;

/** The version in a text such as `v1.60.0`, `2.0.0rc1` or `1.0.0-beta.3+build`. */
function parse(text: string): Version | undefined {
  const [, numbers, rest = ''] = form.exec(text.trim()) ?? [];
  if (numbers === undefined) return undefined;
  const [mark = ''] = rest.split('+');
  return { numbers: numbers.split('.').map(Number), preRelease: preRelease.exec(mark)?.[1]?.toLowerCase() };
}

/** Whether a text is one version, and not a range of them. */
export function isVersion(text: string): boolean {
  return parse(text) !== undefined;
}

/** Below zero when `a` is older than `b`; `undefined` when one of them is no version. */
export function compareVersions(a: string, b: string): number | undefined {
  const left = parse(a);
  const right = parse(b);
  if (!left || !right) return undefined;
  const length = Math.max(left.numbers.length, right.numbers.length);
  for (let index = 0; index < length; index++) {
    const difference = (left.numbers[index] ?? 0) - (right.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  if (left.preRelease === right.preRelease) return 0;
  // A release comes after its pre-releases.
  if (left.preRelease === undefined) return 1;
  if (right.preRelease === undefined) return -1;
  return left.preRelease.localeCompare(right.preRelease, 'en', { numeric: true });
}

/** Whether a version lies in a range; `undefined` when it is no version. */
export function isWithin(version: string, { from, below }: VersionRange): boolean | undefined {
  if (!isVersion(version)) return undefined;
  const isOldEnough = below === undefined || (compareVersions(version, below) ?? 0) < 0;
  const isNewEnough = from === undefined || (compareVersions(version, from) ?? -1) >= 0;
  return isOldEnough && isNewEnough;
}

/** The newest of some versions; texts that are no version are left out. */
export function newestOf(versions: Iterable<string>): string | undefined {
  let newest: string | undefined;
  for (const version of versions) {
    if (isVersion(version) && (newest === undefined || (compareVersions(version, newest) ?? 0) > 0)) newest = version;
  }
  return newest;
}
