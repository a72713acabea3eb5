import { isObject, textOf, type JsonObject } from '../../core/json.ts';
import type { Problem } from '../../core/problem.ts';
import { errorCodes } from '../../facts/error-codes.ts';
import { answerProblem } from './answer-problem.ts';

/** The cause that each error type stands for when nothing more is known. */
const causeOfType = new Map([
  ['invalid_request_error', 'field-invalid'],
  ['authentication_error', 'api-key-invalid'],
  ['billing_error', 'billing-error'],
  ['permission_error', 'permission-denied'],
  ['not_found_error', 'model-not-found'],
  ['request_too_large', 'request-too-large'],
  ['rate_limit_error', 'rate-limit-other'],
  ['timeout_error', 'gateway-timeout'],
  ['overloaded_error', 'overloaded'],
  ['api_error', 'internal-error'],
  // What a stream of Bedrock turns into error events.
  ['throttlingException', 'platform-quota'],
  ['modelStreamErrorException', 'internal-error'],
  ['internalServerException', 'internal-error'],
  ['serviceUnavailableException', 'service-unavailable'],
  ['modelTimeoutException', 'gateway-timeout'],
  ['validationException', 'field-invalid'],
]);

/** The `error` member of an error body or event. */
export function errorOf(value: unknown): JsonObject | undefined {
  if (!isObject(value)) return undefined;
  return value.type === 'error' || (value.type === undefined && value.error !== undefined)
    ? isObject(value.error)
      ? value.error
      : undefined
    : undefined;
}

/** An error that the API sent instead of an answer, or in the middle of one. */
export function errorProblem(error: JsonObject, where: 'body' | 'stream', offset?: number): Problem {
  const type = textOf(error.type) ?? 'an error without a type';
  const message = textOf(error.message) ?? type;
  return answerProblem({
    cause: causeOf(error, message),
    row: where === 'body' ? 'answer-is-error' : 'stream-error',
    at: where === 'body' ? ['error'] : [],
    ...(offset === undefined ? {} : { offset }),
    message,
    isQuoted: true,
    why:
      where === 'body'
        ? `The API answered with \`${type}\`, so there is no message. \`faultline explain\` says why and what to do.`
        : `The API broke the stream off with \`${type}\` after the status 200 was sent. What came before is a part of an answer; no SDK retries here, so send the request again yourself when the cause allows it.`,
  });
}

function causeOf(error: JsonObject, message: string): string {
  const code = isObject(error.details) ? error.details.error_code : undefined;
  const coded = errorCodes.find((one) => one.code === code);
  if (coded) return coded.cause;
  if (/content filtering|blocked by/i.test(message.slice(0, 500))) return 'content-blocked';
  return causeOfType.get(textOf(error.type) ?? '') ?? 'internal-error';
}
