import { describe, expect, test } from 'vitest';
import { admit, answerHeaders, type Door, type RequestHead } from './head.ts';

const upstream = { authority: 'api.anthropic.com', basePath: '' };
const door: Door = { port: 4010 };

function head(rawHeaders: string[], rest: Partial<RequestHead> = {}): RequestHead {
  return { method: 'POST', url: '/v1/messages', httpVersion: '1.1', rawHeaders, ...rest };
}

describe('a request is passed on', () => {
  test('with its header as it came, but for the host', () => {
    const admission = admit(
      head(['X-B', '1', 'HOST', 'localhost:4010', 'x-a', '2', 'Content-Length', '3']),
      door,
      upstream,
    );
    expect(admission).toEqual({
      kind: 'admitted',
      path: '/v1/messages',
      target: '/v1/messages',
      headers: ['X-B', '1', 'HOST', 'api.anthropic.com', 'x-a', '2', 'Content-Length', '3'],
      isChunked: false,
    });
  });

  test('below the base path of a gateway', () => {
    const gateway = { authority: 'gateway.example', basePath: '/anthropic' };
    expect(admit(head(['Host', '127.0.0.1:4010']), door, gateway)).toMatchObject({ target: '/anthropic/v1/messages' });
  });

  test.each(['127.0.0.1:4010', 'localhost:4010', 'LOCALHOST:4010', '[::1]:4010'])('for the host %s', (host) => {
    expect(admit(head(['Host', host]), door, upstream).kind).toBe('admitted');
  });

  test.each([
    ['', '/v1/messages'],
    ['/v1', '/v1/messages'],
  ])('of the Vercel AI SDK with the version in its path, below %j', (basePath, target) => {
    const request = head(['Host', 'localhost:4010', 'User-Agent', 'ai-sdk/anthropic/3.0.1 runtime/node.js/24'], {
      url: '/messages',
    });
    expect(admit(request, door, { ...upstream, basePath })).toMatchObject({ target });
  });

  test('with a token in its path, which goes no further, for any host', () => {
    const admission = admit(
      head(['Host', 'recorder:4010'], { url: '/secret/v1/messages?a=b' }),
      { port: 4010, token: 'secret' },
      upstream,
    );
    expect(admission).toMatchObject({ kind: 'admitted', path: '/v1/messages?a=b', target: '/v1/messages?a=b' });
  });
});

describe('a request is refused', () => {
  test.each<[string, RequestHead, number]>([
    ['for a name that was made to point here', head(['Host', 'rebound.example:4010']), 421],
    ['for another port', head(['Host', '127.0.0.1:4011']), 421],
    ['with two hosts', head(['Host', 'localhost:4010', 'Host', 'evil.example']), 400],
    ['with two lengths', head(['Host', 'localhost:4010', 'Content-Length', '3', 'content-length', '4']), 400],
    [
      'with a length and chunks',
      head(['Host', 'localhost:4010', 'Content-Length', '3', 'Transfer-Encoding', 'chunked']),
      400,
    ],
    ['with a length that is no number', head(['Host', 'localhost:4010', 'Content-Length', '+3']), 400],
    ['with a coding that hides chunks', head(['Host', 'localhost:4010', 'Transfer-Encoding', 'xchunked']), 400],
    ['with two codings', head(['Host', 'localhost:4010', 'Transfer-Encoding', 'identity, chunked']), 400],
    ['with a body beyond every limit', head(['Host', 'localhost:4010', 'Content-Length', '2000000000']), 413],
    ['that names another server', head(['Host', 'localhost:4010'], { url: 'http://evil.example/v1/messages' }), 400],
    [
      'whose path could be read as a server',
      head(['Host', 'localhost:4010'], { url: '//evil.example/v1/messages' }),
      400,
    ],
  ])('%s', (_, request, status) => {
    expect(admit(request, door, upstream)).toMatchObject({ kind: 'refused', status });
  });

  test.each(['/v1/messages', '/wrong1/v1/messages', '/secre/v1/messages', '/secretx/v1/messages', '/'])(
    'without the right token: %s',
    (url) => {
      const admission = admit(head(['Host', 'x'], { url }), { port: 4010, token: 'secret' }, upstream);
      expect(admission).toMatchObject({ kind: 'refused', status: 403 });
    },
  );
});

test('an answer in chunks loses them for a caller of HTTP/1.0 alone', () => {
  const headers = ['A', '1', 'Transfer-Encoding', 'chunked', 'Connection', 'keep-alive'];
  expect(answerHeaders({ isOld: false, headers }, '1.1')).toBe(headers);
  expect(answerHeaders({ isOld: false, headers }, '1.0')).toEqual(['A', '1', 'Connection', 'close']);
});
