/** The head of an answer as it came. */
export interface AnswerHead {
  /** Of HTTP/1.0, where nothing follows on the connection unless it says so. */
  readonly isOld: boolean;
  readonly status: number;
  readonly statusText: string;
  /** Names and values in turn, as sent. */
  readonly headers: readonly string[];
  /** Whether it says where its body ends. */
  readonly isEndStated: boolean;
  /** Whether another answer may follow on the connection. */
  readonly isKept: boolean;
  /** Of the body, where the head says so. */
  readonly bodyBytes?: number;
}

/** Why something is no answer of HTTP/1, with the code that Node's own parser has for it. */
export interface Defect {
  readonly code: `HPE_${string}`;
  readonly message: string;
}

/** How the end of a body is known. */
export type Framing = (
  | { readonly kind: 'none' | 'chunked' | 'until-close' }
  | { readonly kind: 'length'; readonly bytes: number }
) & {
  /** Whether another answer may follow on the connection. */
  readonly isKept: boolean;
  /** Whether the head names a length or a coding. */
  readonly isStated: boolean;
};

/** The first line of an answer. */
export interface StatusLine {
  readonly isOld: boolean;
  readonly status: number;
  readonly statusText: string;
}

/** Reads the first line of an answer. */
export function statusIn(line: string): StatusLine | Defect {
  const [, version, digits, statusText = ''] = /^HTTP\/(\d\.\d) (\d{3})(?: ([^\r\n]*))?$/.exec(line) ?? [];
  if (digits === undefined) {
    return line.startsWith('HTTP/')
      ? defect('INVALID_STATUS', 'Invalid status code')
      : defect('INVALID_CONSTANT', 'Expected HTTP/, RTSP/ or ICE/');
  }
  return { isOld: version === '1.0', status: Number(digits), statusText };
}

const names = /^[!#$%&'*+.^_`|~\dA-Za-z-]+$/;
const noValue = /[^\t\x20-\x7e\x80-\xff]/;

/**
 * Reads lines of names and values, from a place in a text on to its end; the result has them in turn. A value that goes on
 * in lines that begin with a blank is put into one line, as RFC 9112 (5.2) tells who passes an answer on.
 */
export function fieldsIn(text: string, from: number): readonly string[] | Defect {
  const fields: string[] = [];
  for (let at = from; at < text.length;) {
    const end = lineEnd(text, at);
    const colon = text.indexOf(':', at);
    const name = text.slice(at, Math.max(at, colon));
    if (colon > end || !names.test(name)) return defect('INVALID_HEADER_TOKEN', 'Invalid header token');
    let value = trimmed(text, colon + 1, end);
    at = end + 2;
    while (at < text.length && isSpace(text.charCodeAt(at))) {
      const foldEnd = lineEnd(text, at);
      value = `${value} ${trimmed(text, at, foldEnd)}`.trim();
      at = foldEnd + 2;
    }
    if (noValue.test(value)) return defect('INVALID_HEADER_TOKEN', 'Invalid header value char');
    fields.push(name, value);
  }
  return fields;
}

/** Whether an answer of this status has no body, whatever its head says. */
export function isBodiless(status: number): boolean {
  return status < 200 || status === 204 || status === 304;
}

/** How the body of an answer ends, and whether the connection lasts (RFC 9112, 6.3 and 9.3). */
export function framingOf(
  method: string,
  { isOld, status }: StatusLine,
  headers: readonly string[],
): Framing | { readonly kind: 'defect'; readonly defect: Defect } {
  let length: string | undefined;
  let coding: string | undefined;
  let connection = '';
  for (let at = 0; at < headers.length; at += 2) {
    const name = headers[at] ?? '';
    // The names that matter have these lengths, and most others do not.
    if (name.length !== 14 && name.length !== 17 && name.length !== 10) continue;
    const value = headers[at + 1] ?? '';
    switch (name.toLowerCase()) {
      case 'content-length':
        if (length !== undefined) return broken('UNEXPECTED_CONTENT_LENGTH', 'Duplicate Content-Length');
        length = value;
        break;
      case 'transfer-encoding':
        coding = value;
        break;
      case 'connection':
        connection += `,${value}`;
    }
  }
  if (length !== undefined && !/^\d{1,15}$/.test(length)) {
    return broken('INVALID_CONTENT_LENGTH', 'Invalid character in Content-Length');
  }
  if (length !== undefined && coding !== undefined) {
    return broken('INVALID_TRANSFER_ENCODING', "Transfer-Encoding can't be present with Content-Length");
  }
  const isKept = isOld
    ? /(?:^|[,\s])keep-alive(?:[,\s]|$)/i.test(connection)
    : !/(?:^|[,\s])close(?:[,\s]|$)/i.test(connection);
  const isStated = length !== undefined || coding !== undefined;
  const rest = { isKept, isStated };
  if (method === 'HEAD' || isBodiless(status)) return { kind: 'none', ...rest };
  if (coding !== undefined && /(?:^|[,\s])chunked$/i.test(coding)) return { kind: 'chunked', ...rest };
  if (length !== undefined) return { kind: 'length', bytes: Number(length), ...rest };
  return { kind: 'until-close', isKept: false, isStated };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\r\n', from);
  return end < 0 ? text.length : end;
}

function trimmed(text: string, from: number, to: number): string {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

function defect(code: string, message: string): Defect {
  return { code: `HPE_${code}`, message: `Parse Error: ${message}` };
}

function broken(code: string, message: string): { readonly kind: 'defect'; readonly defect: Defect } {
  return { kind: 'defect', defect: defect(code, message) };
}
