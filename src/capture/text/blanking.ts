/** What terminals, containers, builds, log collectors and mails put before a line. */
export const lead = String.raw`^(?:\u001b\[[\d;]{0,8}m)?(?:\d{4}-\d\d-\d\dT[\d:.]{5,18}Z?[ \t]{1,8}|#\d{1,5} [\d.]{1,12} |[\w.-]{1,40} {0,8}\| )?(?:[>│┃⎿|] ?)?[ \t]{0,80}`;

/** Marks of an error that really happened; a line that bears one is never taken for mere talk. */
export const happened = /["']type\W{1,6}:\W{1,6}error\W|\breq_(?:vrtx_)?01|Traceback|Error code: \d|API Error/;

/** Puts blanks in the place of all but line ends, so that places in the text stay right. */
export function blank(lines: string): string {
  return lines.replaceAll(/[^\n]/g, ' ');
}

/** Blanks lines, unless they show an error that happened. */
export function blankUnlessHappened(lines: string): string {
  return happened.test(lines) ? lines : blank(lines);
}
