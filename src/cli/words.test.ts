import { describe, expect, test } from 'vitest';
import { splitWords } from './words.ts';

const specs = {
  json: { type: 'boolean' },
  quiet: { type: 'boolean', short: 'q' },
  header: { type: 'string', short: 'H' },
  fix: { type: 'optional' },
} as const;

describe('the words of a command line', () => {
  test.each([
    ['an operand', ['file.txt'], ['file.txt']],
    ['standard input', ['-'], ['-']],
    ['a flag', ['--json', 'a'], ['json', 'a']],
    ['a value behind a space', ['--header', 'x: y', 'a'], ['header=x: y', 'a']],
    ['a value behind an equals sign', ['--header=x=y'], ['header=x=y']],
    ['a short option', ['-H', 'x: y', '-q'], ['header=x: y', 'quiet']],
    ['a value joined to its short option', ['-Hx'], ['header=x']],
    ['grouped short flags', ['-qH', 'x'], ['quiet', 'header=x']],
    ['an optional value', ['--fix', 'a', '--fix=tools'], ['fix', 'a', 'fix=tools']],
    ['a missing value', ['--header', '--json'], ['header', 'json']],
    ['a value that is a dash', ['--header', '-'], ['header=-']],
    ['words behind --', ['--', '--json', '-q'], ['--json', '-q']],
    ['an unknown option', ['--jsn', '-z'], ['jsn', 'z']],
    ['an empty word', [''], ['']],
  ])('%s', (_, words, expected) => {
    const said = splitWords(words, specs).map((word) =>
      word.kind === 'operand' ? word.value : word.value === undefined ? word.name : `${word.name}=${word.value}`,
    );
    expect(said).toEqual(expected);
  });
});
