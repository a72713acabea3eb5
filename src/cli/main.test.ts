import { describe, expect, it } from 'vitest';
import { testHost } from '../../test/test-host.ts';
import { FaultlineError } from '../core/error.ts';
import { run, tellError } from './main.ts';

const key = `sk-ant-${'api03'}-${'Qx7'.repeat(28)}-AA`;

/** What is printed on standard error for an error, or for the words of a command line that end in one. */
async function told(thrower: readonly string[] | Error): Promise<string> {
  let printed = '';
  const host = { ...testHost('').host, err: (text: string) => void (printed += text) };
  const error = thrower instanceof Error ? thrower : await run(thrower, host).catch((thrown: unknown) => thrown);
  tellError(error, host);
  return printed;
}

describe('a command line that cannot be used', () => {
  it.each([
    [['--verion'], '`faultline` has no option --verion.\nDid you mean --version?'],
    [['version'], 'Did you mean `faultline --version`?'],
    [['--jsn'], 'Did you mean --json?'],
    [['explain', '--jsn'], '`faultline explain` has no option --jsn.\nDid you mean --json?'],
    [['exlpain'], 'Did you mean `faultline explain`?'],
    [['check', '--fix=tool'], 'There is no fix tool.\nDid you mean --fix=tools?'],
    [['check', '--fix=empty-text,everything'], 'There is no fix everything.\nThe fixes are batches, '],
    [['help', 'doctr'], 'There is no command doctr.\nDid you mean `faultline doctor`?'],
    [['--help', 'check', 'x'], '`faultline help check` takes no word such as x.'],
    [['logs/*.log'], 'There is no file logs/*.log.'],
    [['*.log'], 'There is no file *.log.'],
    [['explain', 'logs/app-[0-9].log'], 'There is no file logs/app-[0-9].log.'],
  ])('%j names what was meant', async (words, expected) => {
    expect(await told(words)).toContain(expected);
  });
});

describe('an error that is printed', () => {
  it.each([
    ['an option that is none', ['explain', `--${key}`]],
    ['a value that is none', ['check', '--format', key]],
    ['a file that is not there', ['check', `./${key}.json`]],
    ['a cause that is none', ['causes', key]],
    ['an error of ours', new FaultlineError('input-missing', `There is no file ${key}.`, `Give ${key}.`)],
    ['a bug', new TypeError(`cannot read ${key}`)],
  ])('holds no credential: %s', async (_, thrower) => {
    const printed = await told(thrower);

    expect(printed).toMatch(/^faultline: /);
    expect(printed).not.toContain(key.slice(14, 40));
  });
});
