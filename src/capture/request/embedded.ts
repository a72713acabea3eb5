import { lineColumnOf } from '../../check/text/lines.ts';
import { isObject, parsedJson } from '../../core/json.ts';
import type { BodyPath } from '../../core/problem.ts';
import type { Captured } from './captured.ts';
import { capturedFrom } from './capture.ts';
import { readLiteral, type Cut, type Literal } from './loose.ts';
import { unwrap, type Unwrapped } from './unwrap.ts';

/** What the literals of a text hold. */
export interface Embedded {
  readonly items: readonly Captured[];
  /** Requests that their dumps show only in part. */
  readonly cut: readonly Cut[];
}

const literalNote =
  'Read from a literal of JavaScript or Python; lines and columns are those of the JSON that was made from it.';
/** A brace before what can be a key, and the arguments of a call that sends a request. */
const openings =
  /\{(?=\s{0,200}["'`\w$:[])|(?<=\.(?:create|stream|parse|count_tokens|countTokens|a?completion))\((?=\s{0,200}["'\w{*])/g;
/** After so many braces without a request a text is taken for something else. */
const mostLiterals = 200_000;

/**
 * Finds requests in the literals of a text: debug logs, error dumps, source code, JSON between other lines. Each
 * character is read once: after a literal, whole or broken, the search goes on behind it.
 */
export function fromLiterals(text: string): Embedded {
  const items: Captured[] = [];
  const cut: Cut[] = [];
  const opening = new RegExp(openings);
  for (let tries = 0, found = opening.exec(text); found && tries < mostLiterals; tries++) {
    const at = found.index;
    const literal = readLiteral(text, at);
    for (const one of unwrap(literal.value).filter(isTold)) {
      const missing = literal.cuts.find(({ path }) => isWithin(path, one.path));
      if (missing) cut.push(missing);
      else items.push(...itemFrom(one, literal, text, at));
    }
    opening.lastIndex = Math.max(literal.end, at + 1);
    found = opening.exec(text);
  }
  return { items, cut };
}

/** Programs print settings that look like a request without messages, and errors, which are for `explain`. */
function isTold({ kind, body, text }: Unwrapped): boolean {
  if (kind === 'response') return isObject(body) && body.type === 'message';
  return text !== undefined || (isObject(body) && (body.messages !== undefined || body.requests !== undefined));
}

function itemFrom(one: Unwrapped, literal: Literal, text: string, at: number): readonly Captured[] {
  const slice = text.slice(at, literal.end);
  // JSON between other lines stands there as it is.
  if (literal.isWhole && parsedJson(slice) !== undefined) return capturedFrom([one], { text: slice, offset: at });
  return capturedFrom([one], { text: '', note: literalNote });
}

function isWithin(path: BodyPath, outer: BodyPath): boolean {
  return outer.every((key, index) => path[index] === key);
}

/** Why a dump that leaves parts out cannot be judged, and how to get a whole one. */
export function cutReason(text: string, cut: Cut): { readonly because: string; readonly hint: string } {
  const { line } = lineColumnOf(text, cut.at);
  const member = cut.path.length === 0 ? 'the request' : `\`${cut.path.join('.')}\``;
  const mark = cut.mark === '' ? 'the text ends' : `the dump shows \`${cut.mark.trim()}\``;
  return {
    because: `The request is not whole: for ${member} ${mark} (line ${line}).`,
    hint: isInspect(cut.mark)
      ? "Print it whole: `require('node:util').inspect.defaultOptions.depth = null` (and `maxArrayLength`, `maxStringLength`) at the start of the program, or `console.log(JSON.stringify(request))`."
      : 'Write the request as JSON (`JSON.stringify(request)`, `json.dumps(request)`), and give that.',
  };
}

function isInspect(mark: string): boolean {
  return /^\[[A-Z]|^\.\.\. ?\d/.test(mark);
}
