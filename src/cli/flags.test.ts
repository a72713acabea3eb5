import { describe, expect, test } from 'vitest';
import { FaultlineError } from '../core/error.ts';
import { commands } from './commands.ts';
import { readFlags } from './flags.ts';
import { mostWords } from './operands.ts';

/** What the parser says of a command line; nothing where it takes it. */
async function refusal(line: string): Promise<string | undefined> {
  const [name, ...words] = line.split(' ').map((word) => (word === '""' ? '' : word));
  const command = commands.find((one) => one.name === name);
  if (!command) throw new Error(`no command ${name}`);
  const operation = await command.load();
  try {
    readFlags(operation, words);
    return undefined;
  } catch (error) {
    return error instanceof FaultlineError ? error.message : String(error);
  }
}

describe('the number of words behind a command', () => {
  test.each([
    ['', [], 0],
    ['bash | zsh | fish', ['zsh'], 1],
    ['bash | zsh | fish', ['csh'], Infinity],
    ['[FILE | TEXT | -]...', ['a'], Infinity],
    ['[list | show ID | rm ID...]', ['list'], 1],
    ['[list | show ID | rm ID...]', ['show'], 2],
    ['[list | show ID | rm ID...]', ['rm'], Infinity],
    ['-- COMMAND [ARGUMENT]...', ['a'], Infinity],
    ['[-- COMMAND [ARGUMENT]...]', ['a'], Infinity],
  ])('%j with %j', (operands, given, most) => {
    expect(mostWords(operands, given)).toBe(most);
  });

  test.each([
    ['doctor missing.json', '`faultline doctor` takes no word such as missing.json.'],
    ['doctor --offline missing.json', '`faultline doctor` takes no word such as missing.json.'],
    ['record request.json', '`faultline record` takes no word such as request.json.'],
    ['completion bash zsh', '`faultline completion bash` takes no word such as zsh.'],
    ['incidents list extra', '`faultline incidents list` takes no word such as extra.'],
    ['incidents show inc_1 extra', '`faultline incidents show` takes no word such as extra.'],
  ])('%s is refused', async (line, said) => {
    expect(await refusal(line)).toContain(said);
  });

  test.each(['incidents', 'incidents rm a b c', 'run -- a b c', 'simulate -- a b', 'explain a b', 'causes a b'])(
    '%s is taken',
    async (line) => {
      expect(await refusal(line)).toBeUndefined();
    },
  );
});

describe('options that contradict each other', () => {
  test.each([
    ['doctor --plan --watch', '--watch and --plan contradict each other.'],
    ['doctor --watch --offline', '--watch and --offline contradict each other.'],
    ['doctor --plan --format markdown', '--plan and --format markdown contradict each other.'],
    ['diagnose --plan --format=markdown', '--plan and --format markdown contradict each other.'],
    ['doctor --json --format text', '--json and --format text contradict each other.'],
    ['explain --json --format=markdown', '--json and --format markdown contradict each other.'],
    ['check --json --format github', '--json and --format github contradict each other.'],
    ['check a.json --dry-run', '--dry-run does nothing without --fix.'],
    ['check --ndjson --fix', '--ndjson and --fix contradict each other.'],
    ['report abc123 --open rep', '--open and abc123 contradict each other.'],
  ])('%s is refused', async (line, said) => {
    expect(await refusal(line)).toContain(said);
  });

  test.each([
    'doctor --plan --offline',
    'explain --json --format json',
    'doctor --plan --json',
    'check a --fix --dry-run',
  ])('%s is taken', async (line) => {
    expect(await refusal(line)).toBeUndefined();
  });
});

test.each(['doctor --model ""', 'doctor --model=', 'check -H ""', 'doctor --base-url ""'])(
  '%s: an empty value is none',
  async (line) => {
    expect(await refusal(line)).toMatch(/needs a value/);
  },
);

test('words behind `--` are told apart from those before it', async () => {
  const { run } = await import('../app/run/operation.ts');
  const { args, behindDashes } = readFlags(run, ['request.json', '--', 'npm', 'test', '--watch']);
  expect(args).toEqual(['request.json', 'npm', 'test', '--watch']);
  expect(behindDashes).toEqual(['npm', 'test', '--watch']);
});
