import { isArray, isObject } from '../core/json.ts';
import type { BodyPath, Problem } from '../core/problem.ts';

interface Frame {
  readonly value: object;
  readonly members: readonly (readonly [string | number, unknown])[];
  next: number;
}

/** A body that holds itself cannot be written as JSON, and a walk through it has no end; undefined for any other body. */
export function circleProblem(body: object): Problem | undefined {
  const at = circleIn(body);
  if (!at) return undefined;
  const place = at.join('.');
  return {
    cause: 'json-malformed',
    row: 'body-circular',
    severity: 'error',
    phase: 'json',
    path: '',
    message: `The request cannot be written as JSON: \`${place}\` holds an object that it lies in.`,
    wording: 'ours',
    at,
    why: '`JSON.stringify` throws here, so that the request never leaves. Copy what is needed into a new object.',
  };
}

/** The way to the first member that is one of the objects around it, found without recursion. */
function circleIn(body: object): BodyPath | undefined {
  const around = new Set<unknown>([body]);
  const cleared = new Set<unknown>();
  const way: Frame[] = [frameOf(body)];
  for (let frame = way.at(-1); frame; frame = way.at(-1)) {
    const member = frame.members[frame.next++];
    if (!member) {
      around.delete(frame.value);
      cleared.add(frame.value);
      way.pop();
      continue;
    }
    const [, value] = member;
    if (around.has(value)) return way.flatMap(({ members, next }) => members[next - 1]?.[0] ?? []);
    if (cleared.has(value) || !(isArray(value) || isObject(value))) continue;
    around.add(value);
    way.push(frameOf(value));
  }
  return undefined;
}

function frameOf(value: object): Frame {
  return { value, members: isArray(value) ? [...value.entries()] : Object.entries(value), next: 0 };
}
