import { checkRequest } from '../src/check/index.ts';
import { mayHoldSurrogate } from '../src/check/text/body.ts';
import { locatorOf } from '../src/check/text/locate.ts';
import { lossesIn } from '../src/check/text/scan.ts';
import { secretsIn } from '../src/check/text/secrets.ts';
import { viewRequest } from '../src/check/view.ts';
import { isObject } from '../src/core/json.ts';
import { codeFrame } from '../src/report/code-frame.ts';
import { plainPainter } from '../src/report/paint.ts';
import { agentBody, bodySizes, brokenBody, lateFault, nestedBody } from './bodies.ts';
import type { BodySize } from './bodies.ts';
import { measure, report } from './measure.ts';
import type { Goal } from './measure.ts';
import { compileAjv, compileZod } from './schemas.ts';

// Run: npm run bench:check. What counts is the ratios, all of one run.

const ajv = compileAjv();
const zod = compileZod();
const parseName = 'JSON.parse';
const checkName = 'checkRequest, all rules';

report([...bodySizes.flatMap(ratios), firstError(), nesting()]);

function ratios(size: BodySize): readonly Goal[] {
  const { label } = size;
  const text = JSON.stringify(agentBody(size));
  const body: unknown = JSON.parse(text);
  if (!isObject(body) || !ajv(body) || !zod.safeParse(body).success || !checkRequest(body).ok) {
    throw new Error('The measured body must be valid for all.');
  }
  const broken = brokenBody(size);
  const times = measure(
    [
      { name: parseName, run: (): unknown => JSON.parse(text) },
      { name: checkName, run: () => checkRequest(body) },
      { name: '  view and structure alone', run: () => viewRequest(body).structure() },
      { name: '  on an invalid body', run: () => checkRequest(broken) },
      { name: 'ajv, structure alone', run: () => ajv(body) },
      { name: 'zod, structure alone', run: () => zod.safeParse(body) },
      { name: 'scans of the text', run: () => [lossesIn(text), secretsIn(text), mayHoldSurrogate(text)] },
    ],
    size.turns > 500 ? { rounds: 120, batch: 2 } : { rounds: 700, batch: 10 },
  );
  const timeOf = (name: string): number => times.get(name) ?? Number.NaN;
  const parse = timeOf(parseName);
  const check = timeOf(checkName);
  console.log(`${label} (${text.length} bytes)`);
  for (const [name, ms] of times) {
    console.log(
      `  ${name.padEnd(28)} ${ms.toFixed(3).padStart(9)} ms  ${(ms / parse).toFixed(2).padStart(6)} × JSON.parse`,
    );
  }
  return [
    { name: `${label}: all rules to JSON.parse`, value: check / parse, most: 0.5 },
    { name: `${label}: all rules to ajv`, value: check / timeOf('ajv, structure alone'), most: 1 },
    { name: `${label}: all rules to zod`, value: check / timeOf('zod, structure alone'), most: 1 },
    { name: `${label}: invalid to valid`, value: timeOf('  on an invalid body') / check, most: 2 },
    { name: `${label}: scans of the text to JSON.parse`, value: timeOf('scans of the text') / parse, most: 3 },
  ];
}

/** From the text of a large body whose last message is wrong to the lines that show where. */
function firstError(): Goal {
  const text = JSON.stringify(lateFault(bodySizes[1]));
  const find = (): readonly string[] => {
    const body: unknown = JSON.parse(text);
    const [first] = checkRequest(body).problems;
    if (first?.severity !== 'error') throw new Error('The measured body must be refused.');
    return codeFrame(text, locatorOf(text).locate(first.at), { paint: plainPainter, width: 100 });
  };
  const times = measure([{ name: 'first', run: find }], { rounds: 40, batch: 1 });
  return { name: 'a first error with its place in 4 MB, in ms', value: times.get('first') ?? Number.NaN, most: 60 };
}

/** Depth costs no stack: what nests deepest is walked without recursion, or not at all. */
function nesting(): Goal {
  const depth = 100_000;
  const body: unknown = JSON.parse(nestedBody(depth));
  const start = process.hrtime.bigint();
  checkRequest(body);
  return { name: `nesting ${depth} deep, in ms`, value: Number(process.hrtime.bigint() - start) / 1e6, most: 1000 };
}
