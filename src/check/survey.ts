import { isArray, isObject } from '../core/json.ts';
import { oncePerView } from '../core/view.ts';

/** What a look at every string of a body tells. */
export interface Survey {
  /** Characters of all strings and keys: the prompt has no more tokens than a small multiple of it. */
  readonly characters: number;
  /** A string holds half of a surrogate pair, or the body nests too deep to say. */
  readonly mayHoldHalf: boolean;
}

/** Nested deeper than this, a body is searched by those who want to know more. */
const deepest = 200;

/** Looks at every string once, without paths and without allocating. */
export const surveyOf = oncePerView(({ body }): Survey => {
  let characters = 0;
  let mayHoldHalf = false;
  const look = (value: unknown, depth: number): void => {
    if (typeof value === 'string') {
      characters += value.length;
      if (!value.isWellFormed()) mayHoldHalf = true;
    } else if (typeof value === 'object' && value !== null) {
      if (depth === deepest) {
        mayHoldHalf = true;
        characters = Infinity;
      } else if (isArray(value)) {
        for (let index = 0; index < value.length; index++) look(value[index], depth + 1);
      } else if (isObject(value)) {
        for (const key in value) {
          characters += key.length;
          look(value[key], depth + 1);
        }
      }
    }
  };
  look(body, 0);
  return { characters, mayHoldHalf };
});
