import { isArray, isObject, numberOf, textOf, type JsonObject } from '../../core/json.ts';
import type { BodyPath } from '../../core/problem.ts';
import { isAtOrBelow, keyOf, valueAt, type Change, type RequestTree } from './tree.ts';

/** A neutral value for one thing in a request: several changes where one thing stands in several places. */
export interface StandIn {
  readonly kind: 'text' | 'name' | 'id' | 'media' | 'number';
  readonly changes: readonly Change[];
}

const neutral = 'x';
/** Texts that say what something is, and not what the user says. */
const kept: ReadonlySet<string> = new Set([
  'type',
  'role',
  'model',
  'media_type',
  'ttl',
  'effort',
  'format',
  'encoding',
  'anthropic_version',
  'service_tier',
  'speed',
  'inference_geo',
  '$ref',
  '$schema',
  '$id',
  'pattern',
  'display',
  'mode',
  'keep',
]);
/** Members of a JSON schema whose texts are for people. */
const schemaTexts: ReadonlySet<string> = new Set(['description', 'title', '$comment', 'default', 'examples']);
const schemas: ReadonlySet<string> = new Set(['input_schema', 'schema', 'output_format']);
const ids: ReadonlySet<string> = new Set(['id', 'tool_use_id', 'custom_id', 'file_id', 'container', 'user_id']);

/**
 * Neutral values for all that the user or the model wrote: texts become one letter, ids and names of tools are numbered,
 * images and documents become the smallest that there are, and `max_tokens` becomes 1. The input of a tool call becomes
 * empty, or, with `isInsideInputs`, each text in it neutral.
 */
export function standInsOf(tree: RequestTree, isInsideInputs = false): readonly StandIn[] {
  const { body } = tree;
  const plain: StandIn[] = [];
  const groups = new Map<string, { kind: 'id' | 'name'; value: string; places: BodyPath[] }>();
  const together = (kind: 'id' | 'name', value: string, at: BodyPath): void => {
    const group = groups.get(`${kind} ${value}`) ?? { kind, value, places: [] };
    group.places.push(at);
    groups.set(`${kind} ${value}`, group);
  };
  const text = (at: BodyPath, value: string): void => {
    if (value.length > 1) plain.push({ kind: 'text', changes: [{ at, value: neutral }] });
  };
  const walk = (value: unknown, at: BodyPath, inSchema: boolean): void => {
    const key = at.at(-1);
    const name = typeof key === 'string' ? key : (textOf(at.at(-2)) ?? '');
    if (typeof value === 'string') {
      if (inSchema ? !schemaTexts.has(name) : kept.has(name)) return;
      if (ids.has(name)) together('id', value, at);
      else if (name === 'url') {
        if (value.length > shortestUrl.length) plain.push({ kind: 'media', changes: [{ at, value: shortestUrl }] });
      } else text(at, value);
    } else if (isArray(value)) {
      value.forEach((inner, index) => walk(inner, [...at, index], inSchema));
    } else if (isObject(value)) {
      walkObject(value, at, inSchema);
    }
  };
  const walkObject = (value: JsonObject, at: BodyPath, inSchema: boolean): void => {
    const media = inSchema ? [] : mediaChanges(value, at);
    if (media.length > 0) plain.push({ kind: 'media', changes: media });
    // The names of tools that Anthropic defines say what they are.
    const isNamedByUser = !inSchema && isToolName(value, at);
    for (const [name, inner] of Object.entries(value)) {
      const place = [...at, name];
      // What a tool was asked is the model's text, as a whole.
      if (
        name === 'input' &&
        !isInsideInputs &&
        isObject(inner) &&
        Object.keys(inner).length > 0 &&
        textOf(value.type)?.endsWith('tool_use') === true
      ) {
        plain.push({ kind: 'text', changes: [{ at: place, value: {} }] });
        continue;
      }
      // What is encoded is no text, and is made smaller only as a whole.
      if (name === 'data' && value.type === 'base64') continue;
      if (name === 'name' && typeof inner === 'string') {
        if (isNamedByUser) together('name', inner, place);
        continue;
      }
      if (name === 'max_tokens' && (numberOf(inner) ?? 0) > 1 && isRequest(at))
        plain.push({ kind: 'number', changes: [{ at: place, value: 1 }] });
      walk(inner, place, inSchema || schemas.has(name));
    }
  };
  walkObject(body, ['body'], false);
  return [...numbered([...groups.values()], body), ...plain];
}

/** The body itself, or the request in an entry of a batch. */
function isRequest(at: BodyPath): boolean {
  return at.length === 1 || (at.length === 4 && at.at(-1) === 'params');
}

const shortestUrl = 'https://example.com/';

/** Whether `name` of this object is one that the user chose for a tool. */
function isToolName({ type, input_schema }: JsonObject, at: BodyPath): boolean {
  const holder = at.at(-2);
  if (holder === 'tools') return type === undefined || type === 'custom' || input_schema !== undefined;
  return type === 'tool_use' || at.at(-1) === 'tool_choice';
}

/** Ids and names by the order in which they appear; those that are short and neutral already stay. */
function numbered(
  groups: readonly { readonly kind: 'id' | 'name'; readonly value: string; readonly places: readonly BodyPath[] }[],
  body: JsonObject,
): readonly StandIn[] {
  const written = JSON.stringify(body);
  const defined = definedNames(body);
  const counts = new Map<string, number>();
  return groups.flatMap(({ kind, value, places }): readonly StandIn[] => {
    if (kind === 'name' && defined.has(value)) return [];
    const prefix = kind === 'name' ? 't' : (/^(?:srvtoolu|toolu|file|mcptoolu)(?=_)/.exec(value)?.[0] ?? 'id');
    const count = (counts.get(prefix) ?? 0) + 1;
    counts.set(prefix, count);
    const fresh = kind === 'name' ? `${prefix}${count}` : `${prefix}_${count}`;
    if (value.length <= fresh.length || (value !== fresh && written.includes(JSON.stringify(fresh)))) return [];
    return [{ kind, changes: places.map((at) => ({ at, value: fresh })) }];
  });
}

/** The names of the tools that Anthropic defines. */
function definedNames({ tools }: JsonObject): ReadonlySet<unknown> {
  const list = isArray(tools) ? tools.filter(isObject) : [];
  return new Set(list.filter(({ type }) => type !== undefined && type !== 'custom').map(({ name }) => name));
}

/** The smallest image or document in the place of a larger one; images of other types become a GIF. */
function mediaChanges(value: JsonObject, at: BodyPath): readonly Change[] {
  const { type, media_type, data } = value;
  if (type !== 'base64' || typeof data !== 'string') return [];
  const small = textOf(media_type) === 'application/pdf' ? smallestPdf : smallestGif;
  if (data.length <= small.length) return [];
  const isImage = textOf(media_type)?.startsWith('image/') === true;
  if (!isImage && small === smallestGif) return [];
  const named: Change = { at: [...at, 'media_type'], value: 'image/gif' };
  return [{ at: [...at, 'data'], value: small }, ...(isImage && media_type !== 'image/gif' ? [named] : [])];
}

/** One pixel. */
const smallestGif = 'R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAkQBADs=';
/** One empty page. */
const smallestPdf =
  'JVBERi0xLjEKMSAwIG9iajw8L1R5cGUvQ2F0YWxvZy9QYWdlcyAyIDAgUj4+ZW5kb2JqCjIgMCBvYmo8PC9UeXBlL1BhZ2VzL0tpZHNbMyAwIFJdL0NvdW50IDE+PmVuZG9iagozIDAgb2JqPDwvVHlwZS9QYWdlL1BhcmVudCAyIDAgUi9NZWRpYUJveFswIDAgOSA5XT4+ZW5kb2JqCnhyZWYKMCA0CjAwMDAwMDAwMDAgNjU1MzUgZiAKMDAwMDAwMDAwOSAwMDAwMCBuIAowMDAwMDAwMDUyIDAwMDAwIG4gCjAwMDAwMDAxMDEgMDAwMDAgbiAKdHJhaWxlcjw8L1NpemUgNC9Sb290IDEgMCBSPj4Kc3RhcnR4cmVmCjE2MAolJUVPRgo=';

/** The stand-ins that touch a place or what lies in it. */
export function touches({ changes }: StandIn, at: BodyPath): boolean {
  return changes.some((change) => isAtOrBelow(change.at, at) || isAtOrBelow(at, change.at));
}

/** The changes of stand-ins whose places are still there. */
export function changesOf(standIns: readonly StandIn[], tree: RequestTree): readonly Change[] {
  const byPlace = new Map(
    standIns
      .flatMap(({ changes }) => changes)
      .filter(({ at }) => valueAt(tree, at) !== undefined)
      .map((change) => [keyOf(change.at), change]),
  );
  return [...byPlace.values()];
}
