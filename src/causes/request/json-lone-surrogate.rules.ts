import { pathOf } from '../../check/steps.ts';
import type { Placed } from '../../check/steps.ts';
import { isArray, isObject } from '../../core/json.ts';
import type { BodyPath } from '../../core/problem.ts';
import { defineRule } from '../../core/rule.ts';

interface Half {
  readonly at: BodyPath;
  readonly text: string;
}

/** What an unpaired surrogate is replaced by: the character that Unicode has for it. */
const replacement = '\ufffd';

/** Bodies that the API's JSON parser refuses although most JSON writers produce them. */
export const jsonLoneSurrogateRules = [
  defineRule<Half>({
    cause: 'json-lone-surrogate',
    row: 'json-lone-surrogate',
    phase: 'json',
    kinds: ['messages', 'count-tokens', 'batch'],
    find: (view) => (view.structure().survey.mayHoldHalf ? halves(view.body) : []),
    path: () => '',
    at: ({ at }) => at,
    message: ({ text }) =>
      `The request body is not valid JSON: ${/[\ud800-\udbff](?![\udc00-\udfff])/.test(text) ? 'no low surrogate in string' : 'invalid high surrogate in string'}`,
    why: ({ at, text }) =>
      `\`${at.join('.')}\` holds half of a surrogate pair (character ${firstHalf(text) + 1} of ${text.length}), as text that was cut inside an emoji does. It becomes an escape that is no Unicode.`,
    fix: ({ at, text }) => ({
      name: 'surrogates',
      safe: true,
      does: 'replace each unpaired surrogate by U+FFFD',
      edits: [{ kind: 'set', at, value: text.toWellFormed() }],
    }),
  }),
];

function firstHalf(text: string): number {
  const repaired = text.toWellFormed();
  let at = repaired.indexOf(replacement);
  while (at >= 0 && text[at] === replacement) at = repaired.indexOf(replacement, at + 1);
  return at;
}

/** Every string that is not well formed, found without recursion; paths are built where one is found. */
function halves(body: unknown): readonly Half[] {
  const found: Half[] = [];
  const waiting: Placed[] = [{ value: body, step: undefined }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, step } = next;
    if (typeof value === 'string') {
      if (!value.isWellFormed()) found.push({ at: pathOf(step), text: value });
    } else if (isArray(value)) {
      for (const [index, item] of value.entries())
        if (mayHold(item)) waiting.push({ value: item, step: { key: index, before: step } });
    } else if (isObject(value)) {
      for (const key of Object.keys(value))
        if (mayHold(value[key])) waiting.push({ value: value[key], step: { key, before: step } });
    }
  }
  return found;
}

/** Objects and arrays to look into, and the strings that are at fault. */
function mayHold(value: unknown): boolean {
  return typeof value === 'string' ? !value.isWellFormed() : typeof value === 'object' && value !== null;
}
