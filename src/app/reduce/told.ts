import { outputRedaction } from '../../capture/output-redaction.ts';
import type { ReductionReport, ToldRequest } from '../../core/reduction.ts';
import { bodyOf, type StudiedRequest } from '../../experiments/request.ts';
import { redactedValue } from '../../redactors/value.ts';

/** A request as plain data. */
export function toldRequest(request: StudiedRequest): ToldRequest {
  const { endpoint, headers, text } = request;
  const body = bodyOf(request);
  return { endpoint, headers, ...(body ? { body } : { text }) };
}

/** A report without secrets: not in the request, and not in the messages and paths that quote it. */
export function toldReport(report: ReductionReport): ReductionReport {
  const { redact } = outputRedaction();
  const { value, redactions } = redactedValue(report, redact);
  const inRequest = redactions.filter(({ path }) => path.startsWith('request.')).length;
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the copy has the form of what was given
  return { ...(value as ReductionReport), redactions: inRequest };
}
