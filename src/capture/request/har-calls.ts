import { isArray, isObject, type JsonObject, parsedJson, textOf } from '../../core/json.ts';
import { present } from '../../core/present.ts';
import { textOfBase64 } from './base64-text.ts';
import type { Captured } from './captured.ts';
import { endpointOf } from './endpoint.ts';
import { headersFrom } from './headers.ts';
import { openAiNote } from './shape.ts';

/** The calls to the Messages API that a HAR holds, each with its answer; `undefined` when the value is no HAR. */
export function fromHar(value: unknown): readonly Captured[] | undefined {
  const entries = isObject(value) && isObject(value.log) ? value.log.entries : undefined;
  if (!isArray(entries)) return undefined;
  return entries.flatMap((entry, index) => (isObject(entry) ? callOf(entry, `#${index + 1}`) : []));
}

function callOf(entry: JsonObject, label: string): readonly Captured[] {
  const request = isObject(entry.request) ? entry.request : {};
  const address = endpointOf(textOf(request.url) ?? '');
  if (!address.isMessagesCall) return [];
  const sent = isObject(request.postData) ? textOf(request.postData.text) : undefined;
  if (sent === undefined || sent === '') return [];
  const body = parsedJson(sent);
  const { endpoint, platform } = address;
  const headers = headersFrom(request.headers);
  const note = openAiNote(body);
  const asked: Captured = {
    kind: 'request',
    label,
    text: sent,
    ...present({ endpoint, platform, headers, headersKnown: headers !== undefined, note }),
  };
  const answer = isObject(entry.response) ? answerOf(entry.response) : undefined;
  if (answer === undefined) return [asked];
  const isStream = /^(?:\ufeff)?(?:event|data|:)/.test(answer);
  const answered: Captured = {
    kind: isStream ? 'stream' : 'response',
    label: `${label} answer`,
    text: answer,
    ...present({ request: body }),
  };
  return [asked, answered];
}

/** The text of an answer that was given: an aborted call has the status 0, and a HAR may leave bodies out. */
function answerOf(response: JsonObject): string | undefined {
  const content = isObject(response.content) ? response.content : {};
  const text = textOf(content.text);
  if (text === undefined || text === '' || response.status === 0) return undefined;
  return content.encoding === 'base64' ? textOfBase64(text) : text;
}
