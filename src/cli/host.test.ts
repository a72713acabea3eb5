import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const program = `'${process.execPath}' '${join(import.meta.dirname, 'bin.ts')}'`;

/** What a shell says of a command line in which `faultline` is the program from its sources. */
function shell(line: string): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line.replaceAll('faultline', program)], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  return { code: status, out: stdout, err: stderr };
}

describe.skipIf(process.platform === 'win32')('the output', () => {
  test('whose reader has gone ends the command quietly, with the code of a closed pipe', () => {
    expect(shell('{ faultline causes --json; echo "code $?" >&2; } | true')).toEqual({
      code: 0,
      out: '',
      err: 'code 141\n',
    });
  });

  test.skipIf(!existsSync('/dev/full'))('that finds no space is the fault of the place, and no bug', () => {
    const { code, err } = shell('faultline causes >/dev/full');
    expect(code).toBe(2);
    expect(err).toContain('The output cannot be written: ENOSPC, no space is left.');
    expect(err).not.toContain('bug');
  });

  test.skipIf(!existsSync('/dev/full'))('comes whole where only what is told beside it cannot be written', () => {
    const { code, out } = shell("faultline explain '529 overloaded_error: Overloaded' 2>/dev/full");
    expect(code).toBe(1);
    expect(out).toContain('overloaded');
  });
});
