import { afterEach, describe, expect, test } from 'vitest';
import { makeAuthority } from '../../src/simulator/wire/doors.ts';
import { targetOf } from '../../src/app/doctor/target.ts';
import { systemResolver } from '../../src/probes/network/system-resolver.ts';
import { bareMachine, decisive, examined, markOf, saidBy, testWorld } from './examined.ts';
import {
  apiAnswer,
  apiError,
  blackHole,
  cutter,
  deadPort,
  serve,
  serveBoth,
  serveNames,
  serveProxy,
  serveSocks,
  wellBehaved,
  type Listening,
  type Zone,
} from './loopback.ts';

const open: Listening[] = [];
const keep = async <T extends Listening>(started: Promise<T>): Promise<T> => {
  const server = await started;
  open.push(server);
  return server;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map(async ({ close }) => close()));
});

const dayMs = 86_400_000;
const days = (count: number): Date => new Date(Date.now() + count * dayMs);

describe('a certificate', () => {
  test('that is trusted, in date and the host’s own rules TLS out', async () => {
    const api = await keep(serve(wellBehaved, {}));
    const examination = await examined(api.url);
    expect(examination.findings).toEqual([]);
    expect(examination.ruledOut.map(({ cause }) => cause)).toContain('tls-untrusted');
  });

  test.each([
    ['is past its last day', { from: days(-3), until: days(-1) }, 'tls-failure', 'ended on'],
    ['begins later', { from: days(1), until: days(3) }, 'clock-skew', 'begins on'],
    [
      'is for another host',
      { hosts: ['portal.example.net'], addresses: [] },
      'tls-hostname-mismatch',
      'portal.example.net',
    ],
    ['signs itself', 'self-signed', 'tls-untrusted', 'not trusted'],
    [
      'was made by an unknown authority',
      { issuer: makeAuthority('Corporate Root 7', Date.now()) },
      'tls-untrusted',
      'Corporate Root 7',
    ],
    [
      'was made by a product that inspects',
      { issuer: makeAuthority('Zscaler Root CA', Date.now()) },
      'tls-interception',
      'Zscaler',
    ],
  ] as const)('that %s is told with its values', async (_, certificate, cause, value) => {
    const api = await keep(serve(wellBehaved, certificate));
    const examination = await examined(api.url);
    expect(decisive(examination)).toEqual([cause]);
    expect(examination.findings[0]?.saw).toContain(value);
    expect(examination.side).toBe('network');
    expect(api.asked).toEqual([]);
  });
});

describe('the way to the host', () => {
  test('a port on which nothing listens is a refused connection', async () => {
    const examination = await examined(`http://localhost:${await deadPort()}`);
    expect(decisive(examination)).toEqual(['connection-refused']);
    expect(markOf(examination, 'http-exchange')).toBe('not-run');
  });

  test('what answers without TLS at an https address is told as such', async () => {
    const api = await keep(serve(wellBehaved));
    const examination = await examined(api.url.replace('http:', 'https:'));
    expect(decisive(examination)).toEqual(['tls-failure']);
    expect(examination.findings[0]?.saw).toContain('does not speak TLS');
  });

  test('a host that takes a connection and says nothing ends at the limit', async () => {
    const hole = await keep(blackHole());
    const examination = await examined(hole.url, { limitMs: 80 });
    expect(decisive(examination)).toEqual(['tls-failure']);
    expect(examination.findings[0]?.saw).toContain('nobody answered');
  });

  test('a plain host that says nothing is a response that does not come', async () => {
    const hole = await keep(blackHole());
    const examination = await examined(hole.url.replace('https:', 'http:'), { limitMs: 80 });
    expect(decisive(examination)).toEqual(['response-timeout']);
  });

  test('a handshake that is cut says what cuts it', async () => {
    const filter = await keep(cutter());
    const examination = await examined(filter.url);
    expect(decisive(examination)).toEqual(['tls-failure']);
    expect(examination.findings[0]?.saw).toContain('cut in the handshake');
  });

  test('a page for people in the place of the API is a firewall’s', async () => {
    const page = '<!doctype html><title>Web Page Blocked</title>FortiGuard says no';
    const wall = await keep(
      serve((_, response) => void response.writeHead(403, { 'content-type': 'text/html' }).end(page)),
    );
    const examination = await examined(wall.url, { wishes: { platform: 'direct' } });
    expect(decisive(examination)).toEqual(['firewall-blocked']);
  });
});

describe('an answer that begins', () => {
  test('and is cut is told from one that never came', async () => {
    const api = await keep(
      serve((_, response) => {
        response.writeHead(401, { 'content-length': 1000 });
        response.write('{', () => response.socket?.resetAndDestroy());
      }),
    );
    const examination = await examined(api.url);
    expect(decisive(examination)).toEqual(['stream-interrupted']);
    expect(examination.findings[0]?.saw).toContain('began (401), and broke off before its end');
  });

  test('and falls silent names that it may only be slow, and the test for it', async () => {
    const api = await keep(serve((_, response) => void response.writeHead(401).write('{')));
    const examination = await examined(api.url, { limitMs: 150 });
    expect(examination.findings.map(({ cause }) => cause)).toEqual(['stream-stalled', 'response-timeout']);
    expect(decisive(examination)).toEqual(['stream-stalled']);
  });

  test('and comes drop by drop is called slow', async () => {
    const api = await keep(
      serve((_, response) => {
        response.writeHead(401);
        const drops = setInterval(() => response.write(' '), 5);
        response.once('close', () => clearInterval(drops));
      }),
    );
    const examination = await examined(api.url, { limitMs: 200 });
    expect(decisive(examination)).toEqual(['response-timeout']);
    expect(examination.findings[0]?.saw).toContain('piece by piece');
  });

  test('under another content type than JSON is worth knowing, and no reason to stop', async () => {
    const api = await keep(
      serve((_, response) =>
        apiAnswer(response, 401, apiError('authentication_error', 'no'), { 'content-type': 'text/plain' }),
      ),
    );
    const examination = await examined(api.url, { env: {} });
    const found = examination.findings.find(({ cause }) => cause === 'response-unparsable');
    expect(found).toMatchObject({ isDecisive: false });
    expect(found?.saw).toContain('as `text/plain`');
  });
});

describe('a certificate that has ended by the clock of this machine', () => {
  const expired = { from: days(-3), until: days(-1) };
  const offExceptConnectivity = { status: '--no-status', resolver: '--no-resolver', registry: '--no-registry' };

  /** Examines it with another host in reach, whose clock says that moment. */
  const examinedBeside = async (clock: Date) => {
    const api = await keep(serve(wellBehaved, expired));
    const other = await keep(serve((_, response) => void response.writeHead(204, { date: clock.toUTCString() }).end()));
    return examined(api.url, { wishes: { connectivityUrl: other.url, off: offExceptConnectivity } });
  };

  test('may be good and the clock wrong: both are named, with the test', async () => {
    const api = await keep(serve(wellBehaved, expired));
    const examination = await examined(api.url);
    expect(examination.findings.map(({ cause }) => cause)).toEqual(['tls-failure', 'clock-skew']);
    expect(examination.findings[1]?.settledBy?.[0]?.test).toContain('Compare `date -u` with a clock elsewhere');
  });

  test.each([
    ['agrees', days(0), 'so it is right, and the certificate is really out of date'],
    ['is two days behind', days(-2), "says that this machine's is 48 h ahead"],
  ])('is judged by the clock of another host where one answers: it %s', async (_, clock, words) => {
    expect((await examinedBeside(clock)).conclusions.join(' ')).toContain(words);
  });
});

describe('a host that offers HTTP/2', () => {
  test('is asked over both versions, and both are timed', async () => {
    const api = await keep(serveBoth({ '1.1': 'answered', '2.0': 'answered' }));
    const examination = await examined(api.url, { env: {} });
    expect(new Set(api.asked)).toEqual(new Set(['GET /v1/models HTTP/1.1', 'GET /v1/models HTTP/2.0']));
    expect(saidBy(examination, 'http-exchange')).toMatch(
      /^The API answered 401, first byte .* Over HTTP\/2: 401, first byte after \d+ ms\.$/,
    );
  });

  test('and does not offer it is asked once', async () => {
    const api = await keep(serve(wellBehaved, {}));
    await examined(api.url, { env: {} });
    expect(api.asked).toEqual(['GET /v1/models']);
  });

  test.each(['cut', 'silent', 'blocked'] as const)('and fails over it alone (%s) is named for it', async (how) => {
    const api = await keep(serveBoth({ '1.1': 'answered', '2.0': how }));
    const examination = await examined(api.url, { env: {}, limitMs: 400, all: true });
    const found = examination.findings.find(({ cause }) => cause === 'http2-failure');
    expect(found).toMatchObject({ isDecisive: false, locus: 'network' });
    expect(found?.saw).toMatch(/fails over it alone: .* Over HTTP\/1\.1: The API answered 401/);
  });

  test.each([
    ['cut', 'connection-reset'],
    ['silent', 'response-timeout'],
    ['blocked', 'firewall-blocked'],
  ] as const)('and fails over HTTP/1.1 alone (%s) is named for that', async (how, cause) => {
    const api = await keep(serveBoth({ '1.1': how, '2.0': 'answered' }));
    const examination = await examined(api.url, { limitMs: 400, wishes: { platform: 'direct' } });
    expect(decisive(examination)).toEqual([cause]);
    expect(examination.findings[0]?.saw).toContain('HTTP/1.1 fails alone');
  });

  test('and fails over both is not blamed on one', async () => {
    const api = await keep(serveBoth({ '1.1': 'cut', '2.0': 'cut' }));
    const examination = await examined(api.url);
    expect(decisive(examination)).toEqual(['connection-reset']);
    expect(examination.findings[0]?.saw).toContain('Over HTTP/2 it fails too');
  });

  test('is asked over HTTP/1.1 alone where the budget holds one request', async () => {
    const api = await keep(serveBoth({ '1.1': 'answered', '2.0': 'answered' }));
    const examination = await examined(api.url, { env: {}, budget: 'requests=1' });
    expect(api.asked).toEqual(['GET /v1/models HTTP/1.1']);
    expect(examination.spent.requests).toBe(1);
  });

  test('is asked over it through a proxy too', async () => {
    const api = await keep(serveBoth({ '1.1': 'answered', '2.0': 'answered' }));
    const proxy = await keep(serveProxy());
    const examination = await examined(api.url, { env: {}, wishes: { proxy: proxy.url } });
    expect(saidBy(examination, 'http-exchange')).toContain('Over HTTP/2: 401');
  });
});

const withNames = async (zone: Zone, other?: Zone) => {
  const names = await keep(serveNames(zone));
  const second = other === undefined ? undefined : await keep(serveNames(other));
  return examined('https://api.anthropic.com', {
    names: names.url,
    limitMs: 150,
    ...(second === undefined
      ? {}
      : { wishes: { resolver: second.url, off: { status: '--no-status', connectivity: '--no-connectivity' } } }),
  });
};

describe('the name of the host', () => {
  test('that no resolver knows is a failure of names', async () => {
    const examination = await withNames({});
    expect(decisive(examination)).toEqual(['dns-failure']);
    expect(examination.findings[0]?.saw).toContain('no such name');
  });

  test('for which the resolver does not answer is told apart from a name that is not there', async () => {
    const examination = await withNames({ 'api.anthropic.com': 'silent' });
    expect(decisive(examination)).toEqual(['dns-failure']);
    expect(examination.findings[0]?.saw).toContain('did not answer');
  });

  test('that another resolver knows puts the fault on the one of the system', async () => {
    const examination = await withNames({}, { 'api.anthropic.com': ['160.79.104.10'] });
    expect(examination.conclusions.join(' ')).toContain('the resolver of this machine is at fault');
  });

  test('that leads to an address the API does not publish is noted', async () => {
    const names = await keep(serveNames({ 'api.anthropic.com': ['10.9.8.7'] }));
    // One probe alone: the address itself must not be tried.
    const outcome = await systemResolver.run({
      machine: bareMachine({}),
      target: targetOf({}, {}, 0),
      learned: {},
      network: testWorld({ names: names.url }).networkWithin(500),
    });
    expect(outcome.notes?.[0]?.text).toContain('`10.9.8.7`, outside the addresses that the API publishes');
  });

  test('that leads back to this machine is a filter', async () => {
    const examination = await withNames({ 'api.anthropic.com': ['0.0.0.0'] });
    expect(decisive(examination)).toEqual(['firewall-blocked']);
    expect(examination.findings[0]?.saw).toContain('`0.0.0.0`');
  });
});

describe('a proxy', () => {
  test('that makes the tunnel is not at fault, and the API is reached through it alone', async () => {
    const api = await keep(serve(wellBehaved, {}));
    const proxy = await keep(serveProxy());
    const examination = await examined(api.url, { wishes: { proxy: proxy.url } });
    expect(examination.findings).toEqual([]);
    expect(markOf(examination, 'proxy-tunnel')).toBe('fine');
    expect(new Set(proxy.asked)).toEqual(new Set([`CONNECT localhost:${api.port}`]));
  });

  test('that wants credentials and gets none is told, with the way past it', async () => {
    const api = await keep(serve(wellBehaved, {}));
    const proxy = await keep(serveProxy('me:secret'));
    const examination = await examined(api.url, { wishes: { proxy: proxy.url } });
    expect(decisive(examination)).toEqual(['proxy-credentials-missing']);
    expect(examination.findings[0]?.saw).toContain('Without the proxy, `localhost` takes a connection');
    expect(api.asked).toEqual([]);
  });

  test('takes the credentials that stand in its address, which are never shown', async () => {
    const api = await keep(serve(wellBehaved, {}));
    const proxy = await keep(serveProxy('me:opensesame'));
    const examination = await examined(api.url, { wishes: { proxy: proxy.url.replace('//', '//me:opensesame@') } });
    expect(examination.findings).toEqual([]);
    expect(JSON.stringify(examination)).not.toContain('opensesame');
  });

  test('that refuses its own credentials is told as such', async () => {
    const api = await keep(serve(wellBehaved, {}));
    const proxy = await keep(serveProxy('me:secret'));
    const examination = await examined(api.url, { wishes: { proxy: proxy.url.replace('//', '//me:wrong@') } });
    expect(examination.findings[0]?.saw).toContain('does not accept the credentials');
  });

  test('that does not run is a failure of the proxy and not of the API', async () => {
    const api = await keep(serve(wellBehaved, {}));
    const examination = await examined(api.url, { wishes: { proxy: `http://localhost:${await deadPort()}` } });
    expect(decisive(examination)).toEqual(['proxy-failure']);
    expect(api.asked).toEqual([]);
  });
});

describe('a SOCKS5 proxy', () => {
  test.each(['socks5', 'socks5h', 'socks'])(
    'named as %s makes the tunnel, and resolves the name itself',
    async (scheme) => {
      const api = await keep(serve(wellBehaved, {}));
      const proxy = await keep(serveSocks());
      const examination = await examined(api.url, { wishes: { proxy: proxy.url.replace('socks5', scheme) } });
      expect(examination.findings).toEqual([]);
      expect(saidBy(examination, 'proxy-tunnel')).toContain('opened a tunnel by SOCKS5');
      expect(new Set(proxy.asked)).toEqual(new Set([`localhost:${api.port}`]));
    },
  );

  test('that speaks byte by byte makes it too', async () => {
    const api = await keep(serve(wellBehaved, {}));
    const proxy = await keep(serveSocks({ user: { name: 'me', password: 'open' }, drips: true }));
    const examination = await examined(api.url, { wishes: { proxy: proxy.url.replace('//', '//me:open@') } });
    expect(examination.findings).toEqual([]);
  });

  test('carries calls without TLS', async () => {
    const api = await keep(serve(wellBehaved));
    const proxy = await keep(serveSocks());
    const examination = await examined(api.url, { wishes: { proxy: proxy.url } });
    expect(examination.findings).toEqual([]);
    expect(markOf(examination, 'proxy-tunnel')).toBe('fine');
    expect(new Set(proxy.asked)).toEqual(new Set([`localhost:${api.port}`]));
  });

  test('takes the credentials that stand in its address, which are never shown', async () => {
    const api = await keep(serve(wellBehaved, {}));
    const proxy = await keep(serveSocks({ user: { name: 'me', password: 'open@sesame' } }));
    const address = proxy.url.replace('//', '//me:open%40sesame@');
    const examination = await examined(api.url, { wishes: { proxy: address } });
    expect(examination.findings).toEqual([]);
    expect(JSON.stringify(examination)).not.toContain('sesame');
  });

  const known = { user: { name: 'me', password: 'open' } };
  test.each([
    ['wants credentials and gets none', known, '', 'proxy-credentials-missing', 'in the greeting: it takes no callers'],
    ['refuses its credentials', known, 'me:wrong@', 'proxy-credentials-missing', 'it does not accept the user and'],
    ['does not allow the host', { reply: 2 }, '', 'proxy-failure', 'a way to the host: its rules do not allow this'],
    ['does not know the host', { reply: 4 }, '', 'proxy-failure', 'or does not know its name'],
    ['gives a code of its own', { reply: 99 }, '', 'proxy-failure', 'it answered with the code 99'],
    ['is silent at once', { silentIn: 'greeting' }, '', 'proxy-failure', 'in the greeting: it gave no answer within'],
    [
      'is silent at the sign-in',
      { ...known, silentIn: 'sign-in' },
      'me:open@',
      'proxy-failure',
      'password were sent: it gave',
    ],
    ['is silent at the end', { silentIn: 'connect' }, '', 'proxy-failure', 'a way to the host: it gave no answer'],
  ] as const)('that %s is named by the step that failed', async (_, manners, user, cause, words) => {
    const api = await keep(serve(wellBehaved, {}));
    const proxy = await keep(serveSocks(manners));
    const address = proxy.url.replace('//', `//${user}`);
    const examination = await examined(api.url, { wishes: { proxy: address }, limitMs: 300 });
    expect(decisive(examination)).toEqual([cause]);
    expect(examination.findings[0]?.saw).toContain(words);
    expect(examination.findings[0]?.saw).toContain('Without the proxy, `localhost` takes a connection');
    expect(api.asked).toEqual([]);
  });

  test('that is an HTTP proxy is told as such, and the other way round', async () => {
    const api = await keep(serve(wellBehaved, {}));
    const http = await keep(serveProxy());
    const swapped = await examined(api.url, { wishes: { proxy: http.url.replace('http:', 'socks5:') } });
    expect(swapped.findings[0]?.saw).toContain('it is an HTTP proxy');
    const socks = await keep(serveSocks());
    const other = await examined(api.url, { wishes: { proxy: socks.url.replace('socks5:', 'http:') }, limitMs: 300 });
    expect(other.findings[0]?.saw).toContain('begins with `socks5://`');
  });
});
