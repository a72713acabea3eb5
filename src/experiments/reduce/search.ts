import { isArray, isObject } from '../../core/json.ts';
import type { BodyPath } from '../../core/problem.ts';
import { levelsOf, type Lead } from './levels.ts';
import { isRequired } from './prune.ts';
import { changesOf, standInsOf, touches, type StandIn } from './stand-ins.ts';
import { shrinkText } from './texts.ts';
import { changed, childrenAt, isAtOrBelow, keyOf, valueAt, without, type RequestTree } from './tree.ts';
import { aligned, alikeClasses, partnersOf, withToolPartners } from './units.ts';

/** Asks whether a smaller request fails in the same way, and where in its body; undefined where it does not. */
export type Trial = (tree: RequestTree) => Promise<BodyPath | undefined>;

/** What a pass looks at: what no table says to be required and the failure does not stand in, or everything. */
type Scope = 'loose' | 'all';

/** From so many siblings on, several are tried together. */
const fewSiblings = 4;
const fewWhenGuessed = 8;
/** Texts that the failure hangs on are made smaller, the longest first; more than that are never decisive. */
const mostTexts = 3;

/**
 * Makes a failing request smaller until nothing more can be taken out of it alone: guesses its core, takes out parts in
 * groups and then one by one, and puts neutral values in the place of what the user wrote. The result is 1-minimal:
 * without any one header, beta value, member or item it does not fail in the same way. Of many siblings that are alike
 * the first, a middle one and the last stand for all.
 */
export async function search(whole: RequestTree, lead: Lead, keeps: Trial): Promise<RequestTree> {
  let base = whole;
  let place = lead.at;
  let removed: ReadonlySet<string> = new Set();
  let version = 0;
  let most = fewSiblings;
  let isGuessed = false;
  /** The version at which a removal was last seen to lose the failure. */
  const needed = new Map<string, number>();
  const current = (): RequestTree => without(base, removed);
  const onPlace = (path: BodyPath): boolean => isAtOrBelow(['body', ...place], path);

  const settle = (tree: RequestTree, at: BodyPath): void => {
    base = tree;
    place = at;
    removed = new Set();
    needed.clear();
    version++;
  };

  const takeOut = async (paths: readonly BodyPath[]): Promise<boolean> => {
    const live = paths.filter((path) => !isGone(path));
    if (live.length === 0) return false;
    const next = new Set([...removed, ...live.map(keyOf)]);
    if ((await keeps(without(base, next))) === undefined) return false;
    removed = next;
    version++;
    return true;
  };
  const isGone = (path: BodyPath): boolean => path.some((_, depth) => removed.has(keyOf(path.slice(0, depth + 1))));
  const liveChildren = (path: BodyPath): readonly BodyPath[] =>
    childrenAt(base, path).filter((child) => !isGone(child));

  /** One part alone; where that is not possible, with the parts that cannot stand without it. */
  const takeOne = async (path: BodyPath, scope: Scope): Promise<boolean> => {
    const key = keyOf(path);
    if (isGone(path) || needed.get(key) === version) return false;
    if (await takeOut([path])) return true;
    const partners = scope === 'loose' && !isGuessed ? partnersOf(base, path).filter((one) => !isGone(one)) : [];
    if (partners.length > 0 && (await takeOut([path, ...partners]))) return true;
    needed.set(key, version);
    return false;
  };

  const halve = async (paths: readonly BodyPath[]): Promise<void> => {
    const live = paths.filter((path) => !isGone(path));
    if (live.length < 2) {
      for (const path of live) await takeOne(path, 'loose');
      return;
    }
    if (await takeOut(withToolPartners(base, live))) return;
    const middle = live.length >> 1;
    await halve(live.slice(0, middle));
    await halve(live.slice(middle));
  };

  /** As many of those that are alike as can go; then a few stand for the rest. */
  const thin = async (alike: readonly BodyPath[]): Promise<void> => {
    const key = `alike ${alike.map(keyOf).join()}`;
    if (needed.get(key) === version) return;
    const free = alike.filter((path) => !onPlace(path));
    let rest = free;
    let size = rest.length;
    while (size >= 1 && rest.length > 0) {
      if (await takeOut(rest.slice(-size))) {
        rest = rest.slice(0, -size);
        size = Math.min(size, rest.length);
      } else size >>= 1;
    }
    const left = alike.filter((path) => !isGone(path));
    for (const path of new Set([left[0], left[left.length >> 1]])) if (path) await takeOne(path, 'all');
    needed.set(key, version);
    for (const path of left) needed.set(keyOf(path), version);
  };

  /** Turns of a conversation belong together in other ways than by their form, so that they are halved first. */
  const classesIn = (
    container: BodyPath,
    children: readonly BodyPath[],
    scope: Scope,
  ): readonly (readonly BodyPath[])[] =>
    scope === 'loose' && container.at(-1) === 'messages' ? [] : alikeClasses(base, container, children);

  /** Takes out what can go of one object or list, or of several that are alike, member by member in all of them. */
  const clear = async (containers: readonly BodyPath[], scope: Scope): Promise<void> => {
    const [first] = containers;
    if (!first) return;
    if (containers.length > 1) {
      for (const child of liveChildren(first)) {
        if (needed.get(keyOf(child)) === version) continue;
        if (scope === 'loose' && isRequired(base, child, lead.endpoint)) continue;
        if (!(await takeOut(aligned(child, first, containers)))) await takeOne(child, scope);
      }
      return;
    }
    const children = liveChildren(first);
    const classes = classesIn(first, children, scope);
    for (const alike of classes) await thin(alike);
    const inClass = new Set(classes.flat().map(keyOf));
    const others = children.filter((child) => !inClass.has(keyOf(child)));
    const loose = others.filter((child) => !onPlace(child) && !isRequired(base, child, lead.endpoint));
    if (scope === 'loose' && loose.length > most) await halve(loose);
    else for (const child of loose) await takeOne(child, scope);
    if (scope === 'all') for (const child of others) await takeOne(child, scope);
  };

  const pass = async (scope: Scope): Promise<void> => {
    let level: readonly (readonly BodyPath[])[] = [[['headers']], [['body']]];
    while (level.length > 0) {
      const next: (readonly BodyPath[])[] = [];
      for (const containers of level) {
        await clear(containers, scope);
        const [first] = containers;
        if (!first) continue;
        const children = liveChildren(first);
        const classes = containers.length > 1 ? [] : classesIn(first, children, scope);
        const inClass = new Set(classes.flat().map(keyOf));
        const single = children
          .filter((child) => !inClass.has(keyOf(child)))
          .map((child) => aligned(child, first, containers).filter((path) => !isGone(path)));
        next.push(...[...classes, ...single].filter(([one]) => one !== undefined && hasParts(valueAt(base, one))));
      }
      level = next;
    }
  };

  const replace = async (standIns: readonly StandIn[]): Promise<void> => {
    if (standIns.length === 0) return;
    const tree = changed(base, changesOf(standIns, base));
    const at = await keeps(tree);
    if (at) {
      base = tree;
      place = at;
      version++;
      return;
    }
    if (standIns.length === 1) return;
    const middle = standIns.length >> 1;
    await replace(standIns.slice(0, middle));
    await replace(standIns.slice(middle));
  };

  const neutralize = async (): Promise<void> => {
    settle(current(), place);
    const standIns = standInsOf(base);
    const inPlace = standIns.filter((one) => touches(one, ['body', ...place]));
    const before = version;
    if (standIns.length > inPlace.length && inPlace.length > 0) {
      // What stands at the place of the failure is most likely what the failure hangs on.
      await replace(standIns.filter((one) => !inPlace.includes(one)));
      await replace(inPlace);
    } else await replace(standIns);
    const kept = standInsOf(base, true).filter(({ changes }) => changes.some(({ at }) => at.includes('input')));
    await replace(kept);
    if (version === before) return;
    needed.clear();
  };

  const shrinkTexts = async (): Promise<void> => {
    const strings = standInsOf(base, true)
      .flatMap(({ changes }) => changes.slice(0, 1))
      .filter(({ at }) => typeof valueAt(base, at) === 'string')
      .toSorted((one, other) => lengthAt(base, other.at) - lengthAt(base, one.at));
    for (const { at } of [...strings, ...encodedIn(base)].slice(0, mostTexts)) {
      const value = valueAt(base, at);
      if (typeof value !== 'string') continue;
      const grain = at.at(-1) === 'data' ? 4 : 1;
      const keepsText = async (text: string): Promise<boolean> => {
        const tree = changed(base, [{ at, value: text }]);
        const found = await keeps(tree);
        if (found) settle(tree, found);
        return found !== undefined;
      };
      await shrinkText(value, keepsText, { grain });
    }
  };

  const guesses = levelsOf(whole, lead);
  for (const [index, guess] of guesses.slice(0, -1).entries()) {
    const isCore = index === 0;
    const neutral = isCore ? neutralBut(guess, lead) : guess;
    const at = await keeps(neutral);
    if (!at) continue;
    settle(neutral, at);
    isGuessed = isCore;
    break;
  }
  most = isGuessed ? fewWhenGuessed : fewSiblings;
  if (!isGuessed) await pass('loose');
  await neutralize();
  await shrinkTexts();
  for (let scope: Scope = isGuessed ? 'loose' : 'all'; ; scope = 'all') {
    const before = version;
    await pass(scope);
    if (scope === 'all' && version === before) return current();
  }
}

/** A guess with neutral values everywhere but at the place of the failure. */
function neutralBut(guess: RequestTree, { at }: Lead): RequestTree {
  const [list, ...rest] = at;
  // The message with the failure has moved to another place in a guess; its texts are left as they are.
  const place = list === 'messages' && rest.length > 0 ? ['body', 'messages'] : ['body', ...at];
  const standIns = standInsOf(guess).filter((one) => !touches(one, place));
  return changed(guess, changesOf(standIns, guess));
}

function hasParts(value: unknown): boolean {
  return isArray(value) ? value.length > 0 : isObject(value) && Object.keys(value).length > 0;
}

function lengthAt(tree: RequestTree, at: BodyPath): number {
  const value = valueAt(tree, at);
  return typeof value === 'string' ? value.length : 0;
}

/** Images and documents that no stand-in could take the place of. */
function encodedIn(tree: RequestTree): readonly { readonly at: BodyPath }[] {
  const found: { readonly at: BodyPath }[] = [];
  const walk = (path: BodyPath): void => {
    const value = valueAt(tree, path);
    if (isObject(value) && value.type === 'base64' && typeof value.data === 'string' && value.data.length > 4)
      found.push({ at: [...path, 'data'] });
    for (const child of childrenAt(tree, path)) walk(child);
  };
  walk(['body']);
  return found;
}
