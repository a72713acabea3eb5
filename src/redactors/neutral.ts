import { isArray, isObject, textOf, type JsonObject } from '../core/json.ts';
import { keepsText } from './share.ts';

/**
 * A body of a request that can be sent and says nothing: texts become words without meaning of the same length, names
 * of fields that the user chose are numbered, images and documents become the smallest there are. Types, roles, ids,
 * models and names of tools stay.
 */
export function neutralBody(body: JsonObject): JsonObject {
  return neutralObject(body, { isFree: false, names: new Map() });
}

interface Place {
  /** Inside what the user or the model made up: arguments of tools. */
  readonly isFree: boolean;
  /** The same name gets the same number, in a schema and in what follows it. */
  readonly names: Map<string, string>;
}

function neutralObject(object: JsonObject, place: Place): JsonObject {
  if (object.type === 'base64' && typeof object.data === 'string') return smallestMedia(object);
  return Object.fromEntries(
    Object.entries(object).map(([name, member]) => {
      if (!place.isFree && schemas.has(name) && isObject(member)) return [name, neutralSchema(member, place)];
      const inner = { ...place, isFree: place.isFree || free.has(name) };
      return [place.isFree ? numbered(name, place) : name, neutral(member, name, inner)];
    }),
  );
}

const schemas: ReadonlySet<string> = new Set(['input_schema', 'schema']);
/** Members whose inside is the user's or the model's own. */
const free: ReadonlySet<string> = new Set(['input', 'arguments', 'extra_body']);

function neutral(value: unknown, name: string, place: Place): unknown {
  if (typeof value === 'string') return !place.isFree && keepsText(name, value) ? value : neutralText(value);
  if (typeof value === 'number') return place.isFree ? 1 : value;
  if (isArray(value)) return value.map((item) => neutral(item, name, place));
  return isObject(value) ? neutralObject(value, place) : value;
}

function numbered(name: string, { names }: Place): string {
  const known = names.get(name) ?? `field_${names.size + 1}`;
  names.set(name, known);
  return known;
}

const words = 'lorem ipsum dolor sit amet ';

/** As long as the text, with its lines and with the white space around it, since failures can hang on these. */
function neutralText(text: string): string {
  let at = 0;
  return text.replaceAll(/\S+(?:[ \t]+\S+)*/g, (run) => {
    const made = (words.slice(at % words.length) + words.repeat(Math.ceil(run.length / words.length))).slice(
      0,
      run.length,
    );
    at += run.length;
    return made.replace(/^ | $/g, 'm');
  });
}

/** A schema that allows the same forms under other names; texts in it are for people. */
function neutralSchema(schema: JsonObject, place: Place): JsonObject {
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, member]) => {
      if (named.has(keyword) && isObject(member))
        return [
          keyword,
          Object.fromEntries(
            Object.entries(member).map(([name, inner]) => [numbered(name, place), inSchema(inner, place)]),
          ),
        ];
      if (keyword === 'required' && isArray(member))
        return [keyword, member.map((name) => (typeof name === 'string' ? numbered(name, place) : name))];
      // Values that a field can have differ from one another.
      if (keyword === 'enum' && isArray(member))
        return [keyword, member.map((value) => (typeof value === 'string' ? numbered(value, place) : value))];
      if (values.has(keyword)) return [keyword, neutral(member, '', { ...place, isFree: true })];
      if (keyword === '$ref' && typeof member === 'string') return [keyword, neutralReference(member, place)];
      return [keyword, inSchema(member, place)];
    }),
  );
}

/** Keywords whose members are names that the user chose. */
const named: ReadonlySet<string> = new Set(['properties', '$defs', 'definitions', 'patternProperties']);
/** Keywords that hold values or texts of the user. */
const values: ReadonlySet<string> = new Set(['description', 'title', '$comment', 'default', 'examples', 'const']);

function inSchema(value: unknown, place: Place): unknown {
  if (isArray(value)) return value.map((item) => inSchema(item, place));
  return isObject(value) ? neutralSchema(value, place) : value;
}

function neutralReference(reference: string, place: Place): string {
  return reference.replace(
    /^(#\/(?:\$defs|definitions)\/)(.+)$/,
    (_, start: string, name: string) => start + numbered(name, place),
  );
}

/** One pixel, and one empty page. */
const smallestGif = 'R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAkQBADs=';
const smallestPdf =
  'JVBERi0xLjEKMSAwIG9iajw8L1R5cGUvQ2F0YWxvZy9QYWdlcyAyIDAgUj4+ZW5kb2JqCjIgMCBvYmo8PC9UeXBlL1BhZ2VzL0tpZHNbMyAwIFJdL0NvdW50IDE+PmVuZG9iagozIDAgb2JqPDwvVHlwZS9QYWdlL1BhcmVudCAyIDAgUi9NZWRpYUJveFswIDAgOSA5XT4+ZW5kb2JqCnhyZWYKMCA0CjAwMDAwMDAwMDAgNjU1MzUgZiAKMDAwMDAwMDAwOSAwMDAwMCBuIAowMDAwMDAwMDUyIDAwMDAwIG4gCjAwMDAwMDAxMDEgMDAwMDAgbiAKdHJhaWxlcjw8L1NpemUgNC9Sb290IDEgMCBSPj4Kc3RhcnR4cmVmCjE2MAolJUVPRgo=';

function smallestMedia(source: JsonObject): JsonObject {
  return textOf(source.media_type) === 'application/pdf'
    ? { ...source, data: smallestPdf }
    : { ...source, media_type: 'image/gif', data: smallestGif };
}
