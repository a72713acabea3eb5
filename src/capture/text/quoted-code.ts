import { saysOne } from '../../core/says-one.ts';
import { blank, blankUnlessHappened, lead } from './blanking.ts';

/** Reports of tests that passed, whatever they are named after. */
const passed = new RegExp(
  String.raw`${lead}(?:[✓✔√]|ok \d+\b|PASS\b|--- PASS:|\[ +OK +\]|\[PASS\]|\S{1,300}::\S{1,300} PASSED\b).*$`,
  'gm',
);
/** The same in the reports that test runners write for machines. */
const passedInXml = /<testcase\b[^<>]{0,1000}\/>/g;
const passedInJson = (): RegExp =>
  /"(?:fullName|fullTitle|title|name)"\s{0,4}:\s{0,4}"(?:[^"\\\n]|\\.){1,600}"(?=[^{}]{0,300}"(?:status|state|outcome|result)"\s{0,4}:\s{0,4}"(?:passed|pass|success|ok)")/g;

/** Names of tests that failed, and what they expected: they say what was to happen, and not what did. */
const failedTitle = new RegExp(
  String.raw`${lead}(?:(?:FAIL|[✕✗×●❯])[ \t][^\n]*(?:\.(?:test|spec)\.\w{1,5}\b| [›>] )[^\n]*|[✕✗×][ \t][^\n]*|AssertionError(?: \[ERR_ASSERTION\])?: [Ee]xpected [^\n]*)$`,
  'gm',
);
/** Code that would handle an error or tell of it; it is no error. */
const handled = new RegExp(
  String.raw`${lead}(?:\}[ \t]?)?(?:(?:except|rescue)\b[^\n]{0,200}(?:Error|Exception)|catch[ \t]?\(|(?:else[ \t]|el)?if\b[^\n]{0,200}(?:instanceof|isinstance|errors\.(?:As|Is)\(|={2,3}[ \t]?\d{3}\b|\.(?:includes|[cC]ontains|startsWith|HasPrefix)\(|={2,3}[ \t]?["'](?:[a-z_]{3,40}_error|max_tokens|end_turn|refusal)\b)|(?:print|console\.\w{1,10}|log(?:ger|ging)?\.\w{1,10}|puts)[ \t]?\(["'\u0060])[^\n]{0,300}$`,
  'gm',
);
const catching = ['except ', 'except(', 'rescue ', 'catch(', 'catch (', 'catch\t('];
const comparing = 'instanceof isinstance errors.As errors.Is == .includes( ontains( .startsWith( .HasPrefix('.split(
  ' ',
);

/** Whether a text has the words of code that handles errors. */
function handles(text: string): boolean {
  return (
    saysOne(text, catching) ||
    (text.includes('if') && saysOne(text, comparing)) ||
    (saysOne(text, ['print', 'puts', 'log', 'console.']) && saysOne(text, ['("', "('", '(\u0060']))
  );
}

const testing = [
  'assert',
  '// ',
  ...['expect', 'it', 'test', 'describe'].flatMap((name) => [`${name}(`, `${name}.`, `${name} (`]),
];
/** Code of tests, and comments that explain code. */
const tested = new RegExp(
  String.raw`${lead}(?:(?:await )?(?:expect|assert\w{0,20}|it|test|describe)(?:\.\w{1,20})?[ \t]?\((?![\w/., -]{1,40}\)!?: )|\/\/[^\n]{0,300}\b(?:returns?|throws?|answers?|rejects?|when|because|so|[Cc]heck for|[Hh]andles?|[Dd]etects?)\b)[^\n]*$`,
  'gm',
);
/** A line that ends with what it expects. */
const expecting = (text: string): boolean =>
  /\)\.(?:not\.)?(?:rejects\.|resolves\.)?to[A-Z]\w{1,40}\([^)\n]{0,200}\);?[ \t]*$/.test(text);
/** Code that makes an error out of words; a program that died there prints the line with a mark below it. */
const thrown = new RegExp(
  String.raw`${lead}(?:raise|throw)[ \t](?:new[ \t])?[\w.]{1,80}\(\s{0,80}[fbr]?["'\u0060][^\n]*$(?!\n[ \t]{0,400}\^)`,
  'gm',
);
const stack = /^[ \t]{1,40}(?:File "|at )/m;
/** Lines of code that a search found: they keep their indentation, and end as code does. */
const searched = (): RegExp =>
  /^[\w./@-]{1,200}\.(?:[cm]?[jt]sx?|py|rb|go|rs|java|kt|cs|php|swift|dart|exs?|vue|json|ya?ml|toml):\d{1,6}[:-](?! \S|in |\d{1,5}: ?(?:fatal )?(?:error|warning)\b)[^\n]{0,400}[;,{'"\u0060][ \t]{0,8}$/gm;
/** The body of a hunk of a diff. */
const hunk = /^@@ -\d[^\n]*(?:\n[ +-][^\n]*)*/gm;

/** What a tool of Claude Code printed; the call of the API is not what failed there. */
const toolOutput = (): RegExp =>
  /^[ \t]{0,8}[⏺●] (?:Bash|Update|Write|Edit|MultiEdit|Read|Grep|Glob|Search|Fetch|WebFetch|WebSearch|Task|NotebookEdit)\([^\n]{0,2000}\n[ \t]{0,8}⎿(?![ \t]{0,8}(?:API Error|Error: [45]\d\d))[^\n]*(?:\n(?![ \t]{0,8}[⏺●⎿>❯✻])[^\n]*)*/gm;
const ofClaude = /claude|anthropic|"type"\s*:\s*"error"/i;
/** Troubles of Claude Code's own tools, as it lists them beside the failed calls. */
const ownTrouble = (): RegExp =>
  /(?:MaxFileReadTokenExceededError:|Error: (?:NON-FATAL|File does not exist|String to replace not found|ripgrep exited|Language not supported while highlighting))(?:[^"\\\n]|\\.){0,4000}/g;

/** What a server of tools answered, by the numbers of its protocol. */
const ofTools = (): RegExp => /\bMCP error -3\d{4}\b[^\n]{0,400}(?:\n[ \t]{3,8}\w[^\n]{0,200})?/g;

/** Files and programs of the machine itself that could not be opened, written or started. */
const ofFiles = (): RegExp =>
  /(?:[A-Z]\w{0,40}Error: |Error: )?\bE(?:ACCES|PERM|NOENT|ROFS|EXIST|ISDIR|NOTDIR|MFILE|NOSPC)\b[:,] [^\n"\\]{0,80}?, ?(?:open|mkdir|scandir|l?stat|unlink|rename|access|copyfile|rmdir|watch|chmod|symlink|read|write|uv_cwd|mkdtemp|realpath)\b[^\n"\\]{0,300}/g;

const ofFilesInDump = (): RegExp =>
  /\berrno: -\d{1,4},\s{1,20}(?:code: 'E[A-Z]{3,10}',\s{1,20}syscall: '\w{1,20}'|syscall: '\w{1,20}',\s{1,20}code: 'E[A-Z]{3,10}')(?:,\s{1,20}(?:path|dest): '[^'\n]{0,300}')*/g;

/** Blanks code, the reports of tests, and what the tools of a coding agent printed: they speak of errors without being one. */
export function withoutCode(text: string): string {
  let left = text;
  if (saysOne(left, ['✓', '✔', '√', 'ok ', 'PASS', ' OK'])) left = left.replace(passed, blank);
  if (left.includes('<testcase')) left = left.replace(passedInXml, blank);
  if (saysOne(left, ['"pass', '"success"', '"ok"'])) left = left.replace(passedInJson(), blank);
  if (saysOne(left, ['.test.', '.spec.', 'AssertionError'])) left = left.replace(failedTitle, blankUnlessHappened);
  if (handles(left) && /\b(?:except|rescue|catch|if)\b|(?:print|puts|log\w*\.\w+|console\.\w+)[ \t]?\(/.test(left)) {
    left = left.replace(handled, blankUnlessHappened);
  }
  if (saysOne(left, testing))
    left = left.replace(tested, (line) => (expecting(line) ? blank(line) : blankUnlessHappened(line)));
  if (saysOne(left, ['raise ', 'throw ', 'raise\t', 'throw\t']) && !stack.test(left))
    left = left.replace(thrown, blankUnlessHappened);
  if (/\.\w{1,5}:\d{1,6}[:-]/.test(left)) left = left.replace(searched(), blankUnlessHappened);
  if (left.includes('@@ -')) left = left.replace(hunk, blankUnlessHappened);
  if (saysOne(left, [': permission denied, ', ': operation not permitted, ', ': no such file or directory, ']))
    left = left.replace(ofFiles(), blank).replace(ofFilesInDump(), blank);
  if (left.includes('MCP error -3'))
    left = left.replace(ofTools(), (said) => (ofClaude.test(said) ? said : blank(said)));
  if (/[⏺●] /.test(left))
    left = left.replace(toolOutput(), (output) => (ofClaude.test(output) ? output : blank(output)));
  if (
    saysOne(left, ['MaxFileRead', 'NON-FATAL', 'does not exist', 'to replace not', 'ripgrep', 'not supported while'])
  ) {
    left = left.replace(ownTrouble(), blank);
  }
  return left;
}
