import { dirname, isAbsolute, join } from 'node:path';
import { checkStream } from '../../check/response/stream.ts';
import { checkResponse } from '../../check/response/response.ts';
import type { CheckResult, RequestOptions } from '../../check/index.ts';
import { checkText } from '../../check/text/body.ts';
import { lineColumnOf } from '../../check/text/lines.ts';
import { locatorOf, type Locator } from '../../check/text/locate.ts';
import type { Captured } from '../../capture/request/captured.ts';
import { present } from '../../core/present.ts';
import type { Problem } from '../../core/problem.ts';
import type { CheckedItem, PlacedProblem } from '../../report/check-model.ts';
import { mask } from '../../redactors/index.ts';
import { encodingProblem } from './encoding.ts';
import { redactedProblem } from './redacted.ts';
import type { CheckSource } from './sources.ts';

/** Judges one captured request or answer, and finds the place of each problem in the user's file. */
export async function judgeCaptured(
  captured: Captured,
  source: CheckSource,
  given: RequestOptions,
): Promise<CheckedItem> {
  const result = await resultOf(captured, optionsFor(captured, given));
  // What only holds a request, such as a command or a log, is not what is sent.
  const isWhole = captured.kind === 'request' && captured.text.trim() === source.text.trim();
  const encoding = isWhole ? encodingProblem(source) : undefined;
  // Where the body stands in the file as it is, the file's lines count.
  const text = captured.offset === undefined ? captured.text : source.text;
  const shift = captured.offset ?? 0;
  let locator: Locator | undefined;
  const spanOf = (problem: Problem): { readonly start: number; readonly end: number } => {
    if (problem.offset !== undefined) return { start: problem.offset, end: problem.offset + 1 };
    if (captured.kind === 'stream') return { start: 0, end: 1 };
    locator ??= locatorOf(captured.text);
    return problem.keyAt ? locator.locateKey(problem.keyAt) : locator.locate(problem.at);
  };
  const placed = (
    problem: Problem,
    { start, end }: { readonly start: number; readonly end: number },
  ): PlacedProblem => ({
    problem: redactedProblem(problem),
    range: { start, end },
    ...lineColumnOf(text, start),
  });
  const problems = [
    ...(encoding ? [placed(encoding, { start: encoding.offset ?? 0, end: (encoding.offset ?? 0) + 1 })] : []),
    ...result.problems.map((problem) => {
      const span = spanOf(problem);
      return placed(problem, { start: span.start + shift, end: span.end + shift });
    }),
  ];
  return {
    name: captured.label === '' ? source.name : `${source.name} ${captured.label}`,
    what: captured.kind,
    text: problems.length === 0 ? text : mask(text),
    ok: result.ok,
    problems,
    ...present({ file: fileOf(captured, source), note: captured.note }),
  };
}

/** The file in which the lines of a captured text count. */
function fileOf({ textFile, offset }: Captured, { path, name }: CheckSource): string | undefined {
  if (textFile !== undefined)
    return path === undefined || isAbsolute(textFile) ? textFile : join(dirname(name), textFile);
  return offset === undefined || path === undefined ? undefined : name;
}

/** What was captured with the request holds, except where the user says otherwise. */
export function optionsFor(captured: Captured, given: RequestOptions): RequestOptions {
  const { endpoint, platform, headers, headersKnown } = captured;
  return { ...present({ endpoint, platform, headers, headersKnown }), ...given };
}

async function resultOf(captured: Captured, options: RequestOptions): Promise<CheckResult> {
  if (captured.kind === 'request') return checkText(captured.text, options);
  const context = present({ request: captured.request, asOf: options.asOf });
  const judge = captured.kind === 'stream' ? checkStream : checkResponse;
  return withFinerCause(judge(captured.text, context), captured.text);
}

/** Rows of problems that only repeat an error of the API. */
const errorRows = new Set(['answer-is-error', 'stream-error']);

/** An error that the API sent has the cause by which `explain` knows it, which is finer than its type. */
async function withFinerCause(result: CheckResult, text: string): Promise<CheckResult> {
  if (!result.problems.some(({ row }) => errorRows.has(row))) return result;
  const { judgeOneText } = await import('../one-verdict.ts');
  const verdict = await judgeOneText(text);
  const [finding] = verdict.findings;
  if (verdict.outcome !== 'failure' || !finding || finding.certainty === 'possible') return result;
  const { cause } = finding;
  return { ...result, problems: result.problems.map((one) => (errorRows.has(one.row) ? { ...one, cause } : one)) };
}
