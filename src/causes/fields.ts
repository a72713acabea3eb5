import type { Evidence } from '../core/evidence.ts';
import { requestRoots } from '../facts/request-roots.ts';

const locations = /["']?loc["']?\s*:\s*[[(]\s*([^\])]{1,200})[\])]/;
const pointer = /#((?:\/[\w-]+){1,12})?: (?:(?:required|extraneous) key \[([\w.-]+)\])?/;

/**
 * The field that a validation message is about, as a dotted path: as the API writes it, out of the `loc` of a FastAPI
 * answer, or out of the JSON pointer that Bedrock writes.
 */
export function fieldPath({ response, reading }: Evidence): string | undefined {
  if (response?.path !== undefined) return response.path;
  const flat = reading?.flat ?? '';
  const location = locations.exec(flat)?.[1];
  if (location !== undefined) {
    const steps = location.split(',').map((step) => step.trim().replaceAll(/["']/g, ''));
    return steps.filter((step, at) => step !== '' && !(at === 0 && step === 'body')).join('.') || undefined;
  }
  const found = pointer.exec(flat);
  const steps = [...(found?.[1]?.split('/').slice(1) ?? []), ...(found?.[2] === undefined ? [] : [found[2]])];
  return steps.length > 0 ? steps.join('.') : undefined;
}

const roots: ReadonlySet<string> = new Set(requestRoots);

/** Members and operations that only Bedrock's model calls have. */
const converse = /\b(?:Converse|InvokeModel)|toolConfig|inferenceConfig|\bmessages\.\d+\.member\b/;

/**
 * How far a validation message, whose wording any Pydantic service shares, can be laid at the door of the Messages
 * API: `proven` where Claude is named, `likely` where only a field of the request is, not at all otherwise.
 */
export function validationCertainty(evidence: Evidence): 'proven' | 'likely' | undefined {
  const { subject, response, platform, reading } = evidence;
  if (subject === 'claude' || platform !== undefined) return 'proven';
  if (subject === 'other') return undefined;
  if (response?.errorType === 'ValidationException' && converse.test(reading?.flat ?? '')) return 'proven';
  const root = fieldPath(evidence)?.split('.')[0];
  const known = root !== undefined && roots.has(root);
  if (response?.errorType === 'invalid_request_error') return known ? 'proven' : 'likely';
  return known ? 'likely' : undefined;
}

/** The words of a message from `opening` on to the end of its sentence, on one line and without its quotes' escapes. */
export function sentenceFrom({ reading }: Evidence, opening: RegExp): string | undefined {
  const flat = reading?.flat ?? '';
  const at = opening.exec(flat)?.index;
  if (at === undefined) return undefined;
  const line = flat.slice(at, at + 400).replaceAll(/\s+/g, ' ');
  const end =
    /\.?["']\s{0,3}(?:[}\])]|,\s{0,3}["']\w{1,40}["']\s?:)|\.\s|[;}]|\s\(request id|\.?$/.exec(line)?.index ??
    line.length;
  return line.slice(0, end).trim().slice(0, 240);
}

/** The path in code marks, or words that stand for it. */
export function named(path: string | undefined, otherwise: string): string {
  return path === undefined ? otherwise : `\`${path}\``;
}
