import { explain } from '../app/explain/operation.ts';
import { exitCodes, type ExitCode, type Host, type Operation } from '../app/operation.ts';
import { textStyle } from '../app/style.ts';
import { FaultlineError, isFaultlineError } from '../core/error.ts';
import { nearest } from '../core/nearest.ts';
import { commands, type Command } from './commands.ts';
import { readFlags } from './flags.ts';
import { processHost } from './host.ts';
import { redact } from '../redactors/index.ts';
import { visible } from '../report/visible.ts';
import { version } from '../app/version.ts';
import { unseen, warmUpTexts } from './warm-up.ts';

/** Runs the program on the words of its command line, and ends the process with its exit code. */
export async function main(
  words: readonly string[] = process.argv.slice(2),
  atEnd?: () => Promise<void>,
): Promise<void> {
  const host = processHost(words);
  const code = await run(words, host).catch((error: unknown) => tellError(error, host));
  await atEnd?.();
  // All output is written by then, and standard input may still be open although nothing more of it is wanted.
  process.exit(code);
}

/**
 * Runs through what the main job does with most errors, unseen.
 *
 * @public `start.ts` calls it in the built program.
 */
export async function warmUp(): Promise<void> {
  const host = unseen(processHost([]));
  for (const text of warmUpTexts) await run(['explain', text], host);
}

/** Finds the command and runs it. Words that are no command are what is to be explained. */
export async function run(words: readonly string[], host: Host): Promise<ExitCode> {
  const [first, ...rest] = words;
  if (first === '--version' || first === '-V') {
    host.out(`${version()}\n`);
    return exitCodes.nothingFound;
  }
  if (first === '--help' || first === '-h' || first === 'help' || (first === undefined && host.stdinIsTerminal)) {
    return helpOn(
      rest.filter((word) => !['--help', '-h', '--no-color'].includes(word)),
      host,
    );
  }
  const command = commands.find(({ name }) => name === first);
  if (command) {
    return asksForHelp(rest) ? help(command, host) : start(command, rest, host);
  }
  if (first !== undefined && /^[a-z]{3,14}$/i.test(first)) await refuseMistyped(first, host);
  return explain.run(readFlags(explain, words, { called: 'faultline', alsoKnown: ['version'] }), host);
}

/** Words behind `--` are the affair of another program. */
function asksForHelp(words: readonly string[]): boolean {
  const end = words.indexOf('--');
  return (end < 0 ? words : words.slice(0, end)).some((word) => word === '--help' || word === '-h');
}

/** Runs a command. The main job is part of the program's own file: what runs as that file loads is compiled ahead. */
async function start(command: Command, words: readonly string[], host: Host): Promise<ExitCode> {
  const operation = await operationOf(command);
  return operation.run(readFlags(operation, words), host);
}

async function operationOf(command: Command): Promise<Operation> {
  return command.name === explain.name ? explain : command.load();
}

/** The help on the command that was named; what is none must not look as if it were one. */
async function helpOn([name, surplus]: readonly string[], host: Host): Promise<ExitCode> {
  if (name === undefined) return generalHelpTo(host);
  const named = commands.find((command) => command.name === name);
  if (!named) throw unknownCommand(name);
  if (surplus === undefined) return help(named, host);
  throw new FaultlineError(
    'operand-surplus',
    `\`faultline help ${name}\` takes no word such as ${surplus}.`,
    `Write \`faultline ${name} --help\`.`,
  );
}

async function help(command: Command, host: Host): Promise<ExitCode> {
  const { commandHelp } = await import('./help.ts');
  host.out(commandHelp(await operationOf(command), textStyle(host)));
  return exitCodes.nothingFound;
}

async function generalHelpTo(host: Host): Promise<ExitCode> {
  const { generalHelp } = await import('./help.ts');
  host.out(generalHelp(textStyle(host)));
  return exitCodes.nothingFound;
}

/** One bare word that is neither a command nor a file is a mistyped command, not a text to explain. */
async function refuseMistyped(word: string, host: Host): Promise<void> {
  const files = await import('node:fs');
  const paths = await import('node:path');
  if (files.existsSync(paths.resolve(host.cwd, word))) return;
  throw unknownCommand(word);
}

function unknownCommand(word: string): FaultlineError {
  const meant = nearest(word, [...commands.map(({ name }) => name), 'version']);
  return new FaultlineError(
    'command-unknown',
    `There is no command ${word}.`,
    meant === undefined
      ? '`faultline --help` lists the commands.'
      : `Did you mean \`faultline ${meant === 'version' ? '--version' : meant}\`?`,
  );
}

/** Prints an error and gives its exit code. What a user typed, or a text that a bug tripped over, may hold a secret. */
export function tellError(error: unknown, host: Host): ExitCode {
  if (isFaultlineError(error)) {
    host.err(`faultline: ${clean(error.message)}\n${clean(error.hint)}\n`);
    return exitCodes.badInput;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  host.err(
    `faultline: this is a bug in Faultline ${version()} (Node ${process.version}, ${process.platform}).\n${clean(trace)}\nPlease report it, without secrets, at https://github.com/faultline-dev/faultline/issues\n`,
  );
  return exitCodes.bug;
}

function clean(text: string): string {
  return visible(redact(text).text);
}
