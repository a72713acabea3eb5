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
import { redactedProblem } from './redacted.ts';
import type { CheckSource } from './sources.ts';

/** Judges one captured request or answer, and finds the place of each problem in the user's file. */
export function judgeCaptured(captured: Captured, source: CheckSource, given: RequestOptions): CheckedItem {
  const result = resultOf(captured, optionsFor(captured, given));
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
  const problems = result.problems.map((problem): PlacedProblem => {
    const span = spanOf(problem);
    const range = { start: span.start + shift, end: span.end + shift };
    return { problem: redactedProblem(problem), range, ...lineColumnOf(text, range.start) };
  });
  return {
    name: captured.label === '' ? source.name : `${source.name} ${captured.label}`,
    what: captured.kind,
    text: problems.length === 0 ? text : mask(text),
    ok: result.ok,
    problems,
    ...present({ file: captured.offset === undefined ? undefined : source.path && source.name, note: captured.note }),
  };
}

/** What was captured with the request holds, except where the user says otherwise. */
export function optionsFor(captured: Captured, given: RequestOptions): RequestOptions {
  const { endpoint, platform, headers, headersKnown } = captured;
  return { ...present({ endpoint, platform, headers, headersKnown }), ...given };
}

function resultOf(captured: Captured, options: RequestOptions): CheckResult {
  const context = present({ request: captured.request, asOf: options.asOf });
  if (captured.kind === 'stream') return checkStream(captured.text, context);
  if (captured.kind === 'response') return checkResponse(captured.text, context);
  return checkText(captured.text, options);
}
