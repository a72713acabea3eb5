import { isArray, isObject } from '../../core/json.ts';
import type { BodyPath, Problem } from '../../core/problem.ts';
import { checkRequest, type CheckResult, type RequestOptions } from '../index.ts';
import { lineColumnOf } from './lines.ts';
import { pathsTo } from './paths.ts';
import { lossesIn, type Loss } from './scan.ts';
import { secretsIn } from './secrets.ts';
import { syntaxFault, type SyntaxFault } from './syntax.ts';

/** What a body's text holds, and what the API would say of it. */
export interface TextCheckResult extends CheckResult {
  /** The parsed body; absent when the text is no JSON. */
  readonly body?: unknown;
}

/**
 * Judges a request body as the text that goes over the wire: its JSON syntax with line and column, then the request,
 * then what parsing loses without a word (doubled keys, numbers that a double cannot hold) and credentials in the prompt.
 */
export function checkText(text: string, options: RequestOptions = {}): TextCheckResult {
  const parsed = parse(text);
  const fault = parsed && !mayHoldSurrogate(text) ? undefined : syntaxFault(text);
  if (!parsed)
    return { ok: false, problems: [malformed(text, fault ?? { reason: 'unexpected character', offset: 0 })] };
  const { problems } = checkRequest(parsed.body, { ...options, rawText: text });
  const all = [
    ...(fault ? problems.map((one) => placed(one, text, fault)) : problems),
    ...lossesIn(text).map(lost),
    ...exposedIn(text, parsed.body),
  ];
  return { ok: all.every(({ severity }) => severity === 'warning'), problems: all, body: parsed.body };
}

/** Whether a text may hold half a surrogate pair, which JSON.parse accepts and the API's parser refuses. */
export function mayHoldSurrogate(text: string): boolean {
  return text.includes('\\ud') || text.includes('\\uD') || !text.isWellFormed();
}

function parse(text: string): { readonly body: unknown } | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return { body };
  } catch {
    return undefined;
  }
}

/** The API's sentence on a body that its parser refuses. */
function sentence(text: string, { reason, offset }: SyntaxFault): string {
  const { line, column } = lineColumnOf(text, offset);
  return `The request body is not valid JSON: ${reason}: line ${line} column ${column} (char ${offset})`;
}

function malformed(text: string, fault: SyntaxFault): Problem {
  return {
    cause: 'json-malformed',
    row: 'json-invalid',
    severity: 'error',
    phase: 'json',
    path: '',
    message: sentence(text, fault),
    wording: 'api',
    at: [],
    offset: fault.offset,
    why: 'The API parses the body before anything else, and stops at the first character that is no JSON.',
  };
}

/** The rule knows the member that holds half a pair; the text knows the character. */
function placed(problem: Problem, text: string, fault: SyntaxFault): Problem {
  if (problem.cause !== 'json-lone-surrogate') return problem;
  return { ...problem, message: sentence(text, fault), offset: fault.offset };
}

function lost(loss: Loss): Problem {
  const doubled = loss.kind === 'duplicate-key';
  return {
    cause: 'json-malformed',
    row: loss.kind,
    severity: 'warning',
    phase: 'advice',
    path: '',
    message: doubled
      ? `The key "${loss.key}" stands twice in one object; the last one counts.`
      : `The number ${loss.digits} is beyond 2^53; JSON parsers of many languages round it.`,
    wording: 'ours',
    at: [],
    offset: loss.at,
    why: doubled
      ? 'JSON parsers keep one of the two without a word, and not all keep the same one.'
      : `As a double it becomes ${Number(loss.digits)}. Send it as a string if every digit matters.`,
  };
}

/** The credentials in a text, each with its path; why they matter is said once. The values are told nowhere. */
function exposedIn(text: string, body: unknown): readonly Problem[] {
  const secrets = secretsIn(text);
  if (secrets.length === 0) return [];
  const places = pathsTo(
    text,
    secrets.map(({ at }) => at),
  );
  return secrets.map(({ kind, at: offset, length }, index): Problem => {
    const at = places[index] ?? [];
    return {
      cause: 'secret-in-prompt',
      row: 'secret-in-prompt',
      severity: 'warning',
      phase: 'advice',
      path: writtenPath(at, body),
      message: `The request holds what looks like a live ${kind} (${length} characters).`,
      wording: 'ours',
      at,
      offset,
      ...(index === 0 ? { why: whyNoSecrets } : {}),
    };
  });
}

const whyNoSecrets =
  'What is sent to a model can come back in its answers, and stays in logs and transcripts. Take the credential out, and replace it if it was sent before.';

/** A path as the API writes it: with the type of a block of a message before its members. */
function writtenPath(at: BodyPath, body: unknown): string {
  const parts: (string | number)[] = [];
  let value = body;
  for (const [depth, step] of at.entries()) {
    parts.push(step);
    value = isObject(value) || isArray(value) ? Reflect.get(value, step) : undefined;
    const isBlock = at[0] === 'messages' && typeof step === 'number' && at[depth - 1] === 'content';
    if (isBlock && depth < at.length - 1 && isObject(value) && typeof value.type === 'string') parts.push(value.type);
  }
  return parts.join('.');
}
