import type { BodyPath, Problem } from '../core/problem.ts';
import type { Rule } from '../core/rule.ts';
import type { RequestView } from '../core/view.ts';
import { circleProblem } from './circle.ts';
import { inApiOrder } from './order.ts';

/**
 * Judges a request: its structure, then every rule. A value whose structure is broken is not judged again by rules, so
 * that one mistake is told once.
 */
export function judge(view: RequestView, rules: readonly Rule[]): readonly Problem[] {
  const structure = view.structure();
  const circle = structure.survey.isTooDeep ? circleProblem(view.body) : undefined;
  if (circle) return [circle];
  const problems = [...structure.problems];
  const broken = new BrokenPlaces(problems);
  for (let index = 0; index < rules.length; index++) {
    const found = rules[index]?.judge(view);
    if (!found || found.length === 0) continue;
    for (const problem of found) if (!broken.holds(problem.at)) problems.push(problem);
  }
  return problems.length < 2 ? problems : inApiOrder(problems);
}

/** The places at which structure is broken, as a tree of keys. */
class BrokenPlaces {
  readonly #root: PlaceNode = { isBroken: false, inner: undefined };

  constructor(problems: readonly Problem[]) {
    for (const { at, severity } of problems) {
      if (severity !== 'error') continue;
      let node: PlaceNode = this.#root;
      for (const key of at) {
        const inner = (node.inner ??= new Map<string | number, PlaceNode>());
        let next = inner.get(key);
        if (!next) inner.set(key, (next = { isBroken: false, inner: undefined }));
        node = next;
      }
      node.isBroken = true;
    }
  }

  /** Whether a place, or one that it lies in, is broken. */
  holds(at: BodyPath): boolean {
    let node: PlaceNode | undefined = this.#root;
    for (const key of at) {
      node = node.inner?.get(key);
      if (!node) return false;
      if (node.isBroken) return true;
    }
    return false;
  }
}

interface PlaceNode {
  isBroken: boolean;
  inner: Map<string | number, PlaceNode> | undefined;
}
