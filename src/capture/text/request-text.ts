import { closingAt } from './message.ts';

/** A turn of a conversation, as JSON, Python and JavaScript print one, escaped or not; or what the AI SDK calls a request. */
const ofRequest =
  /\brole\\*["'\u0060]?\s{0,3}:\s{0,3}\\*["'\u0060](?:user|assistant|system|developer|tool)\b|\brequestBodyValues\b/;
/** Members of a request that hold what people, models and tools said, where their value is a text. */
const said =
  /(?<![\w-])\\*["'\u0060]?(?:content|text|system|thinking)\\*["'\u0060]?\s{0,3}:\s{0,3}(\\*)(["'\u0060])(?!\2)/g;
/** What shows that an error stands outside of what was said: an error of the API, as most do, or any other. */
const ofApi = /["']type\W{1,6}:\W{1,6}error\W|\bError code: \d|\bAPI Error/;
const failed = (): RegExp =>
  /["']type\W{1,6}:\W{1,6}error\W|\b\w{1,60}(?:Error|Exception)\b["']?\s?[:([{,]|\bError code: \d|\bAPI Error|\bstatus(?:[ _]?code)?["']?\s?[:=]\s?[45]\d\d|HTTP\/[\d.]{1,3}["']? [45]\d\d|\b[45]\d\d[ :-]{1,3}[{A-Z]/i;

/**
 * Blanks what was said in a request that an error repeats: the words of a prompt may be those of an error, and are none.
 * A text whose only error stands in a turn, as in the transcript of a session, is returned as it is.
 */
export function withoutRequestText(text: string): string {
  if (!/role|requestBody/.test(text) || !ofRequest.test(text)) return text;
  let left = '';
  let done = 0;
  let line = 0;
  for (const found of text.matchAll(said)) {
    const start = found.index + found[0].length;
    if (found.index < done) continue;
    if (line < start) line = lineEnd(text, start);
    const end = closingAt(text, start, found[2] ?? '"', found[1]?.length ?? 0, line) ?? joinedEnd(text, line);
    left += text.slice(done, start) + text.slice(start, end).replaceAll(/[^\n]/g, ' ');
    done = end;
  }
  left += text.slice(done);
  return done > 0 && (ofApi.test(left) || failed().test(left)) ? left : text;
}

/** What Node puts between the lines of a long text. */
const goesOn = /\+[ \t]*$/;

/** The end of the last line that is joined to the one that ends at `end`. */
function joinedEnd(text: string, end: number): number {
  let at = end;
  while (at < text.length && goesOn.test(text.slice(Math.max(0, at - 8), at))) at = lineEnd(text, at + 1);
  return at;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
