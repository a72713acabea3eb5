/**
 * How long `faultline explain` takes as a whole process, beside `node -e 0` on the same Node; and how fast a log goes
 * through, beside `grep -c` on the same file. Everything in one run, the two sides in turn, so that the ratios hold
 * when the machine is busy. Run `npm run build` first.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = join(import.meta.dirname, '..', 'dist', 'cli.js');
const rounds = 25;
const somethingFound = 1;
const error =
  '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.12: `tool_use` ids were found without `tool_result` blocks immediately after: toolu_01Example. Each `tool_use` block must have a corresponding `tool_result` block in the next message."},"request_id":"req_011CExample"}';

const folder = mkdtempSync(join(tmpdir(), 'faultline-bench-'));
try {
  startUp();
  throughput(writeLog(join(folder, 'app.log'), 200e6));
} finally {
  rmSync(folder, { recursive: true });
}

function startUp(): void {
  const empty: number[] = [];
  const explain: number[] = [];
  for (let round = 0; round < rounds; round++) {
    empty.push(wallMs(process.execPath, ['-e', '0']));
    explain.push(wallMs(process.execPath, [program, 'explain', error], somethingFound));
  }
  const [a, b] = [median(empty), median(explain)];
  console.log(
    `start-up, median of ${rounds}: node -e 0 ${a.toFixed(1)} ms, explain ${b.toFixed(1)} ms: +${(b - a).toFixed(1)} ms, ratio ${(b / a).toFixed(2)}`,
  );
}

function throughput({ path, bytes }: { readonly path: string; readonly bytes: number }): void {
  const grep: number[] = [];
  const explain: number[] = [];
  for (let round = 0; round < 5; round++) {
    grep.push(wallMs('grep', ['-c', 'rror', path]));
    explain.push(wallMs(process.execPath, [program, 'explain', path, '--quiet'], somethingFound));
  }
  const [a, b] = [median(grep), median(explain)];
  const perSecond = (ms: number): string => (bytes / 1e3 / ms).toFixed(0);
  console.log(
    `log of ${(bytes / 1e6).toFixed(0)} MB, median of 5: grep -c ${perSecond(a)} MB/s, explain ${perSecond(b)} MB/s: ratio ${(b / a).toFixed(1)}`,
  );
  const script = `process.argv.splice(1, 0, ${JSON.stringify(program)}); process.on('exit', () => console.error(process.resourceUsage().maxRSS)); await import(${JSON.stringify(program)});`;
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script, 'explain', path, '--quiet'], {
    encoding: 'utf8',
  });
  console.log(`memory at its highest: ${(Number(stderr.trim().split('\n').at(-1)) / 1024).toFixed(0)} MB`);
}

/** Output goes into a pipe: grep stops at the first hit when nobody reads what it prints. */
function wallMs(command: string, args: readonly string[], expected = 0): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  const took = performance.now() - started;
  if (status !== expected) throw new Error(`${command} ended with ${status}: ${stderr}`);
  return took;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** A log in which one line of a hundred tells of a failed call. */
function writeLog(path: string, size: number): { readonly path: string; readonly bytes: number } {
  const file = openSync(path, 'w');
  let bytes = 0;
  for (let line = 0; bytes < size;) {
    const lines: string[] = [];
    for (const end = line + 5000; line < end; line++) lines.push(logLine(line));
    bytes += writeSync(file, lines.join(''));
  }
  closeSync(file);
  return { path, bytes };
}

function logLine(line: number): string {
  const time = new Date(1.76e12 + line * 37).toISOString();
  if (line % 100 !== 0) {
    return `${time} INFO  worker-${line % 7} handled POST /api/items/${line} in ${line % 300} ms user=u${line} status=200 bytes=${(line * 7) % 9999} cache=hit region=eu-west-1 trace=${(line * 40_503) % 0xffffff}\n`;
  }
  const body =
    line % 300 === 0
      ? '529 {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}'
      : '429 {"type":"error","error":{"type":"rate_limit_error","message":"This request would exceed your organization\'s rate limit of 30,000 input tokens per minute (model: claude-sonnet-5)."}';
  return `${time} ERROR worker-${line % 7} request failed: ${body},"request_id":"req_011C${line}x"}\n`;
}
