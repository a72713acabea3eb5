import type { ResponsePart } from '../../core/evidence.ts';
import { present } from '../../core/present.ts';
import { apiErrorTypes } from '../../facts/error-types.ts';
import { requestRoots } from '../../facts/request-roots.ts';
import { isCourier, messageOf } from './message.ts';
import { unwrapped } from './read.ts';

/** `forbidden` is what the API's edge writes in the place of a type. */
const apiTypes: readonly string[] = [...apiErrorTypes, 'forbidden'];
/** Error names of the clouds. */
const awsTypes = String.raw`[A-Z][A-Za-z]{2,40}Exception`;
const googleTypes =
  'INVALID_ARGUMENT|FAILED_PRECONDITION|OUT_OF_RANGE|UNAUTHENTICATED|PERMISSION_DENIED|NOT_FOUND|ABORTED|ALREADY_EXISTS|RESOURCE_EXHAUSTED|CANCELLED|DATA_LOSS|INTERNAL|UNAVAILABLE|DEADLINE_EXCEEDED|UNIMPLEMENTED';
const awsNames = new Set(
  'ValidationException ThrottlingException AccessDeniedException ResourceNotFoundException UnrecognizedClientException ExpiredTokenException InvalidSignatureException ModelErrorException ModelTimeoutException ModelNotReadyException ModelStreamErrorException ServiceUnavailableException InternalServerException ServiceQuotaExceededException IncompleteSignatureException MissingAuthenticationTokenException InvalidClientTokenIdException TooManyRequestsException ConflictException'.split(
    ' ',
  ),
);

const keyedType = new RegExp(
  String.raw`\b(?:type|error|code)["'’”\]]?\s*(?:=>|[:=])\s*["'‘“”]?(${apiTypes.join('|')})\b`,
  'gi',
);
const looseType = new RegExp(
  String.raw`(?:^|[\s("'\[:,])(${apiTypes.filter((type) => type.includes('_')).join('|')})\b(?=[\s)"'\]:,.]|$)`,
  'm',
);
const looseTypes = new RegExp(looseType, 'gm');
/** Words on both sides of a bare type, and no number, colon or bracket that would set it off. */
const inSentence =
  /[a-z]{3,} \w+_error(?:\. [A-Z]| (?:and|or|errors?|means?|is|are|was|from|in|when|on|with|gets?)\b)|\w+_error means?\b/;
const awsType = new RegExp(String.raw`\b(${awsTypes})\b`, 'g');
const googleType = new RegExp(String.raw`\b(?:[Ss]tatus|type)["']?\s*[:=]\s*["']?(${googleTypes})\b`);
const camelAwsType =
  /\b(throttling|validation|modelStreamError|internalServer|serviceUnavailable|modelTimeout)Exception\b/;

/** The API's envelope, whatever type stands in it: types are added over time. */
const envelopedType =
  /["']type["']\s*(?:=>|:)\s*["']error["']\s*,\s*["']error["']\s*(?:=>|:)\s*(?:[{[]|array ?\()\s*["']type["']\s*(?:=>|:)\s*["'](\w{3,60})["']/;

/** The innermost error type that a text names: the API's own before the cloud's, and those before an unknown one. */
function errorTypeOf(flat: string, joined: string): string | undefined {
  const keyed = [...joined.matchAll(keyedType)].map((found) => found[1]?.toLowerCase());
  const named =
    keyed.find((type) => type !== 'api_error' && type !== 'forbidden') ?? keyed[0] ?? looseTypeOf(flat, joined);
  if (named !== undefined) return named;
  for (const found of joined.matchAll(awsType)) {
    // The Java and C# SDKs of Anthropic name exception classes as AWS names its errors.
    const ours = /anthropic\.[\w.]{0,20}$/i.test(joined.slice(Math.max(0, found.index - 40), found.index));
    if (found[1] && !ours && awsNames.has(found[1])) return found[1];
  }
  return camelAwsType.exec(joined)?.[0] ?? googleType.exec(joined)?.[1] ?? envelopedType.exec(joined)?.[1];
}

/**
 * A type that stands bare in the text. A line that names several, or speaks of one in the middle of a sentence, is prose
 * about errors, and none of them happened.
 */
function looseTypeOf(flat: string, joined: string): string | undefined {
  const found = looseType.exec(flat);
  if (!found) return looseType.exec(joined)?.[1];
  const lineStart = flat.lastIndexOf('\n', found.index) + 1;
  const lineEnd = flat.indexOf('\n', found.index + 1);
  const line = flat.slice(
    Math.max(lineStart, found.index - 200),
    Math.min(found.index + 2000, lineEnd < 0 ? flat.length : lineEnd),
  );
  const types = new Set([...line.matchAll(looseTypes)].map((one) => one[1]));
  return types.size > 1 || inSentence.test(line) ? undefined : found[1];
}

/** `error.details.error_code`, or a code at its place in a gateway's envelope. */
function errorCodeOf(joined: string): string | undefined {
  if (!/error_?code/i.test(joined)) return undefined;
  return /\berror_?code["'’”]?\s*[:=]\s*["'‘“”]?([a-z][a-z0-9]*(?:_[a-z0-9]+)+)\b/i.exec(joined)?.[1];
}

const identifier = String.raw`[A-Za-z_][\w-]{0,60}`;
const roots = requestRoots.join('|');
/** Sentences that the API puts after any path. */
const sentence =
  '(?:Extra inputs|Field required|Input should|Input tag|Input does not|String should|Unable to extract|List should|Value error|Invalid)'.replaceAll(
    ' ',
    String.raw`\s{0,12}`,
  );
const pathForms: readonly RegExp[] = [
  new RegExp(
    String.raw`(?:^|[^A-Za-z_.\-/])((?:${roots})(?:\.${identifier}|\.\d{1,9}){0,30}\.(?:\d+|N)(?:\.${identifier}|\.\d{1,9}){0,30})\s?:\s{0,16}(?=[A-Za-z\u0060'"‘“])`,
  ),
  new RegExp(
    String.raw`(?:^|[^A-Za-z_.\-/])(?!(?:\w{0,20}(?:[Ee]rror|[Ee]xception)|message|msg|reason|details?|status|code|response|cause|warning)\b)(${identifier}(?:\.${identifier}|\.\d{1,9}){0,30})\s?:\s{1,3}(?=${sentence})`,
  ),
  new RegExp(
    String.raw`(?:^|[^A-Za-z_.\-/])(messages|tools|system|stop_sequences|container|tool_choice|(?:output_config|output_format|thinking|context_management|mcp_servers)(?:\.${identifier}|\.\d{1,9}){0,30})\s?:\s{1,3}(?=["'\u0060]?(?:at least|all|roles|first|final|user|text|unexpected|Unexpected|each|tool|Tool|range|must|role|type|A |At |For|Schema|thinking|each|Did|container_upload|assistant|messages|This credential)\b)`,
  ),
  /(?:^|[^A-Za-z_.\-/])(temperature|top_p|top_k|max_tokens|metadata\.user_id|container):\s{1,3}(?=range|must|\d+ >|user_id appears|Container identifier)/,
];

/** The dotted path with which the API's message starts. */
function pathOf(flat: string, joined = unwrapped(flat)): string | undefined {
  for (const form of pathForms) {
    const found = form.exec(flat)?.[1] ?? form.exec(joined)?.[1];
    if (found !== undefined && found.length < 300) return found;
  }
  return undefined;
}

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
/** An id has digits; names such as `req_perform` have none. */
const apiRequestId = /\breq_(?=[A-Za-z_]{0,60}\d)[A-Za-z0-9]+(?:_[A-Za-z0-9]+)*/;
const cloudRequestId = new RegExp(
  String.raw`(?:x-amzn-requestid|x-amzn-request-id|apim-request-id|RequestID|\brequestId)["']?\s*[:=]\s*["']?(${uuid})|\((?:[^()]{0,120}[,;]\s*)?Request ID: (${uuid})\)`,
  'i',
);

/** The id under which the API or the cloud knows the request. */
function requestIdOf(flat: string): string | undefined {
  const found = apiRequestId.exec(flat);
  if (!found) {
    const cloud = cloudRequestId.exec(flat);
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
    path: message && !message.isCut && !isCourier(message) ? pathOf(message.wrapped) : pathOf(flat, joined),
    requestId: requestIdOf(flat),
  });
}
