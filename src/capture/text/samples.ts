/** The first and the last line of a block, as Markdown has it. */
const opening = /^[ \t>]{0,8}\u0060{3}[^\u0060]*$/;
const closing = /^[ \t>]{0,8}\u0060{3}\s*$/;
/** What a block has that shows what a run printed, and no sample of a program or its settings. */
const failing =
  /(?<![\d.:])[45]\d\d(?!\d|[.:]\d)|[Ee]rror|ERROR|[Ee]xception|[Ff]ailed|FAILED|fatal|Traceback|panic|denied|refused|timed out|TIMEDOUT|invalid/;

/** The text without the blocks that only show how something is set up. */
export function withoutSettings(text: string): string {
  return withoutFenced(text, (block) => !failing.test(block));
}

/** The text without the blocks between fences that are of some kind; one that is not closed is none. */
export function withoutFenced(text: string, isKind: (block: string) => boolean): string {
  if (!text.includes('\u0060\u0060\u0060')) return text;
  const kept: string[] = [];
  let block: string[] | undefined;
  for (const line of text.split('\n')) {
    if (block === undefined) {
      if (opening.test(line)) block = [line];
      else kept.push(line);
      continue;
    }
    block.push(line);
    if (!closing.test(line)) continue;
    const whole = block.join('\n');
    kept.push(isKind(whole) ? ' ' : whole);
    block = undefined;
  }
  return kept.concat(block ?? []).join('\n');
}

/** The text without what stands between single backquotes inside a line. */
export function withoutQuotedWords(text: string): string {
  return text.replaceAll(/(?<!\u0060)\u0060[^\u0060\n]{1,400}\u0060(?!\u0060)/g, ' ');
}

/** What the words of a reader have that tell of a failure, around samples of programs. */
const told =
  /(?<![\d.:])[45]\d\d(?!\d|[.:]\d)|error|exception|fail|denied|refused|timed out|invalid|not (?:found|allowed|supported)|\bmust\b|required|cannot|can't|unable|exceed|conflict|too \w+|limit/i;

/** Whether words tell of a failure: a status, or what fails says of itself. */
export function tellsFailure(text: string): boolean {
  return told.test(text);
}
