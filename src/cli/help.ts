import type { Operation, OptionSpec } from '../app/operation.ts';
import { hang, wrapText } from '../report/layout.ts';
import type { TextStyle } from '../report/verdict-text.ts';
import { commands } from './commands.ts';
import { commonOptions } from './flags.ts';

const exitCodeRows = [
  ['0', 'nothing found'],
  ['1', 'something found: a failure explained, a problem in a request'],
  ['2', 'the input cannot be used, or the output not written'],
  ['3', 'a bug in Faultline'],
  ['4', 'could not tell'],
  ['130', 'interrupted'],
  ['141', 'the reader of the output has gone'],
] as const;

const usageRows = [
  ['faultline FILE', 'explain a file'],
  ['some-command 2>&1 | faultline', 'explain what a program prints'],
  ['faultline diagnose', 'the whole diagnosis, with nothing at hand'],
] as const;

const examples = [
  "faultline explain '529 overloaded_error: Overloaded'",
  'faultline explain app.log',
  'faultline diagnose error.txt --request request.json',
  'faultline check request.json',
  'faultline causes --search "spend limit"',
];

/** What `faultline --help` prints. */
export function generalHelp({ paint, width }: TextStyle): string {
  const column = commands.reduce((widest, command) => Math.max(widest, command.name.length), 0) + 4;
  return `${[
    ...wrapText(
      'Faultline says why a call to the Claude Messages API failed, on whose side the fault lies, and what to do.',
      width,
    ),
    '',
    paint.strong('Usage'),
    '  faultline COMMAND [OPTIONS]',
    ...usageRows.flatMap(([command, about]) =>
      width < 72 ? [`  ${command}`, ...hang('      ', about, width)] : [`  ${command.padEnd(32)}${about}`],
    ),
    '  faultline --version',
    '',
    paint.strong('Commands'),
    ...commands.flatMap((command) => hang(`  ${command.name}`.padEnd(column), command.summary, width)),
    '',
    paint.strong('Examples'),
    ...examples.map((command) => `  ${paint.code(command)}`),
    '',
    paint.strong('Exit codes'),
    ...exitCodeRows.flatMap(([code, meaning]) => hang(`  ${code.padStart(3)}  `, meaning, width)),
    '',
    ...wrapText('`faultline COMMAND --help` says more about a command.', width),
  ].join('\n')}\n`;
}

/** What `faultline COMMAND --help` prints. */
export function commandHelp(operation: Operation, { paint, width }: TextStyle): string {
  const options: Readonly<Record<string, OptionSpec>> = { ...operation.options, ...commonOptions };
  const rows = Object.entries(options).map(([name, spec]) => ({
    flag: `  ${spec.short === undefined ? '    ' : `-${spec.short}, `}--${name}${valueIn(spec)}`,
    about: spec.about,
  }));
  const widest = rows.reduce((most, row) => Math.max(most, row.flag.length), 0) + 2;
  // In a narrow terminal the explanation stands below its option.
  const isBeside = width - widest >= 30;
  return `${[
    ...wrapText(`${operation.summary}.`, width),
    '',
    paint.strong('Usage'),
    `  faultline ${operation.name} ${operation.operands}`.trimEnd(),
    '',
    ...wrapText(operation.about, width),
    '',
    paint.strong('Options'),
    ...rows.flatMap(({ flag, about }) =>
      isBeside ? hang(flag.padEnd(widest), about, width) : [flag, ...hang(' '.repeat(10), about, width)],
    ),
    '',
    paint.strong('Examples'),
    ...operation.examples.flatMap(({ command, about }) => [
      `  ${paint.code(command)}`,
      ...hang('      ', about, width),
    ]),
  ].join('\n')}\n`;
}

function valueIn({ type, value = 'VALUE' }: OptionSpec): string {
  if (type === 'boolean') return '';
  return type === 'optional' ? `[=${value}]` : ` ${value}`;
}
