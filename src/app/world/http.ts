import { request } from 'node:http';
import type { Socket } from 'node:net';
import type { Failed, HttpAnswer, HttpQuestion, ProxyRoute } from '../../core/world.ts';
import { isSocks5 } from '../../core/proxy-setting.ts';
import { proxyCredentials } from '../../proxy/tunnel.ts';
import { headersOf, open, openProxy, secureSocket, type Trust } from './sockets.ts';
import { exchangeOver2 } from './http2.ts';
import { readBody } from './read-body.ts';
import { failedOf, within } from './within.ts';

/** Sends one HTTP request over a connection of its own, and reads the answer. */
export async function send(question: HttpQuestion, limitMs: number, trust: Trust): Promise<HttpAnswer> {
  const url = new URL(question.url);
  const isTls = url.protocol === 'https:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const to = { host, port: Number(url.port) || (isTls ? 443 : 80) };
  if (question.proxy && !isTls && !isSocks5(question.proxy.url))
    return forward(question, url, question.proxy, limitMs, trust);
  const opened = await open(question.at ?? to, question.proxy, limitMs, trust);
  if (opened.kind === 'failed') return opened;
  const protocol = question.protocol ?? 'http/1.1';
  const secured = isTls ? await secureSocket(opened, host, limitMs - opened.tookMs, trust, protocol) : opened;
  if (secured.kind === 'failed') return secured;
  const left = limitMs - opened.tookMs - (isTls ? secured.tookMs : 0);
  return protocol === 'h2'
    ? exchangeOver2(question, url, secured.socket, left)
    : exchange(question, url, secured.socket, left);
}

/** Plain HTTP goes to the proxy with the whole address in its first line, as programs send it; no tunnel is asked for. */
async function forward(
  question: HttpQuestion,
  url: URL,
  proxy: ProxyRoute,
  limitMs: number,
  trust: Trust,
): Promise<HttpAnswer> {
  const opened = await openProxy(proxy, limitMs, trust);
  if (opened.kind === 'failed') return opened;
  const headers = { ...question.headers, ...proxyCredentials(new URL(proxy.url)) };
  return exchange({ ...question, headers }, url, opened.socket, limitMs - opened.tookMs, url.href);
}

async function exchange(
  { method, headers, body }: HttpQuestion,
  url: URL,
  socket: Socket,
  limitMs: number,
  path = url.pathname + url.search,
): Promise<HttpAnswer> {
  let begun: { readonly status: number; lastByteMs: number } | undefined;
  const answer = await within<Exclude<HttpAnswer, Failed>>(limitMs, `${method} ${url.host}`, (end, tookMs) => {
    const asked = request(
      {
        method,
        path,
        headers: { host: url.host, connection: 'close', ...headers },
        createConnection: () => socket,
      },
      (response) => {
        const firstByteMs = tookMs();
        const course = { status: response.statusCode ?? 0, lastByteMs: firstByteMs };
        begun = course;
        response.on('data', () => (course.lastByteMs = tookMs()));
        readBody(
          response,
          (text) =>
            end({
              kind: 'answered',
              status: response.statusCode ?? 0,
              headers: headersOf(response.headers),
              body: text,
              firstByteMs,
              tookMs: tookMs(),
            }),
          (error) => end(failedOf(error, tookMs())),
        );
      },
    );
    asked.once('error', (error) => end(failedOf(error, tookMs())));
    asked.end(body);
    return () => socket.destroy();
  });
  if (answer.kind !== 'failed' || begun === undefined) return answer;
  return { ...answer, begun: { status: begun.status, quietMs: answer.tookMs - begun.lastByteMs } };
}
