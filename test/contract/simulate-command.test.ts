import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { isObject, textOf } from '../../src/core/json.ts';

const bin = join(import.meta.dirname, '..', '..', 'src', 'cli', 'bin.ts');

test.each([
  ['SIGTERM', 0],
  ['SIGINT', 130],
] as const)(
  'the simulator prints its address first, logs every call, and stops cleanly on %s',
  async (signal, code) => {
    const child = spawn(process.execPath, [bin, 'simulate', '--json'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const url = textOf(await nextMember(lines, 'url'));
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${url ?? ''}/v1/messages`)).status).toBe(405);
    expect(await nextMember(lines, 'status')).toBe(405);
    child.kill(signal);
    expect((await once(child, 'exit'))[0]).toBe(code);
    await expect(fetch(url ?? '')).rejects.toThrow('fetch failed');
  },
);

async function nextMember(lines: AsyncIterator<string>, name: string): Promise<unknown> {
  const next: IteratorResult<string, unknown> = await lines.next();
  const line: unknown = JSON.parse(String(next.value));
  return isObject(line) ? line[name] : undefined;
}
