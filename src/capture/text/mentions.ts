/** What terminals, containers and mails put before a line. */
const lead = String.raw`^(?:\u001b\[[\d;]{0,8}m)?(?:[\w.-]{1,40} {0,8}\| )?(?:[>│┃⎿|] ?)?[ \t]{0,80}`;
/** Reports of tests that passed, whatever they are named after. */
const passed = new RegExp(
  String.raw`${lead}(?:[✓✔√]|ok \d+\b|PASS\b|--- PASS:|\[ +OK +\]|\[PASS\]|\S{1,300}::\S{1,300} PASSED\b).*$`,
  'gm',
);
/** Code that would handle an error or tell of it; it is no error. */
const handled = new RegExp(
  String.raw`${lead}(?:\}[ \t]?)?(?:(?:except|rescue)\b[^\n]{0,200}(?:Error|Exception)|catch[ \t]?\(|(?:else[ \t]|el)?if\b[^\n]{0,200}(?:instanceof|isinstance|errors\.(?:As|Is)\(|={2,3}[ \t]?\d{3}\b)|(?:print|console\.\w{1,10}|log(?:ger|ging)?\.\w{1,10}|puts)[ \t]?\(["'\u0060])[^\n]{0,300}$`,
  'gm',
);
/** What a tool of Claude Code printed; the call of the API is not what failed there. */
const toolOutput =
  /^[ \t]{0,8}[⏺●] (?:Bash|Update|Write|Edit|MultiEdit|Read|Grep|Glob|Search|Fetch|WebFetch|WebSearch|Task|NotebookEdit)\([^\n]{0,2000}\n[ \t]{0,8}⎿(?![ \t]{0,8}(?:API Error|Error: [45]\d\d))[^\n]*(?:\n(?![ \t]{0,8}[⏺●⎿>❯✻])[^\n]*)*/gm;
const ofClaude = /claude|anthropic|"type"\s*:\s*"error"/i;
/** Prose that names an exception class as what is raised or to be caught. */
const described =
  /^[^\n]{0,300}\b(?:raises?|throws?|catch(?:es)?) \u0060[\w.]{1,80}(?:Error|Exception)\u0060[^\n]*$/gim;
/** Entries of change logs and commit messages. */
const changed = new RegExp(
  String.raw`${lead}(?:[*-] \*\*[\w-]{1,40}:\*\* |(?:fix|feat|chore|docs|test|refactor|perf|build|ci)(?:\([\w/., -]{1,40}\))?!?: )[^\n]*$`,
  'gm',
);
const changelogHeading = /^[^\n\w#]{0,4}#{1,3} \[?v?\d+\.\d+\.\d+/m;
const entries = new RegExp(String.raw`${lead}[*-] [^\n]*$`, 'gm');
/** Rows of a table or list that tells what the errors mean. */
const told = new RegExp(
  String.raw`${lead}(?:[-*•|][ \t]{0,4})?[\u0060*"]{0,3}(?:HTTP )?[45]\d\d[\u0060*"]{0,3}[ \t]{0,4}(?:[-–—:|][ \t]{0,4}){1,3}[\u0060*"]{0,3}(?:\w+_error|request_too_large)\b.*$`,
  'gm',
);
const types =
  /\b(?:invalid_request|authentication|permission|not_found|rate_limit|api|overloaded|billing|timeout)_error\b|\brequest_too_large\b/g;
/** A text that names so many types explains them, unless it shows an error that happened. */
const mostTypes = 3;
const happened = /"type\W{1,6}:\W{1,6}error\W|\breq_(?:vrtx_)?01|Traceback|Error code: \d|API Error/;
/** From so many types on, a list explains errors; fewer may be errors that happened. */
const fewestRows = 3;

/**
 * Blanks the lines that speak of errors without being one: passed tests, code that handles errors, change logs, lists
 * of what the errors mean. The text keeps its length, so places in it stay right.
 */
export function withoutMentions(text: string): string {
  let left = text;
  if (/[✓✔√]|\bok \d|PASS|\[ +OK/.test(left)) left = left.replace(passed, blank);
  if (/\b(?:except|rescue|catch|if)\b|(?:print|puts|log\w*\.\w+|console\.\w+)[ \t]?\(/.test(left)) {
    left = left.replace(handled, blankUnlessHappened);
  }
  if (/:\*\* |\b(?:fix|feat|chore|docs|test|refactor|perf|build|ci)(?:\([\w/., -]{1,40}\))?!?: /.test(left))
    left = left.replace(changed, blankUnlessHappened);
  if (/[⏺●] /.test(left)) left = left.replace(toolOutput, (output) => (ofClaude.test(output) ? output : blank(output)));
  if (/(?:raise|throw|catch)/i.test(left)) left = left.replace(described, blankUnlessHappened);
  if (changelogHeading.test(left)) left = left.replace(entries, blankUnlessHappened);
  if (/_error/.test(left) && distinctTypes(left.match(told)?.join('\n') ?? '') >= fewestRows) {
    left = left.replace(told, blank);
  }
  if (/_error/.test(left) && distinctTypes(left) > mostTypes && !happened.test(left)) return blank(left);
  return left;
}

function distinctTypes(text: string): number {
  return new Set(text.match(types)).size;
}

function blankUnlessHappened(line: string): string {
  return happened.test(line) ? line : blank(line);
}

function blank(lines: string): string {
  return lines.replaceAll(/[^\n]/g, ' ');
}
