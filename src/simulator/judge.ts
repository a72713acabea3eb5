import { rules } from '../causes/rules.ts';
import type { RequestOptions } from '../check/index.ts';
import { judge } from '../check/judge.ts';
import { judgeStructure } from '../check/structure.ts';
import { checkText } from '../check/text/body.ts';
import { viewRequest } from '../check/view.ts';
import type { ErrorAnswer } from '../core/fault.ts';
import { isObject, textOf, type JsonObject } from '../core/json.ts';
import type { Problem } from '../core/problem.ts';
import type { RequestView } from '../core/view.ts';
import { verify } from './answer/signature.ts';

/** A request as it came, apart from its body. */
export interface JudgedCall {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly mode: 'full' | 'structure';
  /** ISO. */
  readonly day: string;
}

/** What comes of judging a body. */
export type Judgement =
  | { readonly kind: 'refused'; readonly error: ErrorAnswer }
  | { readonly kind: 'accepted'; readonly body: JsonObject; readonly view: RequestView };

const missingThings = new Set(['model-not-found', 'model-retired', 'model-id-platform', 'file-not-found']);

/** Rows of the structure that the published schema does not state: mock servers let them pass. */
const beyondSchema = new Set(['inference-geo']);

/** Judges a body as the API does, and reports the first problem alone. */
export function judgeBody(text: string, { path, headers, mode, day }: JudgedCall): Judgement {
  const options = { endpoint: path, headers, headersKnown: mode === 'full', asOf: day, rawText: text };
  const body = parse(mode === 'structure' && text === '' ? '{}' : text);
  if (!isObject(body)) return refusedText(text, options);
  const view = viewRequest(body, options);
  const first = firstError(view, mode);
  if (first)
    return first.cause === 'json-lone-surrogate'
      ? refusedText(text, options)
      : { kind: 'refused', error: errorOf(first) };
  const signature = mode === 'full' ? signatureProblem(view) : undefined;
  return signature === undefined ? { kind: 'accepted', body, view } : { kind: 'refused', error: invalid(signature) };
}

function firstError(view: RequestView, mode: JudgedCall['mode']): Problem | undefined {
  if (mode === 'structure') {
    return judgeStructure(view).find((problem) => isError(problem) && !beyondSchema.has(problem.row));
  }
  // Of a batch that is the envelope: what is wrong with an entry surfaces in its result.
  return judge(view, rules).find(isError);
}

/** What is wrong with one entry of a batch; it is a request of its own. */
export function entryError(params: JsonObject, { headers, mode, day }: JudgedCall): ErrorAnswer | undefined {
  if (mode === 'structure') return undefined;
  const options = { endpoint: '/v1/messages', headers, headersKnown: true, asOf: day };
  const first = judge(viewRequest(params, options, true), rules).find(isError);
  return first && errorOf(first);
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What is wrong with a text that is no JSON, or no object, with the place. */
function refusedText(text: string, options: RequestOptions): Judgement {
  const first = checkText(text, options).problems.find(isError);
  return { kind: 'refused', error: first ? errorOf(first) : invalid('Input does not match the expected shape.') };
}

/** How the API reports a problem. */
export function errorOf({ cause, path, message }: Problem): ErrorAnswer {
  const text = path === '' ? message : `${path}: ${message}`;
  if (cause === 'request-too-large') return { status: 413, type: 'request_too_large', message: text };
  if (missingThings.has(cause)) return { status: 404, type: 'not_found_error', message: text };
  return invalid(text);
}

function invalid(message: string): ErrorAnswer {
  return { status: 400, type: 'invalid_request_error', message };
}

/** The first thinking block whose signature does not fit it, in the API's words. */
function signatureProblem(view: RequestView): string | undefined {
  const lastAssistant = view.messages.findLast(({ role }) => role === 'assistant')?.index;
  for (const { value, message, index } of view.blocksOf('thinking')) {
    const verdict = verify(textOf(value.thinking) ?? '', textOf(value.signature) ?? '');
    if (verdict === 'verifies') continue;
    const place = `messages.${message}.content.${index}`;
    return verdict === 'altered' && message === lastAssistant
      ? `${place}: \`thinking\` or \`redacted_thinking\` blocks in the latest assistant message cannot be modified. These blocks must remain as they were in the original response.`
      : `${place}: Invalid \`signature\` in \`thinking\` block`;
  }
  return undefined;
}
