import type { ShellCommand, ShellWord } from './shell-words.ts';

/** How a command for Windows is quoted. */
export type WindowsShell = 'cmd' | 'powershell';

/** The shell of Windows that a command was written for; `undefined` for POSIX shells. */
export function windowsShellOf(text: string, at: number): WindowsShell | undefined {
  const head = text.slice(at, at + 4000);
  if (/\^[ \t]*\r?\n|\^"/.test(head)) return 'cmd';
  if (/`[ \t]*\r?\n/.test(head) || head.startsWith('curl.exe')) return 'powershell';
  return undefined;
}

/** Reads one command as `cmd.exe` or PowerShell would, to the end of its line. */
export function windowsCommand(text: string, at: number, shell: WindowsShell): ShellCommand {
  return shell === 'cmd' ? cmdCommand(text, at) : powershellCommand(text, at);
}

/** First the shell takes its carets away, then the program splits what is left. */
function cmdCommand(text: string, start: number): ShellCommand {
  const pieces: string[] = [];
  const special = /\^(?:\r?\n(\r?\n)?|([^\r\n]))|["\r\n]/g;
  let isQuoted = false;
  let from = start;
  for (;;) {
    special.lastIndex = from;
    const found = special.exec(text);
    pieces.push(text.slice(from, found?.index ?? text.length));
    if (!found) return { words: programWords(pieces.join('')), end: text.length };
    const [mark, feed, escaped] = found;
    from = special.lastIndex;
    if (mark === '"') {
      isQuoted = !isQuoted;
      pieces.push(mark);
    } else if (mark.startsWith('^')) {
      // Inside of quotes a caret is a character like any other.
      if (isQuoted) {
        pieces.push('^');
        from = found.index + 1;
      } else pieces.push(escaped ?? (feed === undefined ? '' : '\n'));
    } else if (isQuoted) pieces.push(mark);
    else return { words: programWords(pieces.join('')), end: found.index };
  }
}

/** Splits a command line as programs on Windows do: `\"` and `""` stand for a quote. */
function programWords(line: string): readonly ShellWord[] {
  const words: ShellWord[] = [];
  let word: string | undefined;
  let isQuoted = false;
  for (const [token] of line.matchAll(/\\+"|""|"|[ \t\n]+|[^"\\ \t\n]+|\\+/g)) {
    if (token.startsWith('\\') && token.endsWith('"')) {
      const slashes = token.length - 1;
      word = (word ?? '') + '\\'.repeat(slashes >> 1) + (slashes % 2 === 1 ? '"' : '');
      if (slashes % 2 === 0) isQuoted = !isQuoted;
    } else if (token === '""' && isQuoted) word = `${word ?? ''}"`;
    else if (token === '"' || token === '""') {
      if (token === '"') isQuoted = !isQuoted;
      word ??= '';
    } else if (/^[ \t\n]/.test(token) && !isQuoted) {
      if (word !== undefined) words.push({ value: word });
      word = undefined;
    } else word = (word ?? '') + token;
  }
  return word === undefined ? words : [...words, { value: word }];
}

const powershellToken =
  /[ \t]+|`[ \t]*\r?\n|'((?:[^']+|'')*)(?:'|$)|"((?:[^"`]+|`[\s\S]|"")*)(?:"|$)|`([\s\S])|([^\s'"`;|]+)|[\r\n;|]/y;

function powershellCommand(text: string, start: number): ShellCommand {
  const words: ShellWord[] = [];
  let word: string | undefined;
  let at = start;
  for (;;) {
    powershellToken.lastIndex = at;
    const [token, single, double, escaped, plain] = powershellToken.exec(text) ?? [];
    const isBlank = token !== undefined && /^[ \t]|^`[ \t]*\r?\n/.test(token);
    const isEnd = token === undefined || /^[\r\n;|]/.test(token);
    if (isBlank || isEnd) {
      if (word !== undefined) words.push({ value: forProgram(word) });
      word = undefined;
      if (isEnd) return { words, end: at };
    } else {
      word =
        (word ?? '') +
        (single?.replaceAll("''", "'") ??
          double?.replace(/`([\s\S])|""/g, (_, char?: string) => char ?? '"') ??
          escaped ??
          plain ??
          '');
    }
    at += token.length;
  }
}

/** Windows PowerShell hands quotes to programs only where a backslash stands before them. */
function forProgram(word: string): string {
  return /^\s*[{[]\s*\\"/.test(word) ? word.replaceAll('\\"', '"') : word;
}
