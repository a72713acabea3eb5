import { saysOne } from '../../core/says-one.ts';
import { isCount, isMeasure } from './counts.ts';

/** Statuses that the API, its edge, a cloud or a proxy answers with. */
const known = new Set(
  [400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418, 421, 422, 423, 424]
    .concat([425, 426, 428, 429, 431, 451, 460, 499, 500, 501, 502, 503, 504, 505, 507, 508, 510, 511])
    .concat([520, 521, 522, 523, 524, 525, 526, 527, 529, 530, 598, 599]),
);
const status = String.raw`([45]\d\d)`;

/** Words of other languages that stand before a status. */
const foreignWords =
  '返回|报|出现|收到|遇到|抛出|状态码?|狀態碼?|错误码?|錯誤碼?|报错|エラー|コード|ステータス|오류|에러|코드|상태|ошибка|ответ\\S{0,4}|код|статус|código|estado|respondi[óo]|respondeu|erreur|statut|erro|fehler(?:code)?|antwortet\\S{0,2}';

/** How far around a number is looked. */
const near = 80;

interface Form {
  readonly pattern: RegExp;
  /** Words in small letters one of which a text has that the form can be in; a pattern is dear to make. */
  readonly hints?: readonly string[];
  /** What else must hold of the line before the number and after it. */
  readonly fits?: (before: string, after: string) => boolean;
}

/** Said to be a status of HTTP, or written before the body of an answer: believed before all others, wherever it stands. */
const stated: readonly Form[] = [
  { hints: ['indicate success'], pattern: new RegExp(String.raw`\bdoes not indicate success: ${status}\b`, 'gi') },
  { hints: ['http'], pattern: new RegExp(String.raw`\bHTTP(?:\/[\d.]+)?["']?[ :]{1,3}["'(]?${status}\b`, 'gi') },
  {
    hints: ['status'],
    pattern: new RegExp(
      String.raw`(?<![a-z])(?:http)?status[ _-]?(?:code)?["'\]]?\s{0,3}(?:=>|[:=(_]|was|is|of)?\s{0,3}["'(]?${status}(?![\d_])`,
      'gi',
    ),
  },
  {
    hints: ['error: ', 'error": ', "error': ", 'code: ', 'code": ', "code': "],
    pattern: new RegExp(String.raw`\b(?:API Error|Error code|Error)["']?: ${status}\b`, 'gi'),
  },
  { pattern: new RegExp(String.raw`(?:^|[\s"'>|·])${status}\s+(?:- )?(?:\{["']|b')`, 'gm') },
];

/** Numbers that stand as statuses do; most other three-digit numbers of a log do so too. */
const likely: readonly Form[] = [
  {
    pattern: new RegExp(
      String.raw`(?:\b(?:errors?|code|failed|failure|returned|response|exception)|\w(?:error|exception))\b["']?\s{0,3}[:=]?\s{0,3}["'([]{0,2}${status}\b`,
      'gi',
    ),
    fits: (before) => !tally(before),
  },
  {
    pattern: new RegExp(String.raw`(?:${foreignWords})[\s:：(（"'=#]{0,4}(?:HTTP[ /]?)?${status}(?![\d.,:/%])`, 'gi'),
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\w.:-])${status}[ \t](?:bad gateway|bad request|too many requests|not found|unauthorized|forbidden|internal server error|service unavailable|gateway time-?out|overloaded|payload too large|rate limit(?:ed|s)?\b|invalid beta)`,
      'gi',
    ),
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:API|(?:return|get|give|throw|hit|see|receive|produce)s? an?|(?:returned|returning|got|getting|gave|giving|threw|throwing|hitting|seeing|received|receiving|with) an?) (?:HTTP )?${status}(?= (?:errors?|status|response|for|from|with|when|on)\b|[.,;:!\u0060"']|\s*$)`,
      'gim',
    ),
  },
  {
    pattern: new RegExp(
      String.raw`(?<!\w)\[${status}(?:\]|\s[A-Z])|[（\u0060(](?:HTTP\/?[\d.]*\s)?${status}(?:[)）\u0060]|\s[A-Z])`,
      'g',
    ),
    fits: (before) => !/\w\($/.test(before) || ofAnswer(before),
  },
  {
    pattern: new RegExp(
      String.raw`(?:^|[\s"'>|·])${status}[ \t]{1,3}(?:[{["'<]|https?:|status|[A-Z][a-z]+(?: [A-Z][a-z]+)*|b'|[a-z_]+\.\d|[a-z_]+_error\b|litellm|- [{\['\u0022]|\([A-Za-z])`,
      'gm',
    ),
    fits: (before) => !column.test(before),
  },
  {
    pattern: new RegExp(String.raw`(?:^|[\s"'>|·])${status}(?::\s|\s*$|[ \t]\|)`, 'gm'),
    fits: (before, after) =>
      !/\d[ \t]+$/.test(before.replace(timeOfDay, '')) &&
      !(/^ \|(?! ?\{["'])/.test(after) && /^[ \t>]*$/.test(before)) &&
      (!labelled.test(before) || ofAnswer(before)) &&
      !tally(before),
  },
];

/** One of several numbers of a summary: `passed: 571, failed: 429`. */
const tally = (text: string): boolean =>
  /(?:\b(?:passed|succeeded|successful|success|ok|done|skipped|total|completed|sent)\b[ \t]*[:=]?[ \t]*\d+|\d+[ \t]+(?:passed|succeeded|successful|ok|done|skipped|total|completed|sent))[ \t]*[,;|/·]?[ \t]*(?:and[ \t]+)?\w*["']?[ \t]*[:=]?[ \t]*$|exit(?:ed)?[ _-](?:with[ _-])?(?:status[ _-])?(?:code|status)?$/i.test(
    text,
  );
/** The sizes behind the status of an access log. */
const column = /HTTP\/[\d.]+"[ \t]+\d{3}[ \t]+$/;
/** What someone says of the answer to a call by which they tried the way to the API. */
const expected = (after: string): boolean =>
  /[(（]/.test(after.slice(0, 3)) &&
  /^["'\u0060]?\s?[(（](?:as )?(?:expected|normal|fine|ok(?:ay)?|erwartet|attendu|esperado|正常|预期)[)）,]/i.test(
    after,
  );
const timeOfDay = /\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?[ \t]+$/;
/** `name:`, `"name": ` and `name=` before a number. */
const labelled = /[\w)\]}][ \t]*["'\]]?[ \t]*(?:=>|[:=])[ \t]*$/;
/** Names that an answer's status goes by, and whom it comes from. */
const ofAnswer = (text: string): boolean =>
  /(?:status|code|error|exception|http|api|anthropic|claude|bedrock|vertex|server|upstream|gateway|proxy|request|call|response|answer|reply|reason|cause|failed|failure|got|received|returned)["'\])]?[ \t]*(?:=>|[:=(])[ \t]*$/i.test(
    text,
  );

/** How Claude Code tells of a failed call. */
const apiError = /\bAPI Error:? \(?(\d{3}) \{["']type["']/;

/** Exception classes of the official SDKs, and of wrappers that borrow their names, that stand for exactly one status. */
const classStatus: Readonly<Record<string, number>> = {
  BadRequestError: 400,
  BadRequestException: 400,
  AuthenticationError: 401,
  UnauthorizedException: 401,
  PaymentRequiredError: 402,
  PermissionDeniedError: 403,
  NotFoundError: 404,
  RequestTimeoutError: 408,
  ConflictError: 409,
  ContentTooLargeError: 413,
  RequestTooLargeError: 413,
  UnprocessableEntityError: 422,
  UnprocessableEntityException: 422,
  RateLimitError: 429,
  RateLimitException: 429,
  OverloadedError: 529,
  GatewayTimeoutError: 504,
  DeadlineExceededError: 504,
  AnthropicBadRequestException: 400,
  AnthropicUnauthorizedException: 401,
  AnthropicForbiddenException: 403,
  AnthropicNotFoundException: 404,
  AnthropicUnprocessableEntityException: 422,
  AnthropicRateLimitException: 429,
};
/** The names that .NET prints in the place of the number. */
const namedStatus: Readonly<Record<string, number>> = {
  BadRequest: 400,
  Unauthorized: 401,
  PaymentRequired: 402,
  Forbidden: 403,
  NotFound: 404,
  MethodNotAllowed: 405,
  RequestTimeout: 408,
  Conflict: 409,
  RequestEntityTooLarge: 413,
  UnsupportedMediaType: 415,
  UnprocessableEntity: 422,
  TooManyRequests: 429,
  InternalServerError: 500,
  BadGateway: 502,
  ServiceUnavailable: 503,
  GatewayTimeout: 504,
};
const statusName = (): RegExp => /\bStatus ?Code["']?\s{0,2}[:=]\s{0,2}["']?([A-Z][A-Za-z]{5,24})\b/g;
const className = /(?:^|[\s.(<:])([A-Z]\w{1,60}(?:Error|Exception))\b/gm;

/** The HTTP status that a text names, by number first, by an exception class that has one status second. */
export function statusOf(flat: string): number | undefined {
  if (!/[45]\d\d/.test(flat)) return ofClass(flat);
  // What `curl -I` says of another call stands beside it.
  const answered = flat.includes('HTTP/') ? apiError.exec(flat)?.[1] : undefined;
  if (answered !== undefined && known.has(Number(answered))) return Number(answered);
  return firstOf(flat, stated) ?? firstOf(flat, likely) ?? ofClass(flat);
}

function ofClass(flat: string): number | undefined {
  if (!saysOne(flat, ['Error', 'Exception'])) return undefined;
  for (const [, name = ''] of flat.matchAll(className)) {
    if (Object.hasOwn(classStatus, name)) return classStatus[name];
  }
  if (!saysOne(flat, ['StatusCode', 'Status Code'])) return undefined;
  for (const [, name = ''] of flat.matchAll(statusName())) {
    if (Object.hasOwn(namedStatus, name)) return namedStatus[name];
  }
  return undefined;
}

/** The status that stands first in the text in one of the forms. */
function firstOf(flat: string, forms: readonly Form[]): number | undefined {
  let first: { readonly at: number; readonly status: number } | undefined;
  const small = flat.toLowerCase();
  for (const { pattern, fits, hints } of forms) {
    if (hints && !saysOne(small, hints)) continue;
    for (const found of flat.matchAll(pattern)) {
      if (first && found.index >= first.at) break;
      const digits = found[1] ?? found[2] ?? '';
      if (!known.has(Number(digits))) continue;
      const at = found.index + found[0].indexOf(digits);
      const [before, after] = around(flat, at, digits.length);
      if (isCount(after) || isMeasure(before) || expected(after) || fits?.(before, after) === false) continue;
      if (!first || at < first.at) first = { at, status: Number(digits) };
      break;
    }
  }
  return first?.status;
}

/** What stands on the same line before and after a number. */
function around(flat: string, at: number, length: number): readonly [before: string, after: string] {
  const before = flat.slice(Math.max(0, at - near), at);
  const after = flat.slice(at + length, at + length + near);
  const lineEnd = after.indexOf('\n');
  return [before.slice(before.lastIndexOf('\n') + 1), lineEnd < 0 ? after : after.slice(0, lineEnd)];
}
