import { isObject } from '../../core/json.ts';
import { structureMessages, takesMinusOne } from '../../facts/messages/structure.ts';
import { identifierPattern } from '../../facts/value-limits.ts';
import type { ValueLimit } from '../../facts/value-limits.ts';
import { isIdentifier } from '../identifier.ts';

/** A limit that a value breaks. */
export interface BrokenLimit {
  readonly message: string;
  /** Known from one source alone: a reason to warn. */
  readonly isUnsure: boolean;
}

const compiled = new Map<string, RegExp>();

/** The limit that a value of the right type breaks; a value of a wrong type breaks none. */
export function breaksLimit(
  limit: ValueLimit,
  value: unknown,
  key: string,
  asOf: string | undefined,
): BrokenLimit | undefined {
  switch (limit.kind) {
    case 'not-empty':
      return value === '' ? sure(structureMessages.notEmpty) : undefined;
    case 'range': {
      if (typeof value !== 'number' || (value >= limit.low && value <= limit.high)) return undefined;
      const isNamed = key === 'temperature' && takesMinusOne(asOf);
      if (isNamed && value === -1) return undefined;
      const sentence = isNamed ? structureMessages.rangeWithMinusOne : structureMessages.range;
      return sure(sentence(limit.low, limit.high));
    }
    case 'at-least':
      return typeof value === 'number' && value < limit.least
        ? sure(structureMessages.atLeast(limit.wording, limit.least))
        : undefined;
    case 'identifier':
      return typeof value === 'string' && !isIdentifier(value)
        ? sure(structureMessages.pattern(identifierPattern))
        : undefined;
    case 'pattern':
      return typeof value === 'string' && !matches(limit.pattern, value)
        ? { message: structureMessages.pattern(limit.pattern), isUnsure: limit.isUnsure ?? false }
        : undefined;
    case 'longest':
      return typeof value === 'string' && value.length > limit.characters
        ? { message: structureMessages.longest(limit.characters), isUnsure: true }
        : undefined;
    case 'one-of':
      return typeof value === 'string' && !limit.values.includes(value)
        ? sure(structureMessages.memberOf(limit.values))
        : undefined;
    case 'object':
      return isObject(value) ? undefined : sure(structureMessages.object(asOf));
    default:
      return undefined;
  }
}

function sure(message: string): BrokenLimit {
  return { message, isUnsure: false };
}

function matches(pattern: string, value: string): boolean {
  let expression = compiled.get(pattern);
  if (!expression) compiled.set(pattern, (expression = new RegExp(pattern)));
  return expression.test(value);
}
