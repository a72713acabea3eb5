import { defineOperation, exitCodes, type Operation } from '../app/operation.ts';
import { FaultlineError } from '../core/error.ts';
import { commands } from './commands.ts';

const shells: Readonly<Record<string, (operations: readonly Operation[]) => string>> = { bash, zsh, fish };

/** Prints a completion script. */
export const completion: Operation = defineOperation({
  name: 'completion',
  summary: 'Print the completion script for a shell',
  operands: 'bash | zsh | fish',
  about: 'Load the script from the start-up file of your shell.',
  options: {},
  examples: [
    { command: 'source <(faultline completion bash)', about: 'in ~/.bashrc' },
    { command: 'source <(faultline completion zsh)', about: 'in ~/.zshrc, after compinit' },
    { command: 'faultline completion fish > ~/.config/fish/completions/faultline.fish', about: 'once' },
  ],
  async run(input, host) {
    const script = shells[input.args[0] ?? ''];
    if (!script) {
      const shell = input.args[0] === undefined ? 'No shell was named' : `There is no completion for ${input.args[0]}`;
      throw new FaultlineError(
        'shell-unknown',
        `${shell}; expected bash, zsh or fish.`,
        'For example: `faultline completion bash`.',
      );
    }
    host.out(script(await Promise.all(commands.map((command) => command.load()))));
    return exitCodes.nothingFound;
  },
});

function flagsOf(operation: Operation): readonly string[] {
  return [...Object.keys(operation.options), 'help', 'no-color'].map((name) => `--${name}`);
}

function bash(operations: readonly Operation[]): string {
  return `_faultline() {
  local word=\${COMP_WORDS[COMP_CWORD]} command=\${COMP_WORDS[1]}
  case "$COMP_CWORD:$word" in
    1:*) COMPREPLY=($(compgen -W "${operations.map((one) => one.name).join(' ')}" -f -- "$word")); return ;;
  esac
  case "$command:$word" in
${operations.map((one) => `    ${one.name}:-*) COMPREPLY=($(compgen -W "${flagsOf(one).join(' ')}" -- "$word")) ;;`).join('\n')}
    causes:*) COMPREPLY=($(compgen -W "$(faultline causes --json 2>/dev/null | sed -n 's/^    "id": "\\(.*\\)",/\\1/p')" -- "$word")) ;;
    completion:*) COMPREPLY=($(compgen -W "bash zsh fish" -- "$word")) ;;
    *) COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
}
complete -o filenames -F _faultline faultline
`;
}

function zsh(operations: readonly Operation[]): string {
  return `#compdef faultline
_faultline() {
  local -a commands
  commands=(
${operations.map((one) => `    ${quoted(`${one.name}:${one.summary}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    _files
    return
  fi
  case "$words[2]" in
${operations
  .map((one) => {
    const flags = Object.entries(one.options).map(([name, { about }]) =>
      quoted(`--${name}[${about.replace(/[[\]:]/g, ' ')}]`),
    );
    return `    ${one.name}) _arguments ${flags.join(' ')} '*:input:_files' ;;`;
  })
  .join('\n')}
  esac
}
compdef _faultline faultline
`;
}

function fish(operations: readonly Operation[]): string {
  const names = operations.map((one) => one.name).join(' ');
  return `${[
    ...operations.map(
      (one) =>
        `complete -c faultline -n "not __fish_seen_subcommand_from ${names}" -a ${one.name} -d ${quoted(one.summary)}`,
    ),
    ...operations.flatMap((one) =>
      Object.entries(one.options).map(
        ([name, { about, type, short }]) =>
          `complete -c faultline -n "__fish_seen_subcommand_from ${one.name}" -l ${name}${short === undefined ? '' : ` -s ${short}`}${type === 'string' ? ' -r' : ''} -d ${quoted(about)}`,
      ),
    ),
  ].join('\n')}\n`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
