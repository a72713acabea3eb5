import { isArray, isObject } from '../core/json.ts';
import type { Survey } from '../core/view.ts';

/** Nested deeper than this, a body is searched by those who want to know more. */
const deepest = 200;

/** Adds up what every string of a body tells, without paths and without allocating. */
export class StringSurvey implements Survey {
  characters = 0;
  mayHoldHalf = false;
  isTooDeep = false;

  /** Looks at one string. */
  text(value: string): void {
    this.characters += value.length;
    if (!value.isWellFormed()) this.mayHoldHalf = true;
  }

  /** Looks at every string and key inside a value whose members have no meaning for the API. */
  json(value: unknown, depth = 0): void {
    if (typeof value === 'string') this.text(value);
    // Once it is too deep nothing is left to learn, and a body that holds itself has no end.
    else if (typeof value !== 'object' || value === null || this.isTooDeep) return;
    else if (depth === deepest) {
      this.isTooDeep = true;
      this.mayHoldHalf = true;
      this.characters = Infinity;
    } else if (isArray(value)) {
      for (let index = 0; index < value.length; index++) this.json(value[index], depth + 1);
    } else if (isObject(value)) {
      for (const key in value) {
        this.characters += key.length;
        this.json(value[key], depth + 1);
      }
    }
  }
}
