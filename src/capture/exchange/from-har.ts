import { isArray, isObject, numberOf, parsedJson, textOf, type JsonObject } from '../../core/json.ts';
import type { Exchange, ExchangeEnding, KeptBody } from './exchange.ts';

/** The exchanges of a HAR, in order; `undefined` where a text is none. */
export function exchangesOfHar(text: string): readonly Exchange[] | undefined {
  const value = parsedJson(text);
  const entries = isObject(value) && isObject(value.log) ? value.log.entries : undefined;
  if (!isArray(entries)) return undefined;
  return entries.flatMap((entry) => (isObject(entry) ? exchangeOf(entry) : []));
}

function exchangeOf(entry: JsonObject): readonly Exchange[] {
  const request = isObject(entry.request) ? entry.request : {};
  const response = isObject(entry.response) ? entry.response : {};
  const address = textOf(request.url) ?? '';
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return [];
  const { origin, pathname, search } = new URL(address);
  const status = numberOf(response.status) ?? 0;
  const error = textOf(response._error) ?? textOf(entry._error);
  const posted = isObject(request.postData) ? textOf(request.postData.text) : undefined;
  const endMs = Math.max(0, numberOf(entry.time) ?? 0);
  const answer = {
    status,
    statusText: textOf(response.statusText) ?? '',
    headers: headersOf(response.headers),
    body: contentOf(isObject(response.content) ? response.content : {}),
  };
  return [
    {
      at: Date.parse(textOf(entry.startedDateTime) ?? '') || 0,
      method: textOf(request.method) ?? 'GET',
      path: pathname + search,
      upstream: origin,
      headers: headersOf(request.headers),
      body: bodyOf(Buffer.from(posted ?? '')),
      ...(status > 0 ? { response: answer } : {}),
      ending: endingOf(status, error),
      timing: { isConnectionReused: false, endMs },
    },
  ];
}

function endingOf(status: number, error: string | undefined): ExchangeEnding {
  if (status === 0) return { kind: 'unanswered', how: 'closed', message: error ?? 'no answer' };
  return error === undefined ? { kind: 'complete' } : { kind: 'broken', how: 'closed', message: error };
}

/** A HAR holds bodies unpacked, so what their headers say of it no longer holds. */
function headersOf(headers: unknown): readonly string[] {
  return (isArray(headers) ? headers : []).flatMap((one) => {
    const name = isObject(one) ? (textOf(one.name) ?? '') : '';
    const value = isObject(one) ? (textOf(one.value) ?? '') : '';
    return name === '' || name.startsWith(':') || /^content-encoding$/i.test(name) ? [] : [name, value];
  });
}

function contentOf(content: JsonObject): KeptBody {
  const text = textOf(content.text) ?? '';
  return bodyOf(Buffer.from(text, content.encoding === 'base64' ? 'base64' : 'utf8'));
}

function bodyOf(head: Uint8Array): KeptBody {
  return { bytes: head.byteLength, head, tail: new Uint8Array(0) };
}
