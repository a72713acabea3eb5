import { createServer, type ServerHttp2Stream } from 'node:http2';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { headers, patient, ran } from './registered.ts';

/** A server of HTTP/2 in plain text, which serves each stream as it is told once its request is whole. */
async function serverOfStreams(
  serve: (stream: ServerHttp2Stream, path: string, asked: string) => void,
): Promise<string> {
  const server = createServer();
  server.on('stream', (stream, head) => {
    let asked = '';
    stream.on('error', () => undefined);
    stream.setEncoding('utf8').on('data', (piece: string) => (asked += piece));
    stream.on('end', () => serve(stream, String(head[':path']), asked));
  });
  const sessions = new Set<{ readonly destroy: () => void }>();
  server.on('session', (session) => void sessions.add(session));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    for (const session of sessions) session.destroy();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

/** A function of a program that asks over HTTP/2, and says what came of it. */
function ask(url: string): string {
  return `
    import { connect } from 'node:http2';
    const session = connect('${url}');
    const ask = (path, use = (stream) => stream.end(body)) => new Promise((resolve) => {
      const stream = session.request({ ':method': 'POST', ':path': path, ...${headers} });
      let text = '';
      let status;
      stream.setEncoding('utf8').on('response', (head) => (status = head[':status'])).on('data', (piece) => (text += piece));
      stream.on('error', (error) => resolve(error.name + ' ' + text)).on('close', () => resolve(status + ' ' + text));
      use(stream);
    });
    const body = JSON.stringify({ model: 'claude-sonnet-5', messages: [{ role: 'user', content: 'Dóbra' }] });
  `;
}

const overloaded = JSON.stringify({ type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } });

test('a failing call over HTTP/2 is told and kept, in whatever pieces it is sent', patient, async () => {
  const sent: string[] = [];
  const url = await serverOfStreams((stream, _, asked) => {
    sent.push(asked);
    stream.respond({ ':status': 529, 'request-id': 'req_011CSHoEeqs5C35K2UUqR7Fy', 'x-a': ['1', '2'] });
    stream.end(overloaded);
  });
  const source = `${ask(url)}
    console.log(await ask('/v1/messages'));
    console.log(await ask('/v1/messages', (stream) => {
      stream.write(Buffer.from(body.slice(0, 9)));
      stream.end(Buffer.from(body.slice(9)).toString('base64'), 'base64');
    }));
    session.close();
  `;
  const [bare, watched] = [await ran(source, { registered: false }), await ran(source)];
  expect(watched.out).toBe(bare.out);
  expect(sent.slice(2)).toEqual(sent.slice(0, 2));
  expect(watched.err).toMatch(/^✗ faultline {2}The service is overloaded$/m);
  const { incidents } = watched;
  expect(incidents.map(({ verdict }) => verdict.findings[0]?.cause)).toEqual(['overloaded', 'overloaded']);
  for (const { request, response } of incidents) {
    expect(request.body.text).toContain('Dóbra');
    expect(request.path).toBe('/v1/messages');
    expect(response?.headers).toContainEqual(['request-id', 'req_011CSHoEeqs5C35K2UUqR7Fy']);
  }
});

test('a program that ends itself at once is told of the answer that it has read', patient, async () => {
  const url = await serverOfStreams((stream) => {
    stream.respond({ ':status': 529 });
    stream.end(overloaded);
  });
  const { code, err } = await ran(`${ask(url)}
    const stream = session.request({ ':method': 'POST', ':path': '/v1/messages', ...${headers} });
    stream.resume().on('end', () => process.exit(7));
    stream.end(body);
  `);
  expect(code).toBe(7);
  expect(err).toContain('The service is overloaded');
});

test(
  'a stream that the other side resets is a failure, and one that the program gives up is none',
  patient,
  async () => {
    const url = await serverOfStreams((stream, path) => {
      stream.respond({ ':status': 200, 'content-type': 'text/event-stream' });
      stream.write('event: ping\n\n', () => {
        if (path.includes('reset')) setImmediate(() => stream.destroy(new Error('broken')));
      });
    });
    const { out, err, incidents } = await ran(`${ask(url)}
    console.log(await ask('/v1/messages?reset'));
    console.log(await ask('/v1/messages?cancel', (stream) => stream.on('data', () => stream.close(8)).end(body)));
    console.log(await ask('/v1/messages?destroy', (stream) => stream.on('data', () => stream.destroy()).end(body)));
    console.log(await ask('/v1/messages?error', (stream) => stream.on('data', () => stream.destroy(new Error('mine'))).end(body)));
    session.close();
  `);
    expect(out.split('\n')[0]).toContain('Error event: ping');
    expect(incidents).toHaveLength(1);
    expect(incidents[0]?.request.path).toBe('/v1/messages?reset');
    expect(err).toContain('4 calls');
  },
);

test('a connection that is lost is a failure', patient, async () => {
  const url = await serverOfStreams((stream) => stream.session?.destroy());
  const { incidents } = await ran(`${ask(url)}
    session.on('error', () => undefined);
    console.log(await ask('/v1/messages'));
  `);
  expect(incidents).toHaveLength(1);
});

test('other services are none of its business over HTTP/2 either', patient, async () => {
  const url = await serverOfStreams((stream) => {
    stream.respond({ ':status': 500 });
    stream.end('down');
  });
  const { out, err } = await ran(`
    import { connect } from 'node:http2';
    const session = connect('${url}');
    const stream = session.request({ ':method': 'POST', ':path': '/chat' });
    stream.on('response', (head) => console.log(head[':status'])).resume().on('close', () => session.close());
    stream.end('{}');
  `);
  expect({ out, err }).toEqual({ out: '500\n', err: '' });
});
