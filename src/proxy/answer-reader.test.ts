import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { AnswerReader, type Reading } from './answer-reader.ts';

/** What a caller gets of the bytes of an answer, after which the connection ends. */
type Got =
  | {
      readonly head: readonly [status: number, statusText: string, headers: readonly string[]];
      readonly body: string;
      readonly trailers: readonly string[];
    }
  | 'refused'
  | 'cut off';

const most = 1 << 12;

function read(pieces: readonly Buffer[], method = 'GET'): { readonly got: Got; readonly last: Reading } {
  const reader = new AnswerReader(most);
  reader.begin(method);
  let head: readonly [number, string, readonly string[]] | undefined;
  let body = '';
  let last: Reading = { kind: 'unfinished' };
  for (const piece of pieces) {
    last = reader.read(piece, {
      onInterim() {},
      onHead({ status, statusText, headers }) {
        head = [status, statusText, headers];
      },
      onPiece(bytes) {
        body += bytes.toString('latin1');
      },
    });
    if (last.kind !== 'unfinished') break;
  }
  if (last.kind === 'defect') return { got: 'refused', last };
  if (!head || (last.kind === 'unfinished' && !reader.endsHere())) return { got: 'cut off', last };
  return { got: { head, body, trailers: last.kind === 'ended' ? last.trailers : [] }, last };
}

/** What Node's own client makes of the same bytes. */
async function readByNode(bytes: Buffer, method: string): Promise<Got> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', () => socket.end(bytes));
  });
  onTestFinished(() => void server.close());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return new Promise((resolve) => {
    const asked = request({ port, method, agent: false, maxHeaderSize: most });
    const fail = (error: Error & { code?: string }): void => {
      resolve(error.code?.startsWith('HPE_') === true ? 'refused' : 'cut off');
    };
    asked.on('error', fail);
    asked.on('response', (answer: IncomingMessage) => {
      let body = '';
      answer.setEncoding('latin1').on('data', (text: string) => (body += text));
      // What is broken in a body is told at the request, and only a cut at the answer.
      answer.on('error', () => setImmediate(() => resolve('cut off')));
      answer.on('end', () => {
        const { statusCode = 0, statusMessage = '', rawHeaders, rawTrailers } = answer;
        resolve({ head: [statusCode, statusMessage, rawHeaders], body, trailers: rawTrailers });
      });
    });
    asked.end();
  });
}

const ok = 'HTTP/1.1 200 OK\r\n';
const chunks = `${ok}Transfer-Encoding: chunked\r\n\r\n`;
const answers: Readonly<Record<string, string>> = {
  'a length': `${ok}Content-Length: 2\r\n\r\nok`,
  'a length of zero': `${ok}Content-Length: 0\r\n\r\n`,
  'no length': `${ok}\r\nok`,
  'no body and no header': 'HTTP/1.1 204 \r\n\r\n',
  'a status without words': 'HTTP/1.1 529\r\nContent-Length: 2\r\n\r\nok',
  'a strange status': 'HTTP/1.1 999 Strange\r\nContent-Length: 2\r\n\r\nok',
  'a status of two digits': 'HTTP/1.1 99 OK\r\nContent-Length: 2\r\n\r\nok',
  'letters of Latin': 'HTTP/1.1 200 \xe9t\xe9\r\nX-Name: \xe9\t b \t\r\nContent-Length: 2\r\n\r\n\xe9\xff',
  'HTTP/1.0': 'HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok',
  'HTTP/1.0 with chunks': 'HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n',
  'empty lines before it': `\r\n\r\n${ok}Content-Length: 2\r\n\r\nok`,
  'an interim answer before it': `HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n${ok}Content-Length: 2\r\n\r\nok`,
  'the same header twice': `${ok}Set-Cookie: a=1\r\nSET-cookie: b=2\r\nContent-Length: 0\r\n\r\n`,
  'an empty value': `${ok}X-Empty:\r\nX-Blank:   \r\nContent-Length: 0\r\n\r\n`,
  chunks: `${chunks}5\r\nDanub\r\n1\r\ne\r\n0\r\n\r\n`,
  'a chunk that holds line ends': `${chunks}6\r\na\r\n\r\nb\r\n0\r\n\r\n`,
  'chunks in capitals': `${ok}Transfer-Encoding: Chunked\r\n\r\nA\r\n0123456789\r\n0\r\n\r\n`,
  'chunks with leading zeros': `${chunks}002\r\nok\r\n000\r\n\r\n`,
  'a chunk with an extension': `${chunks}2;a=b\r\nok\r\n0\r\n\r\n`,
  trailers: `${chunks}2\r\nok\r\n0\r\nX-Sum: 42\r\nx-twice: \xe9\r\n\r\n`,
  'a coding before the chunks': `${ok}Transfer-Encoding: gzip, chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n`,
  'two codings': `${ok}Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n`,
  'a coding behind the chunks': `${ok}Transfer-Encoding: chunked, gzip\r\n\r\n2\r\nok\r\n0\r\n\r\n`,
  'another coding': `${ok}Transfer-Encoding: identity\r\n\r\nok`,
  'a body of 304 that is none': 'HTTP/1.1 304 Not Modified\r\nTransfer-Encoding: chunked\r\n\r\n',
  'a body that breaks off': `${ok}Content-Length: 20\r\n\r\nhalf`,
  'chunks that break off': `${chunks}20\r\nhalf`,
  'chunks without their end': `${chunks}2\r\nok\r\n`,
  'a head that breaks off': `${ok}Content-Le`,
  nothing: '',
  'bare line feeds': 'HTTP/1.1 200 OK\nContent-Length: 2\n\nok',
  'bare line feeds in chunks': `${chunks}2\nok\n0\n\n`,
  'a bare carriage return': `${ok}X: a\rb\r\nContent-Length: 2\r\n\r\nok`,
  'a line that continues nothing': `${ok} b\r\nContent-Length: 2\r\n\r\nok`,
  'a length in two lines': `${ok}Content-Length: 1\r\n 2\r\n\r\nok`,
  'a length beside chunks': `${ok}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n`,
  'two lengths': `${ok}Content-Length: 2\r\nContent-Length: 2\r\n\r\nok`,
  'a length with a sign': `${ok}Content-Length: +2\r\n\r\nok`,
  'an empty length': `${ok}Content-Length: \r\n\r\nok`,
  'a control character': `${ok}X: a\u0001b\r\nContent-Length: 2\r\n\r\nok`,
  'an empty name': `${ok}: x\r\nContent-Length: 2\r\n\r\nok`,
  'a space behind a name': `${ok}X : x\r\nContent-Length: 2\r\n\r\nok`,
  'a line without a colon': `${ok}Xabc\r\nContent-Length: 2\r\n\r\nok`,
  'a space behind the size of a chunk': `${chunks}2 \r\nok\r\n0\r\n\r\n`,
  'no size of a chunk': `${chunks}\r\nok\r\n0\r\n\r\n`,
  'a chunk longer than it says': `${chunks}2\r\nokay\r\n0\r\n\r\n`,
  'another protocol': 'SSH-2.0-OpenSSH_9.7\r\n',
  'small letters': 'http/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok',
  'a header beyond the limit': `${ok}X: ${'x'.repeat(most)}\r\n\r\n`,
};

describe('an answer is read as by the client of Node', () => {
  test.each(Object.entries(answers))('%s', async (_, text) => {
    const bytes = Buffer.from(text, 'latin1');
    const expected = await readByNode(bytes, 'GET');
    expect(read([bytes]).got).toEqual(expected);
    expect(
      read(
        bytes
          .toString('latin1')
          .split('')
          .map((one) => Buffer.from(one, 'latin1')),
      ).got,
    ).toEqual(expected);
    for (let at = 1; at < Math.min(bytes.length, 200); at++) {
      expect([at, read([bytes.subarray(0, at), bytes.subarray(at)]).got]).toEqual([at, expected]);
    }
  });

  test('a value of several lines is put into one, which the client of Node refuses and others read', () => {
    const folded = Buffer.from(`${ok}X-A: a\r\n b\r\nX-B:\r\n\t c \r\n   d\r\nContent-Length: 2\r\n\r\nok`);
    const { got } = read([folded]);
    expect(got).toMatchObject({ head: [200, 'OK', ['X-A', 'a b', 'X-B', 'c d', 'Content-Length', '2']], body: 'ok' });
    for (let at = 1; at < folded.length; at++)
      expect([at, read([folded.subarray(0, at), folded.subarray(at)]).got]).toEqual([at, got]);
  });

  test('an answer to HEAD has no body', async () => {
    const bytes = Buffer.from(`${ok}Content-Length: 2\r\n\r\n`);
    expect(read([bytes], 'HEAD').got).toEqual(await readByNode(bytes, 'HEAD'));
  });
});

test.each([
  ['HTTP/1.1', '', true],
  ['HTTP/1.1', 'Connection: close\r\n', false],
  ['HTTP/1.1', 'Connection: x, Close\r\n', false],
  ['HTTP/1.0', '', false],
  ['HTTP/1.0', 'connection: Keep-Alive\r\n', true],
])('after an answer of %s with %j, another request may follow: %s', (version, line, isKept) => {
  const { last } = read([Buffer.from(`${version} 200 OK\r\n${line}Content-Length: 2\r\n\r\nok`)]);
  expect(last).toEqual({ kind: 'ended', trailers: [], isKept, hasRest: false });
});

test('what comes behind an answer for which nobody has asked is noticed', () => {
  const { got, last } = read([Buffer.from(`${ok}Content-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\n`)]);
  expect(got).toMatchObject({ body: 'ok' });
  expect(last).toMatchObject({ hasRest: true });
});

test('one reader reads one answer after the other', () => {
  const reader = new AnswerReader(most);
  const bodies: string[] = [];
  for (const body of ['Donau', 'Wien', '']) {
    reader.begin('POST');
    const answer = Buffer.from(`${ok}Content-Length: ${body.length}\r\n\r\n${body}`);
    const reading = reader.read(answer, {
      onInterim() {},
      onHead: () => bodies.push(''),
      onPiece: (piece) => bodies.push(String(bodies.pop()) + String(piece)),
    });
    expect(reading.kind).toBe('ended');
  }
  expect(bodies).toEqual(['Donau', 'Wien', '']);
});
