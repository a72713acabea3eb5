import { isArray, isObject, type JsonObject } from '../../core/json.ts';
import type { BodyPath } from '../../core/problem.ts';
import { bodyOf, type StudiedRequest } from '../request.ts';

/**
 * A request as one value, so that headers, beta values and members of the body are taken out in the same way. The
 * version, a header or on some clouds a member, stands beside it: without it no call is what it was.
 */
export interface RequestTree {
  /** Values by lower-case name; `anthropic-beta` as the list of its values. */
  readonly headers: JsonObject;
  readonly body: JsonObject;
}

const betaHeader = 'anthropic-beta';
const versionHeader = 'anthropic-version';
const versionMember = 'anthropic_version';

/** The tree of a request; undefined where the body is no JSON object. */
export function treeOf(request: StudiedRequest): RequestTree | undefined {
  const body = bodyOf(request);
  if (!body) return undefined;
  const { [betaHeader]: betas, [versionHeader]: _version, ...rest } = request.headers;
  const values = betas
    ?.split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '');
  const version = cloudVersionOf(request);
  const members = Object.entries(body).filter(([name]) => name !== versionMember || version === undefined);
  return {
    headers: values === undefined ? rest : { ...rest, [betaHeader]: values },
    body: Object.fromEntries(members),
  };
}

/** A tree as a request of the same endpoint and version. */
export function requestOf({ headers, body }: RequestTree, request: StudiedRequest): StudiedRequest {
  const { endpoint, areHeadersKnown } = request;
  const version = request.headers[versionHeader];
  const cloudVersion = cloudVersionOf(request);
  const written = Object.entries(headers).flatMap(([name, value]): readonly (readonly [string, string])[] => {
    if (!isArray(value)) return [[name, String(value)]];
    return value.length === 0 ? [] : [[name, value.join(',')]];
  });
  return {
    endpoint,
    areHeadersKnown,
    headers: { ...(version === undefined ? {} : { [versionHeader]: version }), ...Object.fromEntries(written) },
    text: JSON.stringify(cloudVersion === undefined ? body : { [versionMember]: cloudVersion, ...body }),
  };
}

/** Bedrock and Vertex take the version as a member of the body; elsewhere that is a member like any other. */
function cloudVersionOf({ text }: StudiedRequest): string | undefined {
  return /"anthropic_version"\s*:\s*"((?:bedrock|vertex)-[\w-]{1,40})"/.exec(text)?.[1];
}

/** A path as a key of sets and maps. */
export function keyOf(path: BodyPath): string {
  return JSON.stringify(path);
}

/** The value at a path. */
export function valueAt(value: unknown, path: BodyPath): unknown {
  let found = value;
  for (const step of path) {
    if (isArray(found) && typeof step === 'number') found = found[step];
    else if (isObject(found) && typeof step === 'string' && Object.hasOwn(found, step)) found = found[step];
    else return undefined;
  }
  return found;
}

/** The paths of the members or items of a value. */
export function childrenAt(tree: RequestTree, path: BodyPath): readonly BodyPath[] {
  const value = valueAt(tree, path);
  if (isArray(value)) return value.map((_, index) => [...path, index]);
  return isObject(value) ? Object.keys(value).map((name) => [...path, name]) : [];
}

/** A tree without what stands at the given paths, which are those of the tree before anything was taken out. */
export function without(tree: RequestTree, removed: ReadonlySet<string>): RequestTree {
  if (removed.size === 0) return tree;
  const { headers, body } = tree;
  return { headers: objectWithout(headers, ['headers'], removed), body: objectWithout(body, ['body'], removed) };
}

function objectWithout(value: JsonObject, path: BodyPath, removed: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      const at = [...path, name];
      return removed.has(keyOf(at)) ? [] : [[name, valueWithout(inner, at, removed)]];
    }),
  );
}

function valueWithout(value: unknown, path: BodyPath, removed: ReadonlySet<string>): unknown {
  if (isObject(value)) return objectWithout(value, path, removed);
  if (!isArray(value)) return value;
  return value.flatMap((inner, index) => {
    const at = [...path, index];
    return removed.has(keyOf(at)) ? [] : [valueWithout(inner, at, removed)];
  });
}

/** A value put in the place of another. */
export interface Change {
  readonly at: BodyPath;
  readonly value: unknown;
}

/** A tree with other values at some paths. */
export function changed(tree: RequestTree, changes: readonly Change[]): RequestTree {
  if (changes.length === 0) return tree;
  const byPath = new Map(changes.map(({ at, value }) => [keyOf(at), value]));
  const walk = (value: unknown, path: BodyPath): unknown => {
    const key = keyOf(path);
    if (byPath.has(key)) return byPath.get(key);
    if (isArray(value)) return value.map((inner, index) => walk(inner, [...path, index]));
    return isObject(value) ? walkObject(value, path) : value;
  };
  const walkObject = (value: JsonObject, path: BodyPath): JsonObject =>
    Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner, [...path, name])]));
  return { headers: walkObject(tree.headers, ['headers']), body: walkObject(tree.body, ['body']) };
}

/** Whether a path is another one, or lies below it. */
export function isAtOrBelow(path: BodyPath, above: BodyPath): boolean {
  return above.length <= path.length && above.every((step, index) => path[index] === step);
}
