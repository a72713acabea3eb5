export { checkRequest } from './check/index.ts';
export { checkText } from './check/text/body.ts';
export { fixRequest, fixText } from './check/fix.ts';
export { checkResponse } from './check/response/response.ts';
export { checkStream } from './check/response/stream.ts';
export type {
  BodyPath,
  CheckResult,
  Cut,
  Edit,
  Fix,
  PartEstimate,
  Phase,
  Problem,
  RequestOptions,
  TokenBudget,
  TokenEstimate,
  TokenRange,
} from './check/index.ts';
export { estimateRequest } from './check/index.ts';
export type { TextCheckResult } from './check/text/body.ts';
export type { FixResult } from './check/fix.ts';
export type { AnswerContext, AnswerResult } from './check/response/answer-problem.ts';
