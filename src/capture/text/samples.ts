/** A block between fences, as Markdown has it; one that is not closed is none. */
const fenced = /^[ \t>]{0,8}\u0060{3}[^\n\u0060]*\n[\s\S]*?\n[ \t>]{0,8}\u0060{3}[ \t]*$/gm;
/** What a block has that shows what a run printed, and no sample of a program or its settings. */
const failing =
  /(?<![\d.:])[45]\d\d(?![\d.:])|[Ee]rror|ERROR|[Ee]xception|[Ff]ailed|FAILED|fatal|Traceback|panic|denied|refused|timed? ?out|invalid/;

/** The text without the blocks that only show how something is set up. */
export function withoutSettings(text: string): string {
  return text.includes('\u0060\u0060\u0060')
    ? text.replaceAll(fenced, (block) => (failing.test(block) ? block : ' '))
    : text;
}

/** The text without all that stands between fences. */
export function withoutFenced(text: string): string {
  return text.includes('\u0060\u0060\u0060') ? text.replaceAll(fenced, ' ') : text;
}
