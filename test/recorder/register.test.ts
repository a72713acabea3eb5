import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { folder, headers, patient, ran, simulated } from './registered.ts';
import { serverThat, tcpServerThat } from './wire.ts';

test.each([
  ['ends by itself', 'process.exitCode = 7;'],
  ['ends itself at once', 'process.exit(7);'],
  ['ends by an error', 'process.on("uncaughtException", () => process.exit(7)); throw new Error("a bug");'],
])('a failing call of a program that %s is told and kept', patient, async (_, ending) => {
  const url = await simulated();
  const { code, out, err, incidents } = await ran(`
    const body = JSON.stringify({ model: 'claude-sonnet-5', max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }] });
    const headers = { ...${headers}, 'x-faultline-fault': 'overloaded' };
    console.log((await fetch('${url}/v1/messages', { method: 'POST', headers, body })).status);
    ${ending}
  `);
  expect({ code, out }).toEqual({ code: 7, out: '529\n' });
  expect(err).toMatch(/^✗ faultline {2}The service is overloaded$/m);
  expect(err).toContain('1 call · 1 failed');
  expect(incidents.map(({ verdict }) => verdict.findings[0]?.cause)).toEqual(['overloaded']);
  expect(incidents[0]?.request.shape).toMatchObject({ model: 'claude-sonnet-5', messages: 1 });
  expect(incidents[0]?.request.body.text).toContain('"content":"Hi"');
});

test(
  'calls of other services are none of its business, and a program without calls hears nothing',
  patient,
  async () => {
    const { url, seen } = await serverThat((_, response) => response.writeHead(500).end('down'));
    const { out, err } = await ran(`
    for (const path of ['/chat/messages', '/v1/messages', '/health'])
      console.log((await fetch('${url}' + path, { method: 'POST', body: '{}' })).status);
  `);
    expect({ out, err, paths: seen.length }).toEqual({ out: '500\n500\n500\n', err: '', paths: 3 });
  },
);

test('what is sent and what is read are the same with it and without it', patient, async () => {
  const answer = Buffer.from('data: {"type":"ping"}\n\n'.repeat(2000));
  const { url, seen } = await serverThat((request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'content-encoding': 'gzip' });
    response.end(request.url?.includes('small') ? gzipSync('{}') : gzipSync(answer));
  });
  const source = `
    import { createHash } from 'node:crypto';
    const agent = globalThis[Symbol.for('undici.globalDispatcher.1')];
    const send = async (body, path = '/v1/messages') => {
      const answer = await fetch('${url}' + path, { method: 'POST', headers: ${headers}, body, duplex: 'half' });
      const bytes = new Uint8Array(await answer.arrayBuffer());
      console.log(answer.status, bytes.length, createHash('sha256').update(bytes).digest('hex'));
    };
    await send('{"a":1}');
    await send(new Uint8Array(1_000_000).fill(120), '/v1/messages?small');
    await send(new ReadableStream({ start(c) { c.enqueue(Buffer.from('half ')); c.enqueue(Buffer.from('and half')); c.close(); } }));
    const form = new FormData(); form.set('file', new Blob(['x'.repeat(100_000)]), 'x.txt');
    await send(form);
    await send(new URLSearchParams({ a: 'b' }));
  `;
  const [bare, watched] = [await ran(source, { registered: false }), await ran(source)];
  expect(watched.out).toBe(bare.out);
  expect(watched.out).toContain(createHash('sha256').update(answer).digest('hex'));
  // A form has a boundary that is drawn anew each time.
  const sent = seen.map(({ line, headers, bodyHash }) =>
    String(headers).includes('boundary') ? line : { line, headers, bodyHash },
  );
  expect(sent.slice(5)).toEqual(sent.slice(0, 5));
  expect(watched.err).toContain('5 calls');
});

test('calls that a program makes through undici itself are seen', patient, async () => {
  const url = await simulated();
  const { out, incidents } = await ran(`
    await fetch('data:,load');
    const dispatcher = globalThis[Symbol.for('undici.globalDispatcher.1')];
    const headers = { ...${headers}, 'content-type': 'application/json', 'x-faultline-fault': 'api-key-invalid' };
    const { statusCode, body } = await dispatcher.request({ origin: '${url}', path: '/v1/messages', method: 'POST', headers, body: '{"model":"claude-sonnet-5"}' });
    console.log(statusCode, (await body.text()).length > 0);
  `);
  expect(out).toBe('401 true\n');
  expect(incidents.map(({ verdict }) => verdict.findings[0]?.cause)).toEqual(['api-key-invalid']);
  expect(incidents[0]?.request.body.text).toBe('{"model":"claude-sonnet-5"}');
});

test('a connection that breaks is a failure, and a call that the program ends is none', patient, async () => {
  const url = await tcpServerThat((socket) => {
    socket.once('data', (bytes) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncontent-length: 900\r\n\r\nevent: ping\n');
      if (String(bytes).includes('/broken')) socket.destroySoon();
    });
  });
  const { out, err, incidents } = await ran(`
    const ask = async (path, signal, onAnswer = () => {}) => {
      try {
        const answer = await fetch('${url}' + path, { method: 'POST', headers: ${headers}, body: '{}', signal });
        onAnswer();
        await answer.text();
      } catch (error) {
        console.log(path, error.name);
      }
    };
    await ask('/broken/v1/messages');
    const controller = new AbortController();
    await ask('/left/v1/messages', controller.signal, () => controller.abort(new TypeError('enough')));
    await ask('/late/v1/messages', AbortSignal.timeout(50));
  `);
  expect(out).toBe('/broken/v1/messages TypeError\n/left/v1/messages TypeError\n/late/v1/messages TimeoutError\n');
  expect(incidents.map(({ request }) => request.path).toSorted()).toEqual(['/broken/v1/messages', '/late/v1/messages']);
  expect(err).toContain('3 calls · 2 failed · 1 given up by the program');
});

test(
  'what is still under way when the program ends is counted, and calls through a recorder are left to it',
  patient,
  async () => {
    const url = await tcpServerThat(
      (socket) => void socket.once('data', () => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nx')),
    );
    const source = `
    await fetch('${url}/v1/messages', { method: 'POST', headers: ${headers}, body: '{}' });
    process.exit();
  `;
    expect((await ran(source)).err).toContain('1 call · none failed · 1 under way at the end');
    expect((await ran(source, { env: { FAULTLINE_RECORDER: url } })).err).toBe('');
  },
);

test('a store that cannot be used or trusted is told once, and the calls go through', patient, async () => {
  const url = await simulated();
  const call = `
    for (const _ of [1, 2]) console.log((await fetch('${url}/v1/models', { headers: ${headers} })).status);
  `;
  const unusable = await ran(call, { store: '/dev/null/store' });
  expect(unusable).toMatchObject({ code: 0, out: '200\n200\n' });
  expect(unusable.err.match(/cannot be used/g)).toHaveLength(1);
  const store = join(folder(), 'open');
  mkdirSync(store, { mode: 0o777 });
  writeFileSync(join(store, 'incidents.sqlite'), 'no database', { mode: 0o600 });
  const untrusted = await ran(call, { store });
  expect(untrusted).toMatchObject({ code: 0, out: '200\n200\n' });
  expect(untrusted.err.match(/cannot be trusted/g)).toHaveLength(1);
});

test(
  'FAULTLINE_QUIET leaves the summary of what failed, and FAULTLINE_NO_BODIES the shape of a request',
  patient,
  async () => {
    const url = await simulated();
    const { err, incidents } = await ran(
      `
    const headers = { ...${headers}, 'x-faultline-fault': 'overloaded' };
    await fetch('${url}/v1/messages', { method: 'POST', headers, body: '{"model":"claude-sonnet-5"}' });
  `,
      { env: { FAULTLINE_QUIET: '1', FAULTLINE_NO_BODIES: '1' } },
    );
    expect(err).toMatch(/^✗ faultline {2}1 call · 1 failed/);
    expect(incidents[0]?.request.body.text).toBeUndefined();
    expect(incidents[0]?.request.shape.model).toBe('claude-sonnet-5');
  },
);

test(
  'what the file of FAULTLINE_REDACT calls secret is taken out, and without that file nothing is recorded',
  patient,
  async () => {
    const url = await simulated();
    const source = `
    const body = JSON.stringify({ model: 'claude-sonnet-5', max_tokens: 9, messages: [{ role: 'user', content: 'For Umbrella, on PRJ-12' }] });
    const headers = { ...${headers}, 'x-faultline-fault': 'overloaded' };
    console.log((await fetch('${url}/v1/messages', { method: 'POST', headers, body })).status);
  `;
    const file = join(folder(), 'secrets.txt');
    writeFileSync(file, '# ours\numbrella\n/prj-\\d+/i\n');
    const { incidents } = await ran(source, { env: { FAULTLINE_REDACT: file } });
    expect(incidents[0]?.request.body.text).toMatch(
      /"For \[redacted word, 8 characters, #\w+\], on \[redacted custom pattern, 6 characters, #\w+\]"/,
    );
    const without = await ran(source, { env: { FAULTLINE_REDACT: join(folder(), 'none') } });
    expect(without).toMatchObject({ code: 0, out: '529\n', incidents: [] });
    expect(without.err).toContain('which FAULTLINE_REDACT names, cannot be read');
  },
);
