import { createSecureServer } from 'node:http2';
import { once } from 'node:events';
import { afterEach, describe, expect, test } from 'vitest';
import { makeCertificate } from '../../src/simulator/wire/certificates.ts';
import { startSimulator } from '../../src/simulator/index.ts';
import { testKey } from '../doctor/examined.ts';
import { authority, deadPort, serve, serveNames, serveProxy, type Listening } from '../doctor/loopback.ts';
import { folderWith, foundIn, isolatedBy, printedBy, refusing, sound } from './isolated.ts';

const open: Pick<Listening, 'close'>[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(async ({ close }) => close()));
});

async function kept<T extends Pick<Listening, 'close'>>(listening: Promise<T>): Promise<T> {
  const one = await listening;
  open.push(one);
  return one;
}

const { path: cwd } = folderWith({ 'call.json': sound, 'streamed.json': { ...sound, stream: true } });
const otherKey = testKey.replace('aB3', 'zZ9');
const live = (url: string): readonly string[] => ['call.json', '--live', '--no-status', '--base-url', url];

describe('live calls, one change at a time', { timeout: 30_000 }, () => {
  test('tell the key, from the environment, which is never printed', async () => {
    const simulator = await startSimulator({ keys: [otherKey] });
    open.push({ close: simulator.stop });
    const env = { ANTHROPIC_API_KEY: testKey, OTHER_KEY: otherKey };
    const words = [...live(simulator.url.replace('127.0.0.1', 'localhost')), '--vary', 'ip=4,key=env:OTHER_KEY,http'];
    const isolation = await isolatedBy(words, { cwd, env });
    expect(foundIn(isolation)).toEqual(['key']);
    expect(isolation).toMatchObject({ outcome: 'found', oracle: 'count_tokens', without: 'success' });
    expect(isolation.experiment).toMatchObject({
      question: 'Does it work with the key in `OTHER_KEY` in place of that in `ANTHROPIC_API_KEY`?',
      change: { what: 'the key', from: 'ANTHROPIC_API_KEY', to: 'OTHER_KEY' },
      prediction: 'success',
      outcome: { kind: 'as-predicted', found: 'success' },
    });
    expect(isolation.held.map(({ what }) => what)).toEqual([
      'model',
      'base URL',
      'proxy',
      'addresses',
      'HTTP',
      'client',
    ]);
    expect(isolation.decisions.find(({ id }) => id === 'P25')).toMatchObject({ mark: 'decides' });
    expect(isolation.decisions.find(({ id }) => id === 'P24')).toMatchObject({ mark: 'rules-out' });
    for (const format of ['text', 'json', 'markdown']) {
      const { code, output } = await printedBy([...words, '--format', format], { cwd, env });
      expect(code).toBe(1);
      expect(output).toContain('OTHER_KEY');
      expect(output).not.toContain(testKey.slice(-20));
      expect(output).not.toContain(otherKey.slice(-20));
    }
  });

  test('tell the proxy that stands in the way', async () => {
    const api = await kept(serve(refusing(() => false)));
    const proxy = await kept(serve((_, response) => void response.writeHead(403).end('Forbidden by policy')));
    const isolation = await isolatedBy([...live(api.url), '--proxy', proxy.url, '--vary', 'proxy'], { cwd });
    expect(foundIn(isolation)).toEqual(['proxy']);
    expect(isolation.decisions.find(({ id }) => id === 'P24')).toMatchObject({ mark: 'decides' });
  });

  test('tell that only the proxy leads to the API, and keep its password to themselves', async () => {
    const api = await kept(
      serve(
        refusing(() => false),
        {},
      ),
    );
    const proxy = await kept(serveProxy('user:hidden-word'));
    const port = await deadPort();
    // Only the proxy knows the way to this name.
    const far = api.url.replace('localhost', 'api.example');
    const env = { ANTHROPIC_API_KEY: testKey, WAY_OUT: proxy.url.replace('//', '//user:hidden-word@') };
    const names = await kept(serveNames({ 'api.example': ['127.0.0.1'] }));
    const words = [...live(api.url.replace(String(api.port), String(port))), '--vary', `base-url=${api.url}`];
    expect(foundIn(await isolatedBy(words, { cwd, env }))).toEqual(['base-url']);
    const { output } = await printedBy([...live(far), '--vary', 'proxy=env:WAY_OUT'], { cwd, env, names: names.url });
    expect(output).not.toContain('hidden-word');
  });

  test('tell the resolver that knows no such name', async () => {
    const api = await kept(serve(refusing(() => false)));
    const wrong = await kept(serveNames({}));
    const right = await kept(serveNames({ 'api.example': ['127.0.0.1'] }));
    const isolation = await isolatedBy(
      [
        'call.json',
        '--live',
        '--no-status',
        '--base-url',
        `http://api.example:${api.port}`,
        '--vary',
        `resolver=${right.url},ip=4`,
      ],
      { cwd, names: wrong.url },
    );
    expect(foundIn(isolation)).toEqual(['resolver']);
    expect(right.asked).toContain('A api.example');
  });

  test('tell the version of HTTP', async () => {
    const { cert, key } = makeCertificate(
      {
        name: 'localhost',
        hosts: ['localhost'],
        addresses: [[127, 0, 0, 1]],
        from: new Date(Date.now() - 86_400_000),
        until: new Date(Date.now() + 86_400_000),
        issuer: authority,
      },
      7,
    );
    const isolation = await withHttp2(`${cert}${authority.cert}`, key, async (url) =>
      isolatedBy([...live(url), '--vary', 'http'], { cwd }),
    );
    expect(isolation.headline).toContain('HTTP/2 in place of HTTP/1.1');
  });

  test('tell a header and a beta of which a gateway wants nothing', async () => {
    const gateway = await kept(
      serve(
        refusing(({ headers }) => (headers['anthropic-beta'] ?? '').includes('b-2') && headers['x-team'] === 'core'),
      ),
    );
    const { path } = folderWith({
      'call.sh': `curl https://api.anthropic.com/v1/messages -H 'anthropic-version: 2023-06-01' -H 'anthropic-beta: a-1,b-2' -H 'x-team: core' -H 'x-other: 1' -d '${JSON.stringify(sound)}'`,
    });
    const isolation = await isolatedBy(
      ['call.sh', '--live', '--no-status', '--base-url', gateway.url, '--vary', 'beta,header'],
      { cwd: path },
    );
    expect(isolation.culprits).toMatchObject([{ how: 'together' }]);
    expect(foundIn(isolation)).toEqual(['beta b-2 + header x-team']);
  });

  test('tell streaming where calls may be paid for, and nowhere else', async () => {
    const api = await kept(
      serve(
        refusing(
          (request, body) => body['stream'] === true && !request.url?.includes('count'),
          400,
          'invalid_request_error',
          'No streams',
        ),
      ),
    );
    const words = ['streamed.json', '--live', '--no-status', '--base-url', api.url, '--vary', 'stream'];
    await expect(isolatedBy(words, { cwd })).rejects.toThrow('Nobody who may be asked can see');
    expect(foundIn(await isolatedBy([...words, '--allow-paid'], { cwd }))).toEqual(['stream']);
  });

  test('tell the workspace and the version of the API', async () => {
    const api = await kept(serve(refusing(({ headers }) => headers['anthropic-workspace-id'] !== 'wrkspc_right')));
    expect(
      foundIn(await isolatedBy([...live(api.url), '--vary', 'workspace=wrkspc_right,version=2026-10-21'], { cwd })),
    ).toEqual(['workspace']);
    const old = await kept(serve(refusing(({ headers }) => headers['anthropic-version'] !== '2023-01-01')));
    expect(foundIn(await isolatedBy([...live(old.url), '--vary', 'version=2023-01-01,ip=4'], { cwd }))).toEqual([
      'version',
    ]);
  });

  test('confirm what the rules found, or say that they do not agree', async () => {
    const { path } = folderWith({ 'good.json': sound, 'bad.json': { ...sound, temperature: 7, system: 'Be short.' } });
    const simulator = await startSimulator();
    open.push({ close: simulator.stop });
    const words = ['bad.json', '--good', 'good.json', '--live', '--allow-paid', '--no-status', '--base-url'];
    const confirmed = await isolatedBy([...words, simulator.url], { cwd: path });
    expect(confirmed).toMatchObject({ outcome: 'found', oracle: 'checker', spent: { requests: 2 } });
    expect(confirmed.explanation.at(-1)).toContain('confirmed by a live call');
    const other = await kept(serve(refusing(() => true)));
    const refuted = await isolatedBy([...words, other.url], { cwd: path });
    expect(refuted.outcome).toBe('inconclusive');
    expect(refuted.headline).toContain('does not agree');
  });

  test('ask nothing when only a plan is wanted, and name every address', async () => {
    const api = await kept(serve(refusing(() => true)));
    const { code, output } = await printedBy(
      [...live(api.url), '--vary', 'ip=4,resolver=192.0.2.1,base-url=http://gateway.example:8080', '--plan'],
      { cwd },
    );
    expect(code).toBe(0);
    expect(output).toContain(`localhost:${api.port} POST /v1/messages`);
    expect(output).toContain('192.0.2.1:53');
    expect(output).toContain('gateway.example:8080');
    expect(output).toContain('Budget');
    expect(api.asked).toEqual([]);
  });

  test('stop where the budget ends, and say what is left', async () => {
    const api = await kept(serve(refusing(() => true)));
    const isolation = await isolatedBy(
      [...live(api.url), '--vary', 'ip=4,version=2023-06-01,model=claude-haiku-4-5', '--budget', 'requests=2'],
      { cwd },
    );
    expect(isolation.outcome).toBe('inconclusive');
    expect(isolation.headline).toContain('stop early');
    expect(api.asked).toHaveLength(2);
  });

  test('say first where the status page tells of an incident', async () => {
    const simulator = await startSimulator({
      faults: [{ fault: 'internal-error' }],
      incidents: [{ name: 'Elevated errors', impact: 'major' }],
    });
    open.push({ close: simulator.stop });
    const isolation = await isolatedBy(
      [
        'call.json',
        '--live',
        '--base-url',
        simulator.url.replace('127.0.0.1', 'localhost'),
        '--status-url',
        simulator.url,
        '--vary',
        'ip=4',
        '--budget',
        'seconds=1',
      ],
      { cwd },
    );
    expect(isolation.decisions[0]).toMatchObject({ id: 'P22', mark: 'decides' });
    expect(isolation.next).toContain('The status page reports an incident');
  });
});

async function withHttp2<T>(cert: string, key: string, use: (url: string) => Promise<T>): Promise<T> {
  const server = createSecureServer({ cert, key, allowHTTP1: true }, (request, response) => {
    request.resume();
    request.once('end', () => {
      const isRefused = request.httpVersionMajor < 2;
      response.writeHead(isRefused ? 400 : 200, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify(
          isRefused
            ? { type: 'error', error: { type: 'invalid_request_error', message: 'only HTTP/2 here' } }
            : { input_tokens: 3 },
        ),
      );
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  try {
    return await use(`https://localhost:${typeof address === 'object' ? address?.port : 0}`);
  } finally {
    server.close();
  }
}
