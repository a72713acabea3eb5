/** Statuses that the API, its edge, a cloud or a proxy answers with. */
const known = new Set(
  [400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418, 421, 422, 423, 424]
    .concat([425, 426, 428, 429, 431, 451, 460, 499, 500, 501, 502, 503, 504, 505, 507, 508, 510, 511])
    .concat([520, 521, 522, 523, 524, 525, 526, 527, 529, 530, 598, 599]),
);
const status = String.raw`([45]\d\d)`;
const notStatus = String.raw`(?!\s*(?:lines?|tokens?|ms|bytes|items|pages|chars|seconds|s\b|%|px|x\d|[.,]\d|[:/]\d))`;

/** Words of other languages that stand before a status. */
const foreignWords =
  '返回|状态码?|狀態碼?|错误码?|錯誤碼?|报错|エラー|コード|ステータス|오류|에러|코드|상태|ошибка|ответ\\S{0,4}|код|статус|código|estado|respondi[óo]|respondeu|erreur|statut|erro|fehler(?:code)?|antwortet\\S{0,2}';
const patterns: readonly RegExp[] = [
  new RegExp(String.raw`\bdoes not indicate success: ${status}\b`, 'gi'),
  new RegExp(String.raw`\bHTTP(?:\/[\d.]+)?["']?[ :]{1,3}["'(]?${status}\b`, 'gi'),
  new RegExp(
    String.raw`(?<![a-z])status[ _-]?(?:code)?["'\]]?\s{0,3}(?:=>|[:=(_]|was|is|of)?\s{0,3}["'(]?${status}(?![\d_])${notStatus}`,
    'gi',
  ),
  new RegExp(
    String.raw`(?:\b(?:errors?|code|failed|failure|returned|response|exception)|\w(?:error|exception))\b["']?\s{0,3}[:=]?\s{0,3}["'([]{0,2}${status}\b${notStatus}`,
    'gi',
  ),
  new RegExp(String.raw`(?:${foreignWords})[\s:：(（"'=#]{0,4}(?:HTTP[ /]?)?${status}(?![\d.,:/%])${notStatus}`, 'gi'),
  new RegExp(String.raw`[([（\u0060](?:HTTP\/?[\d.]*\s)?${status}(?:[)\]）]|\s[A-Z])`, 'g'),
  new RegExp(
    String.raw`(?:^|[\s"'>|·])${status}(?:\s{1,3}(?:[{["'<]|status|[A-Z][a-z]+(?: [A-Z][a-z]+)*|b'|[a-z_]+\.\d|[a-z_]+_error\b|litellm|- [{\['\u0022]|\([A-Za-z])|:\s|\s*$|\s\|)`,
    'gm',
  ),
];

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
};
const className = new RegExp(String.raw`(?:^|[\s.(<:])(${Object.keys(classStatus).join('|')})\b`, 'm');

/** The HTTP status that a text names, by number first, by an exception class that has one status second. */
export function statusOf(flat: string): number | undefined {
  return numberIn(flat) ?? classStatus[className.exec(flat)?.[1] ?? ''];
}

function numberIn(flat: string): number | undefined {
  if (!/[45]\d\d/.test(flat)) return undefined;
  let first: { readonly at: number; readonly status: number } | undefined;
  for (const pattern of patterns) {
    for (const found of flat.matchAll(pattern)) {
      const digits = found[1] ?? '';
      if (!known.has(Number(digits))) continue;
      const at = found.index + found[0].indexOf(digits);
      if (!first || at < first.at) first = { at, status: Number(digits) };
      break;
    }
  }
  return first?.status;
}
