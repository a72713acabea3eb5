import { isArray, isObject, textOf, type JsonObject } from '../../core/json.ts';
import type { BodyPath } from '../../core/problem.ts';
import { keyOf, valueAt, type RequestTree } from './tree.ts';

/** From so many on, siblings that are alike are thinned out together, and a few of them stand for all. */
const mostSingly = 3;
/** Objects whose members are of one kind, as the items of a list are. */
const open: ReadonlySet<string | number> = new Set(['properties', '$defs', 'definitions']);

/** Classes of siblings that differ in nothing but names and texts; small ones are left out. */
export function alikeClasses(
  tree: RequestTree,
  container: BodyPath,
  children: readonly BodyPath[],
): readonly (readonly BodyPath[])[] {
  if (children.length <= mostSingly) return [];
  if (!isArray(valueAt(tree, container)) && !open.has(container.at(-1) ?? '')) return [];
  const classes = new Map<string, BodyPath[]>();
  for (const child of children) {
    const form = formOf(valueAt(tree, child));
    classes.set(form, [...(classes.get(form) ?? []), child]);
  }
  return [...classes.values()].filter(({ length }) => length > mostSingly);
}

/** A value without the texts in it. */
function formOf(value: unknown): string {
  if (typeof value === 'string') return '""';
  return JSON.stringify(value, (key, inner: unknown) =>
    typeof inner === 'string' && key !== 'type' && key !== 'role' ? '' : inner,
  );
}

/** The same member in each of the containers that are alike. */
export function aligned(child: BodyPath, first: BodyPath, containers: readonly BodyPath[]): readonly BodyPath[] {
  const rest = child.slice(first.length);
  return containers.map((container) => [...container, ...rest]);
}

/**
 * What cannot stand without a part: the result of a tool call and the call of a result; with a message what belongs to
 * its blocks, and the message behind it, so that the roles still take turns. A message that would be empty goes too.
 */
export function partnersOf(tree: RequestTree, path: BodyPath): readonly BodyPath[] {
  const at = path.lastIndexOf('messages');
  const messagesAt = path.slice(0, at + 1);
  const messages = at < 0 ? undefined : valueAt(tree, messagesAt);
  const index = path[at + 1];
  if (!isArray(messages) || typeof index !== 'number') return [];
  const rest = path.slice(at + 2);
  if (rest.length === 0) {
    const partners = blocksOf(messages[index]).flatMap(({ block }) =>
      placesOfPartners(messages, messagesAt, index, block),
    );
    const behind = messages.length > index + 1 && messages.length > 2 ? [[...messagesAt, index + 1]] : [];
    return distinct([...behind, ...partners.map((one) => emptied(tree, one, messagesAt))]);
  }
  const [member, blockAt] = rest;
  if (member !== 'content' || typeof blockAt !== 'number' || rest.length !== 2) return [];
  const block = valueAt(tree, path);
  if (!isObject(block)) return [];
  return distinct(placesOfPartners(messages, messagesAt, index, block).map((one) => emptied(tree, one, messagesAt)));
}

/** Messages that are taken out together, with the results and calls of tools elsewhere that belong to them. */
export function withToolPartners(tree: RequestTree, paths: readonly BodyPath[]): readonly BodyPath[] {
  const partners = paths.flatMap((path) => {
    const at = path.length - 1;
    const index = path[at];
    const messagesAt = path.slice(0, at);
    const messages = path[at - 1] === 'messages' ? valueAt(tree, messagesAt) : undefined;
    if (!isArray(messages) || typeof index !== 'number') return [];
    return blocksOf(messages[index]).flatMap(({ block }) =>
      placesOfPartners(messages, messagesAt, index, block).map((one) => emptied(tree, one, messagesAt)),
    );
  });
  return distinct([...paths, ...partners]);
}

function placesOfPartners(
  messages: readonly unknown[],
  messagesAt: BodyPath,
  own: number,
  block: JsonObject,
): readonly BodyPath[] {
  const id = textOf(block.type === 'tool_use' ? block.id : block.tool_use_id);
  if (id === undefined) return [];
  return [own - 1, own, own + 1].flatMap((index) =>
    blocksOf(messages[index])
      .filter(({ block: other }) => other !== block && (other.id === id || other.tool_use_id === id))
      .map(({ at }) => [...messagesAt, index, 'content', at]),
  );
}

function blocksOf(message: unknown): readonly { readonly block: JsonObject; readonly at: number }[] {
  if (!isObject(message) || !isArray(message.content)) return [];
  return message.content.flatMap((block, at) => (isObject(block) ? [{ block, at }] : []));
}

/** The whole message where a block is all that it holds. */
function emptied(tree: RequestTree, block: BodyPath, messagesAt: BodyPath): BodyPath {
  const message = block.slice(0, messagesAt.length + 1);
  return blocksOf(valueAt(tree, message)).length === 1 ? message : block;
}

function distinct(paths: readonly BodyPath[]): readonly BodyPath[] {
  return [...new Map(paths.map((path) => [keyOf(path), path])).values()];
}
