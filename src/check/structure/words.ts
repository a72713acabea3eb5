import type { JsonObject } from '../../core/json.ts';
import { memberMeanings } from '../../facts/member-meanings.ts';

const longestQuote = 40;
/** Of the members that were found instead, so many are named. */
const mostNamed = 6;

/** Why a member must be there, and what was found without it. */
export function whyRequired(name: string, holder: string, object: JsonObject): string {
  const found = Object.keys(object).filter((key) => object[key] !== undefined);
  const named = found.slice(0, mostNamed).map((key) => `\`${key.slice(0, longestQuote)}\``);
  const more = found.length > mostNamed ? ` and ${found.length - mostNamed} more` : '';
  const instead = found.length === 0 ? 'This one is empty.' : `Found here: ${named.join(', ')}${more}.`;
  return `${memberMeaning(name)}${holder} must have \`${name}\`. ${instead}`;
}

/** What a member is for, as a sentence with a space behind it; empty where its name says it. */
export function memberMeaning(name: string): string {
  const meaning = Object.hasOwn(memberMeanings, name) ? memberMeanings[name] : undefined;
  return meaning === undefined ? '' : `\`${name}\` ${meaning}. `;
}

/** What a value is, short enough for a sentence. */
export function described(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') {
    return value.length > longestQuote
      ? `a string of ${value.length} characters`
      : `the string ${JSON.stringify(value)}`;
  }
  return typeof value === 'number' || typeof value === 'boolean' ? `${value}` : `a ${typeof value}`;
}
