import { connect } from 'node:http2';
import type { Socket } from 'node:net';
import type { Failed, HttpAnswer, HttpQuestion } from '../../core/world.ts';
import { readBody } from './read-body.ts';
import { headersOf } from './sockets.ts';
import { failedOf, within } from './within.ts';

/** Sends one request over HTTP/2 on a connection that was secured for it, and reads the answer. */
export async function exchangeOver2(
  { method, headers, body }: HttpQuestion,
  url: URL,
  socket: Socket,
  limitMs: number,
): Promise<HttpAnswer> {
  return within<Exclude<HttpAnswer, Failed>>(limitMs, `${method} ${url.host} over HTTP/2`, (end, tookMs) => {
    const fail = (error: unknown): void => end(failedOf(error, tookMs()));
    const session = connect(url.origin, { createConnection: () => socket });
    session.once('error', fail);
    const asked = session.request({ ':method': method, ':path': url.pathname + url.search, ...headers });
    asked.once('response', ({ ':status': status = 0, ...rest }) => {
      const firstByteMs = tookMs();
      const answered = (text: string): void =>
        end({ kind: 'answered', status, headers: headersOf(rest), body: text, firstByteMs, tookMs: tookMs() });
      readBody(asked, answered, fail);
    });
    asked.once('error', fail);
    // A stream can be closed without an error, by a GOAWAY that names none.
    asked.once('close', () => fail(new Error('ERR_HTTP2_STREAM_CANCEL: the stream was closed without an answer')));
    asked.end(body);
    return () => {
      session.destroy();
      socket.destroy();
    };
  });
}
