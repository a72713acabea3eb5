import { judgeStructure } from '../src/check/structure.ts';
import { viewRequest } from '../src/check/view.ts';
import { checkRequest } from '../src/check/index.ts';
import { isObject } from '../src/core/json.ts';
import { agentBody, bodySizes, brokenBody, nestedBody } from './bodies.ts';
import { compileAjv, compileZod } from './schemas.ts';

// Run: npm run bench:check. Every figure is the mean CPU time of many runs in this one process; what counts is the ratios.

interface Goal {
  readonly name: string;
  readonly ratio: number;
  readonly most: number;
}

const goals: Goal[] = [];
const warmUpRounds = 20;
const validateAjv = compileAjv();
const zod = compileZod();

for (const size of bodySizes) {
  const { label } = size;
  const text = JSON.stringify(agentBody(size));
  const body: unknown = JSON.parse(text);
  if (!isObject(body) || !validateAjv(body) || !zod.safeParse(body).success || !checkRequest(body).ok) {
    throw new Error('The measured body must be valid for all.');
  }
  const broken = brokenBody(size);
  const rounds = size.turns > 500 ? 100 : 2000;
  const [parse, check, structure, ajv, zodTime, invalid] = measure(rounds, [
    (): unknown => JSON.parse(text),
    () => checkRequest(body),
    () => judgeStructure(viewRequest(body)),
    () => validateAjv(body),
    () => zod.safeParse(body),
    () => checkRequest(broken),
  ]);
  console.log(`${label} (${text.length} bytes)`);
  row('JSON.parse', parse, parse);
  row('checkRequest, all rules', check, parse);
  row('  view and structure alone', structure, parse);
  row('  on an invalid body', invalid, parse);
  row('ajv, structure alone', ajv, parse);
  row('zod, structure alone', zodTime, parse);
  goals.push(
    { name: `${label}: all rules to JSON.parse`, ratio: check / parse, most: 0.5 },
    { name: `${label}: all rules to ajv`, ratio: check / ajv, most: 1 },
    { name: `${label}: all rules to zod`, ratio: check / zodTime, most: 1 },
    { name: `${label}: invalid to valid`, ratio: invalid / check, most: 2 },
  );
}

const deep: unknown = JSON.parse(nestedBody(5000));
checkRequest(deep);

console.log();
for (const { name, ratio, most } of goals)
  console.log(`${ratio <= most ? 'met   ' : 'MISSED'} ${name}: ${ratio.toFixed(2)}, at most ${most}`);
if (goals.some(({ ratio, most }) => ratio > most)) process.exitCode = 1;

function row(name: string, ms: number, base: number): void {
  console.log(
    `  ${name.padEnd(28)} ${ms.toFixed(3).padStart(9)} ms  ${(ms / base).toFixed(2).padStart(6)} × JSON.parse`,
  );
}

/**
 * CPU milliseconds of one run of each task. The tasks take turns, so that a slow moment of the machine meets all of
 * them, and the sum is what counts, because the clock of CPU time is coarse.
 */
function measure<const T extends readonly (() => unknown)[]>(
  rounds: number,
  tasks: T,
): { readonly [K in keyof T]: number };
function measure(rounds: number, tasks: readonly (() => unknown)[]): readonly number[] {
  const sums = tasks.map(() => 0);
  for (let round = -warmUpRounds; round < rounds; round++) {
    for (const [index, task] of tasks.entries()) {
      const start = process.threadCpuUsage();
      task();
      const { user, system } = process.threadCpuUsage(start);
      if (round >= 0) sums[index] = (sums[index] ?? 0) + user + system;
    }
  }
  return sums.map((sum) => sum / 1000 / rounds);
}
