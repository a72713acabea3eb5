import type { ResponsePart } from '../../core/evidence.ts';
import { present } from '../../core/present.ts';
import { saysOne } from '../../core/says-one.ts';
import { wordList } from '../../core/word-list.ts';
import { apiErrorTypes } from '../../facts/error-types.ts';
import { isCourier, messageOf } from './message.ts';
import { pathOf } from './path.ts';
import { unwrapped } from './read.ts';

/** `forbidden` is what the API's edge writes in the place of a type. */
const apiTypes: readonly string[] = [...apiErrorTypes, 'forbidden'];
const isApiType: ReadonlySet<string> = new Set(apiTypes);
/** Error names of the clouds. */
const awsTypes = String.raw`[A-Z][A-Za-z]{2,40}Exception`;
const googleNames =
  'INVALID_ARGUMENT FAILED_PRECONDITION OUT_OF_RANGE UNAUTHENTICATED PERMISSION_DENIED NOT_FOUND ABORTED ALREADY_EXISTS RESOURCE_EXHAUSTED CANCELLED DATA_LOSS INTERNAL UNAVAILABLE DEADLINE_EXCEEDED UNIMPLEMENTED'.split(
    ' ',
  );
const awsNames = wordList(
  'ValidationException ThrottlingException AccessDeniedException ResourceNotFoundException UnrecognizedClientException ExpiredTokenException InvalidSignatureException ModelErrorException ModelTimeoutException ModelNotReadyException ModelStreamErrorException ServiceUnavailableException InternalServerException ServiceQuotaExceededException IncompleteSignatureException MissingAuthenticationTokenException InvalidClientTokenIdException TooManyRequestsException ConflictException',
);

/**
 * Any word at the place of a type; a list of all types would take longer to compile than to look a word up, and so would
 * letters in any case.
 */
const keyedWord = (): RegExp =>
  /\b(?:[Tt]ype|TYPE|[Ee]rror|ERROR|[Cc]ode|CODE)["'’”\]]?\s*(?:=>|[:=])\s*["'‘“”]?(?=([A-Za-z_]+)\b)/g;
const looseNames = apiTypes.filter((type) => type.includes('_'));
const looseType = new RegExp(String.raw`(?:^|[\s("'\[:,])(${looseNames.join('|')})\b(?=[\s)"'\]:,.]|$)`, 'm');
const looseTypes = new RegExp(looseType, 'gm');
/** Words on both sides of a bare type, and no number, colon or bracket that would set it off. */
const inSentence = (text: string): boolean =>
  /[a-z]{3,} \w+_error(?:\. [A-Z]| (?:and|or|errors?|means?|is|are|was|from|in|when|on|with|gets?)\b)|\w+_error means?\b/.test(
    text,
  );
const awsType = new RegExp(String.raw`\b(${awsTypes})\b`, 'g');
const googleType = new RegExp(String.raw`\b(?:[Ss]tatus|type)["']?\s*[:=]\s*["']?(${googleNames.join('|')})\b`);
const camelAwsType = (): RegExp =>
  /\b(throttling|validation|modelStreamError|internalServer|serviceUnavailable|modelTimeout)Exception\b/;

/** The API's envelope, whatever type stands in it: types are added over time. */
const envelopedType = (): RegExp =>
  /["']type["']\s*(?:=>|:)\s*["']error["']\s*,\s*["']error["']\s*(?:=>|:)\s*(?:[{[]|array ?\()\s*["']type["']\s*(?:=>|:)\s*["'](\w{3,60})["']/;

/** The innermost error type that a text names: the API's own before the cloud's, and those before an unknown one. */
function errorTypeOf(flat: string, joined: string): string | undefined {
  const keyed = [...joined.matchAll(keyedWord())]
    // `Forbidden` with a capital is the name of a status.
    .map(({ 1: word = '' }) => (word === 'Forbidden' ? '' : word.toLowerCase()))
    .filter((word) => isApiType.has(word));
  const named =
    keyed.find((type) => type !== 'api_error' && type !== 'forbidden') ?? keyed[0] ?? looseTypeOf(flat, joined);
  if (named !== undefined) return named;
  for (const found of joined.matchAll(awsType)) {
    // The Java and C# SDKs of Anthropic name exception classes as AWS names its errors.
    const ours = /anthropic\.[\w.]{0,20}$/i.test(joined.slice(Math.max(0, found.index - 40), found.index));
    if (found[1] && !ours && awsNames.has(found[1])) return found[1];
  }
  const camel = joined.includes('Exception') ? camelAwsType().exec(joined)?.[0] : undefined;
  if (camel !== undefined) return camel;
  const google = saysOne(joined, googleNames) ? googleType.exec(joined)?.[1] : undefined;
  return google ?? envelopedType().exec(joined)?.[1];
}

/**
 * A type that stands bare in the text. A line that names several, or speaks of one in the middle of a sentence, is prose
 * about errors, and none of them happened.
 */
function looseTypeOf(flat: string, joined: string): string | undefined {
  if (!saysOne(joined, looseNames)) return undefined;
  const found = looseType.exec(flat);
  if (!found) return looseType.exec(joined)?.[1];
  const lineStart = flat.lastIndexOf('\n', found.index) + 1;
  const lineEnd = flat.indexOf('\n', found.index + 1);
  const line = flat.slice(
    Math.max(lineStart, found.index - 200),
    Math.min(found.index + 2000, lineEnd < 0 ? flat.length : lineEnd),
  );
  const types = new Set([...line.matchAll(looseTypes)].map((one) => one[1]));
  return types.size > 1 || inSentence(line) ? undefined : found[1];
}

/** `error.details.error_code`, or a code at its place in a gateway's envelope. */
function errorCodeOf(joined: string): string | undefined {
  if (!/error_?code/i.test(joined)) return undefined;
  return /\berror_?code["'’”]?\s*[:=]\s*["'‘“”]?([a-z][a-z0-9]*(?:_[a-z0-9]+)+)\b/i.exec(joined)?.[1];
}

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
/** An id has digits; names such as `req_perform` have none. */
const apiRequestId = /\breq_(?=[A-Za-z_]{0,60}\d)[A-Za-z0-9]+(?:_[A-Za-z0-9]+)*/;
const cloudIds = ['x-amzn-requestid', 'x-amzn-request-id', 'apim-request-id', 'requestid', 'request id: '];
const cloudRequestId = new RegExp(
  String.raw`(?:x-amzn-requestid|x-amzn-request-id|apim-request-id|RequestID|\brequestId)["']?\s*[:=]\s*["']?(${uuid})|\((?:[^()]{0,120}[,;]\s*)?Request ID: (${uuid})\)`,
  'i',
);

/** The id under which the API or the cloud knows the request. */
function requestIdOf(flat: string): string | undefined {
  const found = apiRequestId.exec(flat);
  if (!found) {
    const cloud = saysOne(flat.toLowerCase(), cloudIds) ? cloudRequestId.exec(flat) : null;
    return cloud?.[1] ?? cloud?.[2];
  }
  const before = flat[found.index - 1];
  const broken = flat[found.index + found[0].length] === '\n' && (before === '"' || before === "'");
  return broken
    ? (apiRequestId.exec(unwrapped(flat.slice(found.index, found.index + 300)))?.[0] ?? found[0])
    : found[0];
}

/** What the text says of the API's answer, headers and status left out. */
export function errorBodyOf(flat: string, raw: string): ResponsePart {
  const message = messageOf(raw, flat);
  const joined = unwrapped(flat);
  return present({
    errorType: errorTypeOf(flat, joined),
    errorCode: errorCodeOf(joined),
    message: message?.text,
    isMessageCut: message?.isCut === true ? true : undefined,
    path:
      message && !message.isCut && !isCourier(message)
        ? pathOf(message.wrapped, unwrapped(message.wrapped))
        : pathOf(flat, joined),
    requestId: requestIdOf(flat),
  });
}
