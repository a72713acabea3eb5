import { isArray, isObject, textOf, type JsonObject } from '../../core/json.ts';
import { differencesIn, merge, render, type Difference, type MergeOptions } from './merge.ts';

/** A request as it is compared; without its credential. */
export interface ComparedRequest {
  /** With the query: `/v1/messages?beta=true`. */
  readonly endpoint: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: JsonObject;
}

/** Differences that can only be taken over together, mostly one alone. */
export interface RequestPart {
  readonly id: string;
  readonly differences: readonly Difference[];
}

/** Two requests laid over each other, and the parts in which they differ. */
export interface RequestComparison {
  readonly parts: readonly RequestPart[];
  /** The good request, with these parts as in the failing one. */
  readonly with: (parts: ReadonlySet<string>) => ComparedRequest;
  /** Names of headers in which the two differ and which were not compared. */
  readonly leftOut: readonly string[];
}

/**
 * Compares a good request with a failing one. Header values are compared one by one (each value of `anthropic-beta` for
 * itself); a call of a tool and its result go together, as do an id and what names it.
 */
export function compareRequests(good: ComparedRequest, bad: ComparedRequest): RequestComparison {
  const body = merge(good.body, bad.body, options);
  const headers = merge(headerParts(good.headers), headerParts(bad.headers), options, 'header ');
  const endpoint = merge(good.endpoint, bad.endpoint, options, 'endpoint');
  const groups = linked([...differencesIn(endpoint), ...differencesIn(headers), ...differencesIn(body)]);
  const groupOf = new Map(groups.flatMap(({ id, differences }) => differences.map((one) => [one.id, id] as const)));
  return {
    parts: groups,
    with: (parts) => {
      const isBad = (id: string): boolean => parts.has(groupOf.get(id) ?? id);
      return {
        endpoint: textOf(render(endpoint, isBad)) ?? bad.endpoint,
        headers: joinedHeaders(render(headers, isBad)),
        body: objectOf(render(body, isBad)),
      };
    },
    leftOut: [...new Set([...Object.keys(good.headers), ...Object.keys(bad.headers)])]
      .filter((name) => !isCompared(name) && good.headers[name] !== bad.headers[name])
      .toSorted(),
  };
}

const options: MergeOptions = {
  // A signature belongs to every letter of its text, and a schema with half of another is a third one.
  isWhole: (good, bad) => isThinking(good) || isThinking(bad) || typeOf(good) !== typeOf(bad),
  isVersion: (good, bad) => {
    if (!isObject(good) || !isObject(bad)) return !isObject(good) && !isObject(bad) && !isArray(good) && !isArray(bad);
    return ['role', 'type', 'name'].every((name) => good[name] === bad[name]);
  },
};

function isThinking(value: unknown): boolean {
  return typeOf(value)?.endsWith('thinking') === true && isObject(value) && ('signature' in value || 'data' in value);
}

function typeOf(value: unknown): string | undefined {
  return isObject(value) ? textOf(value['type']) : undefined;
}

/** What a header says does not matter to the API, or is the way and not the request; credentials are never compared. */
function isCompared(name: string): boolean {
  return /^(?:anthropic-(?!dangerous-direct)|content-(?:type|encoding)$|accept$|x-app$)/.test(name);
}

function headerParts(headers: Readonly<Record<string, string>>): JsonObject {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => isCompared(name))
      .map(([name, value]) => [name, name === 'anthropic-beta' ? betaValues(value) : value]),
  );
}

/** Each value as a member of its own, so that it can be there or not. */
function betaValues(header: string): JsonObject {
  const values = header.split(',').map((value) => value.trim());
  return Object.fromEntries(values.filter((value) => value !== '').map((value) => [value, true]));
}

function joinedHeaders(parts: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(objectOf(parts)).flatMap(([name, value]) => {
      const text = isObject(value) ? Object.keys(value).join(',') : textOf(value);
      return text === undefined || text === '' ? [] : [[name, text]];
    }),
  );
}

function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** Joins differences that name each other: on one side, the same tool call stands in both. */
function linked(differences: readonly Difference[]): readonly RequestPart[] {
  const groups: { readonly names: Set<string>; readonly differences: Difference[] }[] = [];
  for (const difference of differences) {
    const names = namesIn(difference);
    const touched = groups.filter((group) => [...names].some((name) => group.names.has(name)));
    const joined = {
      names: new Set([...touched.flatMap((group) => [...group.names]), ...names]),
      differences: [...touched.flatMap((group) => group.differences), difference],
    };
    for (const group of touched) groups.splice(groups.indexOf(group), 1);
    groups.push(joined);
  }
  const order = new Map(differences.map((one, at) => [one, at]));
  const place = (one: Difference | undefined): number => (one ? (order.get(one) ?? 0) : 0);
  return groups
    .map((group) => group.differences.toSorted((one, other) => place(one) - place(other)))
    .toSorted(([one], [other]) => place(one) - place(other))
    .map((group) => ({ id: group.map(({ id }) => id).join(' + '), differences: group }));
}

/** The tool calls that a difference tells of, by side: a change of one of them is a change of all that name it. */
function namesIn({ path, good, bad }: Difference): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [side, value] of [
    ['good', good],
    ['bad', bad],
  ] as const) {
    const text = textOf(value);
    if (text !== undefined && /(?:^|\.)(?:tool_use_id|id)$/.test(path)) names.add(`${side} ${text}`);
    else collectIds(value, (id) => names.add(`${side} ${id}`));
  }
  return names;
}

function collectIds(value: unknown, add: (id: string) => void): void {
  if (isArray(value)) for (const item of value) collectIds(item, add);
  if (!isObject(value)) return;
  for (const [name, member] of Object.entries(value)) {
    const text = textOf(member);
    if (
      text !== undefined &&
      (name === 'tool_use_id' || (name === 'id' && typeOf(value)?.endsWith('tool_use') === true))
    )
      add(text);
    else collectIds(member, add);
  }
}
