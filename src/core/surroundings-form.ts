import { listOf, maybe, objectOf, recordOf, text } from './form.ts';
import { parsedJson } from './json.ts';
import type { Surroundings } from './surroundings.ts';

const surroundings = objectOf({
  system: text,
  release: text,
  architecture: text,
  zone: text,
  node: maybe(text),
  python: maybe(text),
  sdks: listOf(objectOf({ package: text, version: text })),
  variables: listOf(text),
  settings: recordOf(text),
});

/** The surroundings in a text that Faultline wrote; `undefined` where it holds none. */
export function surroundingsFrom(json: string): Surroundings | undefined {
  const value = parsedJson(json);
  return isSurroundings(value) ? value : undefined;
}

/** Whether a value has the form of surroundings. */
export function isSurroundings(value: unknown): value is Surroundings {
  return surroundings(value);
}
