import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { headers, patient, ran, simulated } from './registered.ts';
import { serverThat, tcpServerThat } from './wire.ts';

const body = JSON.stringify({ model: 'claude-sonnet-5', messages: [{ role: 'user', content: 'Dóbra' }] });

/** A function of a program that asks by node:http, and says what came of it. */
const ask = `
  import { request } from 'node:http';
  import { once } from 'node:events';
  const ask = (url, send, options = {}) => new Promise((resolve) => {
    const asked = request(url, { method: 'POST', headers: ${headers}, ...options });
    asked.on('error', (error) => resolve(error.code ?? error.name));
    asked.on('response', async (answer) => {
      try {
        let text = '';
        for await (const piece of answer) text += piece.toString('latin1');
        resolve(answer.statusCode + ' ' + text);
      } catch (error) {
        resolve('answer ' + error.code);
      }
    });
    send(asked);
  });
`;

test.each([
  ['in one piece', `(asked) => asked.end(body)`, ''],
  [
    'in pieces of several kinds',
    `(asked) => { asked.write(Buffer.from(body.slice(0, 20))); asked.write(Buffer.from(body.slice(20)).toString('base64'), 'base64'); asked.end(); }`,
    '',
  ],
  ['from a stream', `(asked) => Readable.from([body.slice(0, 9), body.slice(9)]).pipe(asked)`, ''],
  [
    'with headers in a list',
    `(asked) => asked.end(body)`,
    `, { headers: ['Host', 'localhost', 'x-api-key', 'k', 'anthropic-version', '2023-06-01', 'x-faultline-fault', 'overloaded'] }`,
  ],
  [
    'with headers that come late',
    `(asked) => { asked.setHeader('anthropic-version', '2023-06-01'); asked.end(body); }`,
    `, { headers: { 'x-api-key': 'k', 'x-faultline-fault': 'overloaded' } }`,
  ],
])('a failing call by node:http, sent %s, is told and kept', patient, async (_, send, options) => {
  const url = await simulated();
  const { out, err, incidents } = await ran(`
    import { Readable } from 'node:stream';
    ${ask}
    const body = ${JSON.stringify(body)};
    console.log((await ask('${url}/v1/messages', ${send}${options === '' ? `, { headers: { ...${headers}, 'x-faultline-fault': 'overloaded' } }` : options})).slice(0, 3));
  `);
  expect(out).toBe('529\n');
  expect(err).toContain('1 call · 1 failed');
  const [incident] = incidents;
  expect(incident?.verdict.findings[0]?.cause).toBe('overloaded');
  expect(incident?.request.body.text).toBe(body);
  expect(incident?.response?.body.text).toContain('overloaded_error');
  expect(incident?.timing).toMatchObject({ isConnectionReused: false });
});

test('what is sent and what is read by node:http are the same with it and without it', patient, async () => {
  const { url, seen } = await serverThat((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'content-encoding': 'gzip' });
    response.end(gzipSync('data: {"type":"message_stop"}\n\n'.repeat(20_000)));
  });
  const source = `
    import { request } from 'node:http';
    import { createHash } from 'node:crypto';
    import { once } from 'node:events';
    const readers = {
      async data(answer, hash) { answer.on('data', (piece) => hash.update(piece)); await once(answer, 'end'); },
      async text(answer, hash) { answer.setEncoding('latin1').on('data', (piece) => hash.update(piece)); await once(answer, 'end'); },
      async slow(answer, hash) { for await (const piece of answer) { hash.update(piece); await new Promise(setImmediate); } },
      async late(answer, hash) {
        for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
        console.log(answer.readableFlowing, answer.listenerCount('data'));
        await this.data(answer, hash);
      },
    };
    for (const path of ['/v1/messages', '/other'])
      for (const name of Object.keys(readers)) {
        const asked = request('${url}' + path, { method: 'POST', headers: path === '/other' ? {} : ${headers} });
        asked.write('half ');
        asked.end('and half');
        const [answer] = await once(asked, 'response');
        const hash = createHash('sha256');
        await readers[name](answer, hash);
        console.log(path, name, answer.statusCode, answer.rawHeaders.length, hash.digest('hex'), Object.keys(answer).sort().join());
        console.log(Object.keys(asked).sort().join(), Object.hasOwn(asked, 'write'));
      }
  `;
  const [bare, watched] = [await ran(source, { registered: false }), await ran(source)];
  expect(watched.out).toBe(bare.out);
  expect(watched.out).toContain('null 0\n');
  expect(seen.slice(8)).toEqual(seen.slice(0, 8));
  expect(watched.err).toContain('4 calls · none failed');
});

test(
  'connections that break, and times that run out, are failures; what the program gives up is none',
  patient,
  async () => {
    const half = 'HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncontent-length: 900\r\n\r\nevent: ping\n';
    const url = await tcpServerThat((socket) => {
      socket.once('data', (bytes) => {
        const [, path] = /^POST \/(\w+)/.exec(String(bytes)) ?? [];
        if (path === 'reset') socket.resetAndDestroy();
        if (path === 'closed') socket.end();
        if (path === 'broken') socket.end(half);
        if (path === 'left') socket.write(half);
        if (path === 'strange') socket.end('SSH-2.0-OpenSSH_9.7\r\n');
      });
    });
    const { out, err, incidents } = await ran(`
    ${ask}
    const late = Object.assign(new Error('timeout of 50ms exceeded'), { code: 'ECONNABORTED' });
    for (const [path, after = () => {}, options] of [
      ['reset'], ['closed'], ['broken'], ['strange'],
      ['late', (asked) => asked.on('timeout', () => asked.destroy(late)), { timeout: 50 }],
      ['signal', () => {}, { get signal() { return AbortSignal.timeout(50); } }],
      ['never', () => {}, { signal: AbortSignal.abort() }],
      ['left', (asked) => asked.on('response', () => asked.destroy())],
      ['aborted', (asked) => asked.on('finish', () => asked.abort())],
    ]) {
      const send = (asked) => { after(asked); asked.end('{}'); };
      console.log(path, await ask('${url}/' + path + '/v1/messages', send, options));
    }
  `);
    expect(out.split('\n').slice(0, -1)).toEqual([
      'reset ECONNRESET',
      'closed ECONNRESET',
      'broken answer ECONNRESET',
      'strange HPE_INVALID_CONSTANT',
      'late ECONNABORTED',
      'signal ABORT_ERR',
      'never ABORT_ERR',
      'left answer ECONNRESET',
      'aborted ECONNRESET',
    ]);
    const causes = incidents.map(({ request, verdict }) => `${request.path} ${verdict.findings[0]?.cause}`);
    expect(causes.toSorted()).toEqual([
      '/broken/v1/messages stream-interrupted',
      '/closed/v1/messages connection-reset',
      '/late/v1/messages response-timeout',
      '/reset/v1/messages connection-reset',
      '/signal/v1/messages response-timeout',
      '/strange/v1/messages response-unparsable',
    ]);
    expect(err).toContain('8 calls · 6 failed · 2 given up by the program');
  },
);

test('a connection that was used before and breaks is told as such', patient, async () => {
  const url = await tcpServerThat((socket) => {
    socket.on('data', (bytes) => {
      if (String(bytes).startsWith('POST /first')) socket.write('HTTP/1.1 204 No Content\r\n\r\n');
      else socket.destroySoon();
    });
  });
  const { out, incidents } = await ran(`
    import { Agent } from 'node:http';
    ${ask}
    const agent = new Agent({ keepAlive: true });
    console.log(await ask('${url}/first/v1/messages', (asked) => asked.end('{}'), { agent }));
    console.log(await ask('${url}/second/v1/messages', (asked) => asked.end('{}'), { agent }));
  `);
  expect(out).toBe('204 \nECONNRESET\n');
  expect(incidents.map(({ timing }) => timing.isConnectionReused)).toEqual([true]);
});

test('requests to other services are let alone, and an answer under way at the end is counted', patient, async () => {
  const url = await tcpServerThat((socket) => {
    socket.on('data', () => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nhalf'.slice(0, -2)));
  });
  const { err } = await ran(`
    import { request } from 'node:http';
    import { once } from 'node:events';
    const other = request('${url}/v1/messages', { method: 'POST', headers: { authorization: 'Bearer any' } }).end('{}');
    await once(other, 'response');
    const asked = request('${url}/v1/messages', { method: 'POST', headers: ${headers} }).end('{}');
    await once(asked, 'response');
    process.exit();
  `);
  expect(err).toContain('1 call · none failed · 1 under way at the end');
});
