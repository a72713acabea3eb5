import { subjectOf } from './text/subject.ts';

/** One failing exchange of a HAR file, as the text that `curl -i` would have shown. */
interface HarEntry {
  readonly startedDateTime?: unknown;
  readonly request?: { readonly method?: unknown; readonly url?: unknown };
  readonly response?: {
    readonly status?: unknown;
    readonly statusText?: unknown;
    readonly headers?: unknown;
    readonly content?: { readonly text?: unknown; readonly encoding?: unknown };
    readonly _error?: unknown;
  };
}

/**
 * The exchanges of a HAR file that failed or streamed, in order; `undefined` when the text is no HAR. The request's
 * headers stay behind: they hold credentials and say nothing of the failure.
 */
export function harTexts(text: string): readonly string[] | undefined {
  if (!/^\s*\{\s*"log"\s*:/.test(text.slice(0, 200))) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  const entries = member(member(parsed, 'log'), 'entries');
  if (!Array.isArray(entries)) return undefined;
  return entries.filter(isEntry).filter(isNotable).map(asText);
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function isEntry(value: unknown): value is HarEntry {
  return typeof member(value, 'response') === 'object' && member(value, 'response') !== null;
}

/** What Claude's address looks like, and the paths of its calls, whatever gateway stands before them. */
const claudeUrl = /\/v1\/messages|\/invoke|\/converse|rawPredict|anthropic|claude/i;

/** A browser records a whole page; another site's failure is of interest only where it passes an error of Claude on. */
function isNotable({ request, response }: HarEntry): boolean {
  if (claudeUrl.test(word(request?.url))) return true;
  const hasFailed = Number(response?.status) >= 400 || response?._error !== undefined;
  return hasFailed && subjectOf(bodyOf(response), noHints) === 'claude';
}

const noHints = {
  errorType: undefined,
  isAnswered: true,
  model: undefined,
  network: undefined,
  platform: undefined,
};

function bodyOf(response: HarEntry['response']): string {
  const { text, encoding } = response?.content ?? {};
  if (typeof text !== 'string') return '';
  // Unlike `atob`, this takes what was cut off or is no base64.
  return encoding === 'base64' ? Buffer.from(text, 'base64').toString('utf8') : text;
}

function asText({ startedDateTime, request, response }: HarEntry): string {
  const headers = Array.isArray(response?.headers)
    ? response.headers.map((one: unknown) => `${word(member(one, 'name'))}: ${word(member(one, 'value'))}`)
    : [];
  const status = Number(response?.status);
  return [
    `${word(startedDateTime)} ${word(request?.method)} ${word(request?.url)}`.trim(),
    status > 0 ? `HTTP/1.1 ${status} ${word(response?.statusText)}`.trim() : word(response?._error),
    ...headers,
    '',
    bodyOf(response),
  ].join('\n');
}

function word(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
