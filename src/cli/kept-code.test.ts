import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { codePlace, keepCode, keptCode, temporaryFolder } from './kept-code.ts';

const code = Buffer.from('compiled code');
const compiled = { createCachedData: () => code };
const nothing = async (): Promise<void> => {};
let folder = '';
let place = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'faultline-code-test-'));
  place = join(folder, 'deeper', 'program.code');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the place of compiled code', () => {
  test('is in a folder of the user where nothing else is said', () => {
    expect(codePlace({})).toMatch(/faultline-code-\w+[/\\]faultline-.*\.code$/);
  });

  test('is where Node keeps its own, as far as the variables for that say', () => {
    expect(codePlace({ NODE_COMPILE_CACHE: folder })).toContain(folder);
    expect(codePlace({ NODE_COMPILE_CACHE: folder, NODE_DISABLE_COMPILE_CACHE: '1' })).toBeUndefined();
  });

  test('is the temporary folder that Node knows, whatever names it', () => {
    expect(temporaryFolder(process.env)).toBe(tmpdir());
    expect(temporaryFolder({}, 'linux')).toBe('/tmp');
    expect(temporaryFolder({ TMP: '/var/tmp', TMPDIR: '' }, 'darwin')).toBe('/var/tmp');
    expect(temporaryFolder({ TEMP: String.raw`C:\Users\me\Temp`, TMPDIR: '/tmp' }, 'win32')).toBe(
      String.raw`C:\Users\me\Temp`,
    );
    expect(temporaryFolder({ SystemRoot: String.raw`C:\Windows` }, 'win32')).toBe(String.raw`C:\Windows\temp`);
  });

  test('is another for another Node', () => {
    expect(codePlace({})).toContain(process.version);
  });
});

describe('compiled code', () => {
  test('is there again after it was kept, for its owner alone, with all that the warm-up compiled', async () => {
    let isWarm = false;
    await keepCode(place, { createCachedData: () => Buffer.from(isWarm ? 'warm' : 'cold') }, async () => {
      isWarm = true;
    });
    expect(keptCode(place)?.toString()).toBe('warm');
    expect(readdirSync(join(folder, 'deeper'))).toEqual(['program.code']);
    if (process.platform !== 'win32') expect(statSync(place).mode & 0o077).toBe(0);
  });

  test('is not taken where there is none', () => {
    expect(keptCode(place)).toBeUndefined();
  });

  test.skipIf(process.platform === 'win32')('is not taken from a file that others may write', async () => {
    await keepCode(place, compiled, nothing);
    chmodSync(place, 0o622);
    expect(keptCode(place)).toBeUndefined();
  });

  test('is not taken when any byte of it is damaged, or a part is missing', async () => {
    await keepCode(place, compiled, nothing);
    const good = readFileSync(place);
    for (let at = 0; at < good.length; at++) {
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ 1;
      writeFileSync(place, bad);
      expect(keptCode(place)).toBeUndefined();
      writeFileSync(place, good.subarray(0, at));
      expect(keptCode(place)).toBeUndefined();
    }
    writeFileSync(place, good);
    expect(keptCode(place)).toEqual(code);
  });

  test('is simply not kept where nothing can be written, or where it cannot be made', async () => {
    writeFileSync(join(folder, 'file'), '');
    const below = join(folder, 'file', 'program.code');
    await keepCode(below, compiled, nothing);
    expect(keptCode(below)).toBeUndefined();
    await keepCode(place, compiled, async () => {
      throw new Error('The warm-up failed.');
    });
    expect(readdirSync(join(folder, 'deeper'))).toEqual([]);
  });

  test('goes when it is that of another build and a month old', async () => {
    await keepCode(join(folder, 'faultline-old-v22.0.0-x64.code'), compiled, nothing);
    await keepCode(join(folder, 'faultline-recent-v22.0.0-x64.code'), compiled, nothing);
    writeFileSync(join(folder, 'of-another-program.code'), '');
    const twoMonthsAgo = Date.now() / 1000 - 60 * 86_400;
    utimesSync(join(folder, 'faultline-old-v22.0.0-x64.code'), twoMonthsAgo, twoMonthsAgo);
    utimesSync(join(folder, 'of-another-program.code'), twoMonthsAgo, twoMonthsAgo);
    await keepCode(join(folder, 'faultline-new-v24.0.0-x64.code'), compiled, nothing);
    expect(readdirSync(folder).toSorted()).toEqual([
      'faultline-new-v24.0.0-x64.code',
      'faultline-recent-v22.0.0-x64.code',
      'of-another-program.code',
    ]);
  });
});
