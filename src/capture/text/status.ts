/** Statuses that the API, its edge, a cloud or a proxy answers with. */
const statuses = '4(?:0[0-9]|1[0-8]|2[1-9]|31|51|60|99)|5(?:0[0-9]|1[01]|2[0-9]|30|98|99)';
const notStatus = String.raw`(?!\s*(?:lines?|tokens?|ms|bytes|items|pages|chars|seconds|s\b|%|px|x\d|[.,]\d|[:/]\d))`;

const patterns: readonly RegExp[] = [
  new RegExp(String.raw`\bHTTP(?:\/[\d.]+)?["']?[ :]{1,3}["'(]?(${statuses})\b`, 'i'),
  new RegExp(
    String.raw`\bstatus[ _-]?(?:code)?["']?\s{0,3}(?:[:=(]|was|is|of)?\s{0,3}["'(]?(${statuses})\b${notStatus}`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?:error|code|failed|failure|returned|response|exception|errors?)\b["']?\s{0,3}[:=]?\s{0,3}["'([]{0,2}(${statuses})\b${notStatus}`,
    'i',
  ),
  new RegExp(String.raw`[([](?:HTTP\/?[\d.]*\s)?(${statuses})(?:[)\]]|\s[A-Z])`),
  new RegExp(
    String.raw`(?:^|[\s"'>|·])(${statuses})(?:\s{1,3}(?:[{["']|status|[A-Z][a-z]+(?: [A-Z][a-z]+)*|b'|[a-z_]+\.\d|litellm)|:\s|\s*$|\s\|)`,
    'm',
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
  let first: { readonly at: number; readonly status: number } | undefined;
  for (const pattern of patterns) {
    const found = pattern.exec(flat);
    if (!found?.[1]) continue;
    const at = found.index + found[0].indexOf(found[1]);
    if (!first || at < first.at) first = { at, status: Number(found[1]) };
  }
  if (first) return first.status;
  const named = className.exec(flat)?.[1];
  return named === undefined ? undefined : classStatus[named];
}
