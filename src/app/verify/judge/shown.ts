import type { CertificateCheck } from '../../../core/certificate.ts';
import { isObject, parsedJson, textOf } from '../../../core/json.ts';
import type { Demands, Performance, Shown } from '../performance.ts';
import { isNormal } from '../scenarios.ts';
import { hasCrashed } from './ending.ts';

/** Judges what the users of the application got to see of a failure. */
export function judgeShown(
  performance: Performance,
  normal: Performance | undefined,
  demands: Demands,
): readonly CertificateCheck[] {
  const { scenario, shown, tries, ending } = performance;
  if (isNormal(scenario) || hasCrashed(performance)) return [];
  const usual = (normal?.shown ?? []).map(({ text }) => text).join('\n');
  const lines = shown.flatMap(({ where, text }) => text.split('\n').map((line) => ({ where, line })));
  const upstream = wordsOfAnswers(tries.map(({ answer }) => answer));
  const leaked = lines.filter(({ line }) => upstream.some((pattern) => pattern.test(line)));
  const isOver = ending.kind !== 'time-limit' && ending.kind !== 'beyond-limit';
  const details = lines.filter((one) => !leaked.includes(one) && detailIn(one.line, usual, demands.address));
  return [
    ...(tries.at(-1)?.hasFailed === true ? [message(shown, isOver)] : []),
    verdict('upstream-text', leaked, 'No text of the API was shown.', 'Text of the API was shown'),
    verdict(
      'request-detail',
      details,
      'No detail of the request or the code was shown.',
      'A detail of the request or the code was shown',
    ),
  ];
}

function message(shown: readonly Shown[], isOver: boolean): CertificateCheck {
  const said = shown.map(({ text }) => text.trim()).find((text) => text !== '');
  const base = { id: 'message', answers: 'known-bad' } as const;
  if (said === undefined && !isOver)
    return { ...base, state: 'open', said: 'It was ended before it had told its user anything.' };
  if (said === undefined) return { ...base, state: 'fails', said: 'The user was told nothing.' };
  return { ...base, state: 'holds', said: 'The user was told.', seen: [said.split('\n').at(-1) ?? ''] };
}

function verdict(
  id: 'upstream-text' | 'request-detail',
  found: readonly { readonly where: string; readonly line: string }[],
  good: string,
  bad: string,
): CertificateCheck {
  const [first] = found;
  if (!first) return { id, answers: 'known-bad', state: 'holds', said: good };
  const seen = [...new Set(found.map(({ line }) => line.trim()))].slice(0, 3);
  return { id, answers: 'known-bad', state: 'fails', said: `${bad}, in ${first.where}.`, seen };
}

/** Names that only the API uses, and the form of its errors in JSON and as Python prints them. */
const apiWords = [
  /\b(?:invalid_request|authentication|permission|not_found|rate_limit|overloaded|api|timeout|billing)_error\b/,
  /\brequest_too_large\b/,
  /["']type["']: ?["']error["']/,
  /["']error["']: ?\{/,
  /^event: \w+$|^data: \{"type"/,
  /\banthropic-(?:organization-id|workspace-id|ratelimit)/i,
];

/** What in a line of output would be text of the API, given what the API answered. */
function wordsOfAnswers(answers: readonly string[]): readonly RegExp[] {
  const messages = new Set(answers.flatMap((answer) => messageIn(answer) ?? []));
  return [...apiWords, ...[...messages].map(messagePattern)];
}

function messageIn(answer: string): string | undefined {
  const body = parsedJson(answer);
  if (!isObject(body) || !isObject(body.error)) return undefined;
  return textOf(body.error.message);
}

/** A long message is known wherever it stands; a short one may be the application's own word, unless it stands as a quote. */
function messagePattern(message: string): RegExp {
  const literal = message.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  return message.length >= 20 || message.split(' ').length >= 3
    ? new RegExp(literal, 'i')
    : new RegExp(String.raw`(?:^|[:>"'(-])\s*${literal}["')]?\s*$`);
}

/** Parts of calls and of code that mean nothing to a user. */
const internals = [
  /\bx-api-key\b|\banthropic-(?:version|beta)\b/i,
  /\/v1\/(?:messages|models|complete)\b/,
  /\bapi\.anthropic\.com\b/,
  /["'](?:max_tokens|messages|system|tools)["']: ?["'[{\d]/,
  // Stacks of JavaScript, Python, Java and Go.
  /^\s+at (?:[\w$.<>[\] ]+ \()?(?:file:|node:|\/|[A-Z]:\\|async )\S*:\d+/,
  /^\s+at [\w$.]+\([\w$.]+\.java:\d+\)/,
  /^Traceback \(most recent call last\):|^ {2}File ".*", line \d+/,
  /^\s+\S+\.go:\d+/,
  // What libraries say of HTTP and of connections.
  /\b(?:HTTP Error|Error code:|status code:?|status:) \d{3}\b/i,
  /\bfetch failed\b|\bsocket hang up\b|(?:^|: )terminated$/,
  /\bE(?:CONNRESET|CONNREFUSED|PIPE|TIMEDOUT|NOTFOUND)\b|\bUND_ERR_\w+/,
  /\b(?:ConnectionResetError|IncompleteRead|RemoteDisconnected|URLError|HTTPError|APIStatusError|APIConnectionError)\b/,
  /^(?:\w+\.)*(?:TypeError|SyntaxError|ReferenceError|KeyError|AttributeError|NullPointerException)\b/,
];

function detailIn(line: string, usual: string, address: string): boolean {
  // What is shown in a normal call too is the application's own way of speaking.
  if (line.trim() === '' || usual.includes(line)) return false;
  return line.includes(new URL(address).host) || internals.some((pattern) => pattern.test(line));
}
