import type { Operation, OptionSpec } from '../app/operation.ts';
import { commonOptions } from './flags.ts';

/** An operation with the words that its operands can be, where they are known. */
export interface CompletedOperation extends Operation {
  readonly operandWords?: readonly string[];
}

/** The completion script for bash, which also runs on the bash 3.2 of macOS. */
export function bashScript(operations: readonly CompletedOperation[]): string {
  const cases = [
    ...operations.flatMap((operation) =>
      optionsOf(operation).flatMap(([name, { choices }]) =>
        choices ? [`"${operation.name} --${name} "*) words="${choices.join(' ')}" ;;`] : [],
      ),
    ),
    ...operations.map((operation) => {
      const flags = optionsOf(operation).map(([name]) => `--${name}`);
      return `"${operation.name} "*" -"*) words="${flags.join(' ')}" ;;`;
    }),
    ...operations.flatMap(({ name, operandWords }) =>
      operandWords ? [`"${name} "*) words="${operandWords.join(' ')}" ;;`] : [],
    ),
  ];
  return `_faultline() {
  local words word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]}
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -f -W "${operations.map(({ name }) => name).join(' ')} --help --version" -- "$word"))
    return
  fi
  case "$command $before $word" in
${cases.map((line) => `    ${line}`).join('\n')}
    *) COMPREPLY=($(compgen -f -- "$word")); return ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o filenames -F _faultline faultline
`;
}

/** The completion script for zsh. */
export function zshScript(operations: readonly CompletedOperation[]): string {
  return `#compdef faultline
_faultline() {
  local -a commands
  commands=(
${operations.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    _files
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case "$command" in
${operations.map((operation) => `    ${operation.name}) _arguments -s ${zshArguments(operation).join(' ')} ;;`).join('\n')}
    *) _files ;;
  esac
}
compdef _faultline faultline
`;
}

function zshArguments(operation: CompletedOperation): readonly string[] {
  const flags = optionsOf(operation).flatMap(([name, option]) => {
    const told = `[${option.about.replace(/[[\]:\\]/g, ' ')}]`;
    const value = option.type === 'string' ? `:${option.value ?? 'VALUE'}:${zshValues(option)}` : '';
    const repeated = option.multiple ? '*' : '';
    const long = quoted(`${repeated}--${name}${option.type === 'optional' ? '=-' : ''}${told}${value}`);
    return option.short === undefined ? [long] : [long, quoted(`${repeated}-${option.short}${told}${value}`)];
  });
  const { operandWords } = operation;
  return [...flags, quoted(operandWords ? `*:operand:(${operandWords.join(' ')})` : '*:input:_files')];
}

function zshValues({ choices }: OptionSpec): string {
  return choices ? `(${choices.join(' ')})` : ' ';
}

/** The completion script for fish. */
export function fishScript(operations: readonly CompletedOperation[]): string {
  const names = operations.map(({ name }) => name).join(' ');
  const lines = operations.flatMap((operation) => {
    const within = `complete -c faultline -n "__fish_seen_subcommand_from ${operation.name}"`;
    return [
      `complete -c faultline -n "not __fish_seen_subcommand_from ${names}" -a ${operation.name} -d ${quoted(operation.summary)}`,
      ...optionsOf(operation).map(
        ([name, option]) => `${within} -l ${name}${fishTraits(option)} -d ${quoted(option.about)}`,
      ),
      ...(operation.operandWords ? [`${within} -f -a ${quoted(operation.operandWords.join(' '))}`] : []),
    ];
  });
  return `${lines.join('\n')}\n`;
}

function fishTraits({ short, type, choices }: OptionSpec): string {
  const letter = short === undefined ? '' : ` -s ${short}`;
  if (type !== 'string') return letter;
  return choices ? `${letter} -x -a ${quoted(choices.join(' '))}` : `${letter} -x`;
}

function optionsOf(operation: CompletedOperation): readonly (readonly [string, OptionSpec])[] {
  return Object.entries({ ...operation.options, ...commonOptions });
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
