import { isArray, isObject } from './json.ts';

/** Says whether a value from outside has a form. */
export type Form = (value: unknown) => boolean;

/** A text. */
export const text: Form = (value) => typeof value === 'string';
/** A number that can be counted with. */
export const number: Form = (value) => typeof value === 'number' && Number.isFinite(value);
/** True or false. */
export const truth: Form = (value) => typeof value === 'boolean';
/** A moment that every reader of dates understands. */
export const moment: Form = (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value));

/** One of some texts. */
export function oneOf(...words: readonly string[]): Form {
  return (value) => typeof value === 'string' && words.includes(value);
}

/** What may be left out. */
export function maybe(form: Form): Form {
  return (value) => value === undefined || form(value);
}

/** A list of what has one form. */
export function listOf(form: Form): Form {
  return (value) => isArray(value) && value.every(form);
}

/** A list of a fixed length, each place with a form of its own. */
export function tuple(...forms: readonly Form[]): Form {
  return (value) => isArray(value) && value.length === forms.length && forms.every((form, at) => form(value[at]));
}

/** An object whose members all have one form. */
export function recordOf(form: Form): Form {
  return (value) => isObject(value) && Object.values(value).every(form);
}

/** An object with these members; others are not looked at. */
export function objectOf(members: Readonly<Record<string, Form>>): Form {
  const entries = Object.entries(members);
  return (value) => isObject(value) && entries.every(([name, form]) => form(value[name]));
}
