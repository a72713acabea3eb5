import { isArray, isObject } from '../core/json.ts';

/** What a local reference (`#`, `#/$defs/Name`) points to in a document; `undefined` where it leads nowhere. */
export function resolveReference(reference: string, root: unknown): unknown {
  let value = root;
  if (reference === '#') return value;
  if (!reference.startsWith('#/')) return undefined;
  for (const step of reference.slice(2).split('/')) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (isArray(value)) value = value[Number(key)];
    else if (isObject(value) && Object.hasOwn(value, key)) value = value[key];
    else return undefined;
  }
  return value;
}
