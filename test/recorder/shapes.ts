/** A call as bytes, with the answer that a server gives to it. */
export interface Shape {
  /** `HOST` stands for the host. Each piece goes out by itself. */
  readonly request: string | readonly string[];
  /** What the server waits for before it answers; the empty line behind a head unless said. */
  readonly until?: RegExp;
  /** Each piece goes out by itself. */
  readonly answer: string | readonly string[];
  /** What the server does behind its answer; it waits for another request unless said. */
  readonly behind?: 'ends' | 'resets';
  /** What comes through where that is not all: the form of chunks, of empty values and of the first line means nothing. */
  readonly passed?: { readonly request?: string; readonly answer?: string };
  /** For `HEAD`, whose answers have no body. */
  readonly method?: string;
}

const get = 'GET / HTTP/1.1\r\nHost: HOST\r\n\r\n';
const ok = 'HTTP/1.1 200 OK\r\n';
const plain = `${ok}Content-Length: 2\r\n\r\nok`;
const chunked = `${ok}Transfer-Encoding: chunked\r\n\r\n`;
const events = 'event: ping\ndata: {"type":"ping"}\n\n';

function post(line: string, body: string): string {
  return `POST /v1/messages HTTP/1.1\r\nHost: HOST\r\n${line}\r\n\r\n${body}`;
}
function length(body: string): string {
  return `Content-Length: ${body.length}`;
}
function sse(body: string): string {
  return `${ok}Content-Type: text/event-stream\r\n${length(body)}\r\n\r\n${body}`;
}

const byLetters = 'Donau'
  .split('')
  .map((one) => `1\r\n${one}\r\n`)
  .join('');

/** Shapes that go through as they are, odd as they may be. */
export const shapes: Readonly<Record<string, Shape>> = {
  'a chunk with extensions': {
    request: get,
    answer: `${chunked}2;a=b;c="d e"\r\nok\r\n0;last\r\n\r\n`,
    passed: { answer: `${chunked}2\r\nok\r\n0\r\n\r\n` },
  },
  'a request with chunk extensions': {
    request: post('Transfer-Encoding: chunked', '2;a=b\r\nok\r\n0;z\r\n\r\n'),
    until: /0(;z)?\r\n\r\n$/,
    answer: plain,
    passed: { request: post('Transfer-Encoding: chunked', '2\r\nok\r\n0\r\n\r\n') },
  },
  'trailers behind an answer': { request: get, answer: `${chunked}2\r\nok\r\n0\r\nX-A: 1\r\nx-a: \xe9\r\n\r\n` },
  'trailers behind a request': {
    request: post('Transfer-Encoding: chunked', '2\r\nok\r\n0\r\nX-A: 1\r\nx-a: 2\r\n\r\n'),
    until: /x-a: 2\r\n\r\n$/,
    answer: plain,
  },
  'trailers that were announced': {
    request: get,
    answer: `${ok}Trailer: X-A\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\nX-A: 1\r\n\r\n`,
  },
  'HEAD with a length': {
    method: 'HEAD',
    request: get.replace('GET', 'HEAD'),
    answer: `${ok}Content-Length: 9\r\n\r\n`,
  },
  'HEAD with chunks': {
    method: 'HEAD',
    request: get.replace('GET', 'HEAD'),
    answer: `${ok}Transfer-Encoding: chunked\r\n\r\n`,
  },
  'HEAD without a word on its body': {
    method: 'HEAD',
    request: get.replace('GET', 'HEAD'),
    answer: `${ok}X-A: 1\r\n\r\n`,
  },
  '304 with a length': { request: get, answer: 'HTTP/1.1 304 Not Modified\r\nContent-Length: 50\r\nETag: "a"\r\n\r\n' },
  '304 with chunks': { request: get, answer: 'HTTP/1.1 304 Not Modified\r\nTransfer-Encoding: chunked\r\n\r\n' },
  '304 without a word': { request: get, answer: 'HTTP/1.1 304 Not Modified\r\n\r\n' },
  '204 with chunks': { request: get, answer: 'HTTP/1.1 204 No Content\r\ntransfer-encoding: Chunked\r\n\r\n' },
  '204 with a length': { request: get, answer: 'HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n' },
  '204 without a word': { request: get, answer: 'HTTP/1.1 204 No Content\r\n\r\n' },
  '205 without a body': { request: get, answer: 'HTTP/1.1 205 Reset\r\nContent-Length: 0\r\n\r\n' },
  'an upgrade that is not taken': {
    request:
      'GET / HTTP/1.1\r\nHost: HOST\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMA\r\n\r\n',
    answer: plain,
    passed: {
      request: 'GET / HTTP/1.1\r\nHost: HOST\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMA\r\n\r\n',
    },
  },
  'an answer that offers an upgrade': { request: get, answer: `${ok}Upgrade: h2c\r\nContent-Length: 2\r\n\r\nok` },
  '426 with an upgrade': {
    request: get,
    answer: 'HTTP/1.1 426 Upgrade Required\r\nUpgrade: h2c\r\nConnection: Upgrade\r\nContent-Length: 0\r\n\r\n',
  },
  'headers of one name': {
    request: post('X-A: 1\r\nx-a: 2\r\nX-A: 1\r\nCookie: a=1\r\ncookie: b=2\r\nContent-Length: 2', 'ok'),
    until: /ok$/,
    answer: `${ok}Set-Cookie: a\r\nX-A: 1\r\nset-cookie: b\r\nX-A: 1\r\nContent-Length: 0\r\n\r\n`,
  },
  'headers of one name that Node drops by itself': {
    request: post('Authorization: a\r\nAuthorization: b\r\nUser-Agent: a\r\nUser-Agent: b\r\nContent-Length: 2', 'ok'),
    until: /ok$/,
    answer: `${ok}ETag: a\r\nETag: b\r\nServer: a\r\nServer: b\r\nContent-Length: 0\r\n\r\n`,
  },
  'a long value': {
    request: post(`X-A: ${'a, '.repeat(9000)}b\r\nContent-Length: 0`, ''),
    answer: `${ok}X-A: ${'b; '.repeat(20_000)}c\r\nContent-Length: 0\r\n\r\n`,
  },
  'many fields': {
    request: post(`${'X-A: 1\r\n'.repeat(1500)}Content-Length: 0`, ''),
    answer: `${ok}${'x-b: 2\r\n'.repeat(3000)}Content-Length: 0\r\n\r\n`,
  },
  'empty values': {
    request: post('X-A:\r\nX-B: \r\nContent-Length: 0', ''),
    answer: `${ok}X-A:\r\nX-B: \t\r\nContent-Length: 0\r\n\r\n`,
    passed: {
      answer: `${ok}X-A: \r\nX-B: \r\nContent-Length: 0\r\n\r\n`,
      request: post('X-A: \r\nX-B: \r\nContent-Length: 0', ''),
    },
  },
  'names with odd letters': {
    request: post("X_A!#$%&'*+.^`|~-: 1\r\nContent-Length: 0", ''),
    answer: `${ok}X_A!#$%&'*+.^\`|~-: 1\r\nContent-Length: 0\r\n\r\n`,
  },
  'values with bytes above ASCII': {
    request: post('X-A: \xe9\xff\x80\r\nContent-Length: 0', ''),
    answer: `${ok}X-A: \xe9\xff\x80\r\nContent-Length: 0\r\n\r\n`,
  },
  'no reason': { request: get, answer: 'HTTP/1.1 200 \r\nContent-Length: 2\r\n\r\nok' },
  'no reason and no blank': {
    request: get,
    answer: 'HTTP/1.1 529\r\nContent-Length: 2\r\n\r\nok',
    passed: { answer: 'HTTP/1.1 529 \r\nContent-Length: 2\r\n\r\nok' },
  },
  'a reason of odd letters': { request: get, answer: 'HTTP/1.1 200 \xe9t\xe9  (ok)\t!\r\nContent-Length: 2\r\n\r\nok' },
  'an unknown status': { request: get, answer: 'HTTP/1.1 799 What\r\nContent-Length: 2\r\n\r\nok' },
  'a status line of HTTP/1.0': {
    request: get,
    answer: 'HTTP/1.0 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok',
    behind: 'ends',
    passed: { answer: `${ok}Connection: close\r\nContent-Length: 2\r\n\r\nok` },
  },
  'empty lines before the answer': { request: get, answer: `\r\n${plain}`, passed: { answer: plain } },
  'empty lines before the request': { request: `\r\n${get}`, answer: plain, passed: { request: get } },
  'a body until the end': { request: get, answer: `${ok}Content-Type: text/plain\r\n\r\nok`, behind: 'ends' },
  'an empty body until the end': { request: get, answer: `${ok}\r\n`, behind: 'ends' },
  'an answer without fields': { request: get, answer: `${ok}\r\nok`, behind: 'ends' },
  'Connection: close of the caller': {
    request: 'GET / HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n',
    answer: `${ok}Connection: close\r\nContent-Length: 2\r\n\r\nok`,
    behind: 'ends',
  },
  'Connection: close of the caller, about which the upstream says nothing': {
    request: 'GET / HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n',
    answer: plain,
    behind: 'ends',
  },
  'Connection: close of the upstream': {
    request: 'GET / HTTP/1.1\r\nHost: HOST\r\nConnection: keep-alive\r\n\r\n',
    answer: `${ok}Connection: CLOSE\r\nContent-Length: 2\r\n\r\nok`,
    behind: 'ends',
  },
  'keep-alive with its terms': {
    request: 'GET / HTTP/1.1\r\nHost: HOST\r\nConnection: keep-alive\r\nKeep-Alive: timeout=5\r\n\r\n',
    answer: `${ok}Connection: keep-alive\r\nKeep-Alive: timeout=5, max=100\r\nContent-Length: 2\r\n\r\nok`,
  },
  'an upstream that closes and does not say so': { request: get, answer: plain, behind: 'ends' },
  'an upstream that resets behind its answer': { request: get, answer: plain, behind: 'resets' },
  'a body that breaks off': { request: get, answer: `${ok}Content-Length: 9\r\n\r\nok`, behind: 'ends' },
  'chunks that break off': {
    request: get,
    answer: `${chunked}9\r\nok`,
    behind: 'ends',
    passed: { answer: `${chunked}2\r\nok\r\n` },
  },
  'chunks without the last one': { request: get, answer: `${chunked}2\r\nok\r\n`, behind: 'ends' },
  'chunks that are reset': { request: get, answer: `${chunked}2\r\nok\r\n`, behind: 'resets' },
  'a head that breaks off': { request: get, answer: `${ok}Content-Le`, behind: 'ends' },
  'no answer': { request: get, answer: '', behind: 'ends' },
  'no answer but a reset': { request: get, answer: '', behind: 'resets' },
  'gzip in chunks': {
    request: get,
    answer: `${ok}Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n\x1f\x8b\x08\x00\r\n3\r\n\x00\x00\xff\r\n0\r\n\r\n`,
  },
  'a coding that is called gzip, chunked': {
    request: get,
    answer: `${ok}Transfer-Encoding: gzip, chunked\r\n\r\n2\r\n\x1f\x8b\r\n0\r\n\r\n`,
  },
  'events with CR LF': { request: get, answer: sse(events.replaceAll('\n', '\r\n')) },
  'events with CR': { request: get, answer: sse(events.replaceAll('\n', '\r')) },
  'events behind a byte order mark': { request: get, answer: sse(`\xef\xbb\xbf${events}`) },
  'events without their last line': { request: get, answer: sse(`${events}data: {"type`) },
  'events with comments and fields that nobody knows': {
    request: get,
    answer: sse(`:\n: hi\nretry: 5\nid\n${events}`),
  },
  'events in pieces of a chunk each': {
    request: get,
    answer: [`${chunked}`, ...events.split('').map((one) => `1\r\n${one}\r\n`), '0\r\n\r\n'],
  },
  'an answer in small pieces': {
    request: get,
    answer: `${chunked}5;x=y\r\nDonau\r\n0\r\nX-A: 1\r\n\r\n`.split(''),
    passed: { answer: `${chunked}${byLetters}0\r\nX-A: 1\r\n\r\n` },
  },
  'a request in small pieces': {
    request: post('Transfer-Encoding: chunked', '5;x=y\r\nDonau\r\n0\r\nX-A: 1\r\n\r\n').split(/(?=[^A-Z])/),
    until: /X-A: 1\r\n\r\n$/,
    answer: plain,
    passed: { request: post('Transfer-Encoding: chunked', `${byLetters}0\r\nX-A: 1\r\n\r\n`) },
  },
  'a chunk of no case': {
    request: get,
    answer: `${chunked}00A\r\n0123456789\r\n000\r\n\r\n`,
    passed: { answer: `${chunked}a\r\n0123456789\r\n0\r\n\r\n` },
  },
  'an absolute path with odd letters': {
    request: 'GET /a//b/../c;d=%2F%zz?x=[1]&y=\'"<>|{}^`\\#z HTTP/1.1\r\nHost: HOST\r\n\r\n',
    answer: plain,
  },
  'a query and no path': { request: 'GET /?a=b?c#d HTTP/1.1\r\nHost: HOST\r\n\r\n', answer: plain },
  'a long path': { request: `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: HOST\r\n\r\n`, answer: plain },
  'another method': { request: 'PATCH / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 0\r\n\r\n', answer: plain },
  'a method of WebDAV': { request: 'PROPFIND / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 0\r\n\r\n', answer: plain },
  'OPTIONS of the whole server': { request: 'OPTIONS * HTTP/1.1\r\nHost: HOST\r\n\r\n', answer: plain },
  'OPTIONS of a path': {
    request: 'OPTIONS /v1/messages HTTP/1.1\r\nHost: HOST\r\nOrigin: http://a.example\r\n\r\n',
    answer: 'HTTP/1.1 204 No Content\r\nAccess-Control-Allow-Origin: *\r\n\r\n',
  },
  'GET with a body': { request: post('Content-Length: 2', 'ok').replace('POST', 'GET'), until: /ok$/, answer: plain },
  'DELETE with chunks': {
    request: post('Transfer-Encoding: chunked', '2\r\nok\r\n0\r\n\r\n').replace('POST', 'DELETE'),
    until: /0\r\n\r\n$/,
    answer: plain,
  },
  'POST without a length': { request: 'POST / HTTP/1.1\r\nHost: HOST\r\n\r\n', answer: plain },
  'hop-by-hop fields of the answer': {
    request: get,
    answer: `${ok}Connection: X-A, keep-alive\r\nX-A: 1\r\nProxy-Authenticate: Basic\r\nContent-Length: 2\r\n\r\nok`,
  },
  'TE and what it announces': {
    request: 'GET / HTTP/1.1\r\nHost: HOST\r\nTE: trailers\r\nConnection: TE\r\n\r\n',
    answer: plain,
  },
  '413 before the body is there': {
    request: post('Content-Length: 1000', 'beginning'),
    until: /beginning$/,
    answer: 'HTTP/1.1 413 Too Large\r\nConnection: close\r\nContent-Length: 2\r\n\r\nno',
    behind: 'ends',
  },
  '401 before chunks are whole': {
    request: post('Transfer-Encoding: chunked', '5\r\nDonau\r\n'),
    until: /Donau\r\n$/,
    answer: 'HTTP/1.1 401 Who\r\nConnection: close\r\nContent-Length: 2\r\n\r\nno',
    behind: 'ends',
  },
  'an upstream that closes while the body is on its way': {
    request: post('Content-Length: 1000', 'beginning'),
    until: /beginning$/,
    answer: '',
    behind: 'ends',
  },
  'an upstream that resets while the body is on its way': {
    request: post('Content-Length: 1000', 'beginning'),
    until: /beginning$/,
    answer: '',
    behind: 'resets',
  },
  '100 and then the answer': {
    request: [post('Expect: 100-continue\r\nContent-Length: 2', ''), 'ok'],
    answer: ['HTTP/1.1 100 Continue\r\n\r\n', plain],
  },
  '100 with words and fields of its own': {
    request: get,
    answer: `HTTP/1.1 100 Go on\r\nX-A: 1\r\n\r\n${plain}`,
  },
  'several 100 in a row': { request: get, answer: `${'HTTP/1.1 100 Continue\r\n\r\n'.repeat(3)}${plain}` },
  '102 with fields': { request: get, answer: `HTTP/1.1 102 Processing\r\nX-A: 1\r\n\r\n${plain}` },
  '103 with all of its fields': {
    request: get,
    answer: `HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\nX-A: 1\r\nlink: strange\r\n\r\n${plain}`,
  },
  '104 and 199': { request: get, answer: `HTTP/1.1 104 Upload\r\nX-A: 1\r\n\r\nHTTP/1.1 199 Misc\r\n\r\n${plain}` },
  'an interim answer by itself': { request: get, answer: ['HTTP/1.1 110 Later\r\n\r\n', plain] },
  'an expectation that is not met': {
    request: post('Expect: 100-continue\r\nContent-Length: 2', ''),
    answer: 'HTTP/1.1 417 No\r\nConnection: close\r\nContent-Length: 2\r\n\r\nno',
    behind: 'ends',
  },
  'an answer to an expectation without 100': {
    request: [post('Expect: 100-continue\r\nContent-Length: 2', ''), 'ok'],
    until: /ok$/,
    answer: plain,
  },
  'a folded header': {
    request: get,
    answer: `${ok}X-A: a\r\n  b\r\nContent-Length: 2\r\n\r\nok`,
    passed: { answer: `${ok}X-A: a b\r\nContent-Length: 2\r\n\r\nok` },
  },
  'a date and a server of its own': {
    request: get,
    answer: `${ok}Date: never\r\nServer: x\r\nContent-Length: 2\r\n\r\nok`,
  },
  'bare line feeds': { request: get, answer: 'HTTP/1.1 200 OK\nContent-Length: 2\n\nok', behind: 'ends' },
  'small letters in the first line': { request: get, answer: plain.replace('HTTP', 'http'), behind: 'ends' },
  'HTTP/0.9': { request: get, answer: '<html>Donau</html>', behind: 'ends' },
  'another protocol': { request: get, answer: 'SSH-2.0-OpenSSH_9.7\r\n', behind: 'ends' },
  'a head that is no head, in pieces': { request: get, answer: 'HTTP/1.1 2x\r\nA\r\n\r\nok'.split(''), behind: 'ends' },
  'two lengths': { request: get, answer: `${ok}Content-Length: 2\r\nContent-Length: 2\r\n\r\nok`, behind: 'ends' },
  'a length beside chunks': {
    request: get,
    answer: `${ok}Content-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n`,
    behind: 'ends',
  },
  'a length that is no number': { request: get, answer: `${ok}Content-Length: two\r\n\r\nok`, behind: 'resets' },
  'a control character in a value': {
    request: get,
    answer: `${ok}X-A: a\x01b\r\nContent-Length: 2\r\n\r\nok`,
    behind: 'ends',
  },
  'a blank before a colon': { request: get, answer: `${ok}X-A : a\r\nContent-Length: 2\r\n\r\nok`, behind: 'ends' },
  'a head beyond every limit': { request: get, answer: `${ok}X-A: ${'a'.repeat(100_000)}\r\n\r\nok`, behind: 'ends' },
  'another protocol for which nobody has asked': {
    request: get,
    answer: 'HTTP/1.1 101 Switching\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\nPRI',
    behind: 'ends',
  },
  'an interim answer, and then no HTTP': { request: get, answer: 'HTTP/1.1 100 Continue\r\n\r\nok', behind: 'ends' },
  'an interim answer, and then none': { request: get, answer: 'HTTP/1.1 100 Continue\r\n\r\n', behind: 'ends' },
};
