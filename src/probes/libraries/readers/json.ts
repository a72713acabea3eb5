import { isObject, type JsonObject } from '../../../core/json.ts';

/** The object that a JSON text holds; an empty one where it holds none. */
export function parseJson(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
