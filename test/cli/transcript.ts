import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const block = /^(?<fence>`{3,})(?<info>[^\n`]*)\n(?<body>[\s\S]*?)^\k<fence>$/gm;

/** How a document shows commands. */
export interface TranscriptStyle {
  /** Whether an exit code other than 0 stands below the output, as `[1]`. */
  readonly exitCodes: boolean;
}

/**
 * Runs a Markdown document and returns it as it should be. Blocks marked `console` hold commands behind `$ ` with
 * their output; a block marked with a language and a name, such as `json request.json`, is a file that the commands
 * after it find. All commands of a document share one folder, in which `examples/` lies too.
 */
export async function replay(document: string, bin: string, style: TranscriptStyle): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-cli-'));
  try {
    cpSync(join(root, 'examples'), join(folder, 'examples'), { recursive: true });
    let replayed = '';
    let from = 0;
    for (const match of document.matchAll(block)) {
      const { fence = '', info = '', body = '' } = match.groups ?? {};
      const [language = '', name] = info.split(' ');
      if (name !== undefined) writeWithin(folder, name, body);
      if (language !== 'console') continue;
      const shown = await replayBlock(body, folder, bin, style);
      replayed += `${document.slice(from, match.index)}${fence}${info}\n${shown}${fence}`;
      from = match.index + match[0].length;
    }
    return replayed + document.slice(from);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeWithin(folder: string, name: string, text: string): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

async function replayBlock(body: string, folder: string, bin: string, style: TranscriptStyle): Promise<string> {
  let shown = '';
  for (const command of commandsIn(body)) {
    const { output, code } = await run(command, folder, bin);
    const ended = output === '' || output.endsWith('\n') ? output : `${output}\n`;
    shown += `${shown === '' ? '' : '\n'}$ ${command}\n${ended}${style.exitCodes && code !== 0 ? `[${code}]\n` : ''}`;
  }
  return shown;
}

/** The commands of a block; a backslash at the end of a line continues on the next. */
function commandsIn(body: string): readonly string[] {
  return [...body.matchAll(/^\$ (?<command>(?:[^\n]*\\\n)*[^\n]*)/gm)].map(({ groups }) => groups?.['command'] ?? '');
}

/** Runs a command line as a shell does, without a terminal, with both outputs as one. */
async function run(
  command: string,
  folder: string,
  bin: string,
): Promise<{ readonly output: string; readonly code: number }> {
  const env = {
    PATH: [bin, process.env['PATH'] ?? ''].join(delimiter),
    HOME: folder,
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    COLUMNS: '80',
  };
  return new Promise((resolve) => {
    const child = execFile(
      'sh',
      ['-c', `{ ${command}\n} 2>&1`],
      { cwd: folder, env, maxBuffer: 1 << 26 },
      (error, output) =>
        resolve({ output, code: error === null ? 0 : typeof error.code === 'number' ? error.code : -1 }),
    );
    child.stdin?.end();
  });
}
