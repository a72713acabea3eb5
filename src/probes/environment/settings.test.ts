import { describe, expect, test } from 'vitest';
import { awsFiles, awsSettings } from './detect/aws.ts';
import { baseUrls } from './detect/base-url.ts';
import { authorityFiles } from './detect/certificates.ts';
import { claudeCodeSettings } from './detect/claude-code.ts';
import { dotenvFiles, isDotenvName } from './detect/dotenv.ts';
import { foundrySettings, googleSettings } from './detect/google-and-azure.ts';
import { leftOverSettings } from './detect/left-over-settings.ts';
import { profiles } from './detect/profiles.ts';
import { proxySettings } from './detect/proxy.ts';
import { runtimeFaults } from './detect/runtimes.ts';

const secret = 'Zq7'.repeat(12);

describe('the base URL', () => {
  test.each([
    ['https://api.anthropic.com/v1', 'proven', 'calls go to `/v1/v1/messages`', 'unset ANTHROPIC_BASE_URL'],
    ['https://api.anthropic.com/v1/', 'proven', '`/v1/v1/messages`', 'unset ANTHROPIC_BASE_URL'],
    ['https://api.anthropic.com/v1/messages', 'proven', 'ends in `/v1/messages`', 'unset ANTHROPIC_BASE_URL'],
    [
      'https://gateway.example.com/v1',
      'likely',
      '`/v1/v1/messages`',
      "export ANTHROPIC_BASE_URL='https://gateway.example.com'",
    ],
    ['https://api.anthropic.com/api', 'proven', 'has the path `/api`', 'unset ANTHROPIC_BASE_URL'],
    ['https://claude.ai', 'proven', 'the Claude app', 'unset ANTHROPIC_BASE_URL'],
    ['https://api.openai.com/v1', 'proven', 'the API of OpenAI', 'unset ANTHROPIC_BASE_URL'],
    ['https://api.antropic.com', 'likely', 'close to `api.anthropic.com`', 'unset ANTHROPIC_BASE_URL'],
    ['http://api.anthropic.com', 'likely', 'begins with `http:`', 'unset ANTHROPIC_BASE_URL'],
    ['http://gateway.example.com', 'possible', 'begins with `http:`', undefined],
    ['api.anthropic.com', 'proven', 'has no `https://`', 'unset ANTHROPIC_BASE_URL'],
    ['"https://api.anthropic.com"', 'proven', 'quotes around it', 'unset ANTHROPIC_BASE_URL'],
    ['not a url at all', 'proven', 'a blank inside', undefined],
    ['https://gateway.example.com/x?key=1', 'proven', 'a query', undefined],
  ] as const)('%s is told and put right', (value, certainty, words, run) => {
    const { findings = [] } = baseUrls({ ANTHROPIC_BASE_URL: value });
    const found = findings.find(({ saw }) => saw.includes(words));
    expect(found).toMatchObject({ cause: 'endpoint-wrong', certainty });
    if (run !== undefined) expect(found?.remedies?.[0]?.run).toBe(run);
  });

  test.each(['https://api.anthropic.com', 'https://api.anthropic.com/', 'https://gateway.example.com/anthropic'])(
    '%s is good',
    (value) => {
      expect(baseUrls({ ANTHROPIC_BASE_URL: value })).toEqual({ findings: [], notes: [] });
    },
  );

  test('an address of this machine is worth a line', () => {
    const { findings, notes = [] } = baseUrls({ ANTHROPIC_BASE_URL: 'http://localhost:8080' });
    expect(findings).toEqual([]);
    expect(notes[0]?.text).toContain('points to this machine (port 8080)');
  });
});

const where = { host: 'api.anthropic.com', port: 443, isTls: true, nodeVersion: '24.1.0' };

/** What a reader on this Node is told to do about a proxy named in HTTPS_PROXY. */
function advice(scheme: string, nodeVersion: string): string {
  const { findings = [] } = proxySettings({ HTTPS_PROXY: `${scheme}://p.example.com:1` }, { ...where, nodeVersion });
  return findings.flatMap(({ remedies = [] }) => remedies.map(({ action, run }) => `${action} ${run ?? ''}`)).join('');
}

describe('proxy settings', () => {
  test.each([
    ['http://proxy.example.com:8080', '24.1.0', {}, ['proxy-ignored']],
    ['http://proxy.example.com:8080', '24.1.0', { NODE_USE_ENV_PROXY: '1' }, []],
    ['http://proxy.example.com:8080', '22.21.0', { NODE_OPTIONS: '--use-env-proxy' }, []],
    ['http://proxy.example.com:8080', '22.12.0', { NODE_USE_ENV_PROXY: '1' }, ['proxy-ignored']],
    [
      'http://proxy.example.com:8080',
      '24.1.0',
      { NODE_USE_ENV_PROXY: '1', NO_PROXY: '.anthropic.com' },
      ['proxy-ignored'],
    ],
    ['proxy.example.com:8080', '24.1.0', { NODE_USE_ENV_PROXY: '1' }, ['proxy-failure']],
    ['socks5://proxy.example.com:1080', '24.1.0', { NODE_USE_ENV_PROXY: '1' }, ['proxy-failure']],
    ['socks5://proxy.example.com:1080', '24.14.1', { NODE_USE_ENV_PROXY: '1' }, []],
    ['socks://proxy.example.com:1080', '26.0.0', { NODE_USE_ENV_PROXY: '1' }, []],
    ['socks5://proxy.example.com:1080', '25.8.1', { NODE_USE_ENV_PROXY: '1' }, ['proxy-failure']],
    ['socks5h://proxy.example.com:1080', '26.0.0', { NODE_USE_ENV_PROXY: '1' }, ['proxy-failure']],
    ['socks4://proxy.example.com:1080', '26.0.0', { NODE_USE_ENV_PROXY: '1' }, ['proxy-failure']],
    ['socks5://proxy.example.com:1080', '24.14.1', {}, ['proxy-ignored']],
    ['socks5://proxy.example.com', '24.14.1', { NO_PROXY: '*' }, ['proxy-ignored']],
    ['ftp://proxy.example.com', '24.1.0', { NODE_USE_ENV_PROXY: '1' }, ['proxy-failure']],
    ['"http://proxy.example.com"', '24.1.0', { NODE_USE_ENV_PROXY: '1' }, ['proxy-failure']],
    [`http://me:p@${secret}@proxy.example.com`, '24.1.0', { NODE_USE_ENV_PROXY: '1' }, ['proxy-credentials-missing']],
    [`http://me:#${secret}@proxy.example.com`, '24.1.0', { NODE_USE_ENV_PROXY: '1' }, ['proxy-credentials-missing']],
  ] as const)('HTTPS_PROXY=%s on Node %s with %o', (value, nodeVersion, more, causes) => {
    const { findings = [] } = proxySettings({ HTTPS_PROXY: value, ...more }, { ...where, nodeVersion });
    expect(findings.map(({ cause }) => cause)).toEqual(causes);
    expect(JSON.stringify(findings)).not.toContain(secret);
  });

  test.each(['http://proxy.example.com:8080', 'socks5://proxy.example.com:1080'])(
    'ALL_PROXY=%s has no effect on Node, told to read proxies or not',
    (value) => {
      const { findings = [] } = proxySettings({ ALL_PROXY: value, NODE_USE_ENV_PROXY: '1' }, where);
      expect(findings.map(({ cause }) => cause)).toEqual(['proxy-ignored']);
      expect(findings[0]?.saw).toMatch(/no Node reads `ALL_PROXY`|Node reads no `ALL_PROXY`/);
    },
  );

  test('no Node that would end at its start is told to read the variables', () => {
    expect(advice('socks5', '24.14.1')).toContain('export NODE_USE_ENV_PROXY=1');
    expect(advice('socks5h', '24.14.1')).toContain('as `socks5://` (not `socks5h://`');
    expect(advice('socks5', '22.21.0')).toContain('Do not set `NODE_USE_ENV_PROXY=1` before');
  });

  test.each([
    ['socks5', 'Python takes it with `httpx[socks]`'],
    ['socks', 'Python refuses `socks://`'],
  ])('what other clients make of %s is worth a line', (scheme, words) => {
    const { notes = [] } = proxySettings({ HTTPS_PROXY: `${scheme}://p.example.com:1` }, where);
    expect(notes[0]?.text).toContain(words);
    expect(notes[0]?.text).toContain('Claude Code speaks no SOCKS');
  });

  test('the entry of NO_PROXY that excepts the API is quoted', () => {
    const { findings = [] } = proxySettings({ https_proxy: 'http://p:1', no_proxy: 'localhost,*' }, where);
    expect(findings[0]?.saw).toContain('by the entry `*`');
  });

  test('two spellings with different values, and a proxy for `http:` alone, are worth a line', () => {
    const { notes = [] } = proxySettings({ http_proxy: 'http://a:1', HTTP_PROXY: 'http://b:1' }, where);
    expect(notes.map(({ text }) => text.slice(0, 30))).toEqual([
      '`http_proxy` and `HTTP_PROXY` ',
      '`HTTP_PROXY` is set and `HTTPS',
    ]);
  });
});

describe('files of certificates', () => {
  const pem = '-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n';
  test.each([
    ['/a/root.pem', undefined, false, 'is not there or cannot be read'],
    ['~/root.pem', undefined, false, '`~` or a variable was left as it is'],
    ['"/a/root.pem"', undefined, false, 'with quotes'],
    ['/a', undefined, true, 'which is a folder'],
    ['/a/root.cer', '0\u0082\u0001', false, 'no certificate in PEM form'],
    [`/a/key.pem`, `-----BEGIN ${'PRIVATE'} KEY-----\n${secret}`, false, 'a private key and no certificate'],
  ] as const)('%s is told', (path, text, isFolder, words) => {
    const file = { name: 'NODE_EXTRA_CA_CERTS', path, isFolder, ...(text === undefined ? {} : { text }) };
    const { findings = [] } = authorityFiles([file]);
    expect(findings[0]).toMatchObject({ cause: 'tls-untrusted' });
    expect(findings[0]?.saw).toContain(words);
    expect(JSON.stringify(findings)).not.toContain(secret);
  });

  test('a good file is not remarked upon, unless it replaces the public list', () => {
    const file = { path: '/a/root.pem', isFolder: false, text: pem };
    expect(authorityFiles([{ ...file, name: 'NODE_EXTRA_CA_CERTS' }])).toEqual({ findings: [], notes: [] });
    const { findings, notes = [] } = authorityFiles([{ ...file, name: 'SSL_CERT_FILE' }]);
    expect(findings).toEqual([]);
    expect(notes[0]?.text).toContain('replaces the whole list of authorities by one certificate');
  });
});

describe('`.env` files', () => {
  test('a file with the key that is not loaded explains a missing key', () => {
    const { findings = [] } = dotenvFiles([{ path: '.env', text: `# local\nANTHROPIC_API_KEY=${secret}\nPORT=1` }], {});
    expect(findings[0]).toMatchObject({ cause: 'api-key-missing', certainty: 'likely', isDecisive: false });
    expect(JSON.stringify(findings)).not.toContain(secret);
  });

  test('a file that says otherwise than the environment is a conflict', () => {
    const { findings = [] } = dotenvFiles([{ path: '.env', text: `export ANTHROPIC_API_KEY="${secret}"` }], {
      ANTHROPIC_API_KEY: 'other',
    });
    expect(findings[0]).toMatchObject({ cause: 'auth-conflict', certainty: 'possible' });
    expect(JSON.stringify(findings)).not.toContain(secret);
  });

  test('a file that agrees is not remarked upon', () => {
    const files = [{ path: '.env', text: `ANTHROPIC_API_KEY='${secret}' # key\r\n` }];
    expect(dotenvFiles(files, { ANTHROPIC_API_KEY: secret })).toEqual({ findings: [], notes: [] });
  });

  test.each([
    [`ANTHROPIC_API_KEY = ${secret}`, 'with blanks around `=`'],
    [`ANTHROPIC_API_KEY="${secret}`, 'a quote that is not closed'],
    [`ANTHROPIC_API_KEY=\u201c${secret}\u201d`, 'typographic quotes'],
    [`A\u0000N\u0000T\u0000`, 'UTF-16'],
  ])('a line that loaders read otherwise is told: %#', (text, words) => {
    const { findings = [] } = dotenvFiles([{ path: '.env', text }], { ANTHROPIC_API_KEY: secret });
    expect(findings.map(({ saw }) => saw).join(' ')).toContain(words);
    expect(JSON.stringify(findings)).not.toContain(secret);
  });

  test('templates are left out', () => {
    const names = [
      '.env',
      '.env.local',
      '.env.example',
      '.env.sample',
      'app.env',
      '.envrc',
      '.dev.vars',
      '.environment',
    ];
    expect(names.filter(isDotenvName)).toEqual(['.env', '.env.local', 'app.env', '.envrc', '.dev.vars']);
  });
});

describe('credential profiles', () => {
  const config = JSON.stringify({ authentication: { type: 'user_oauth' } });
  const folder = { path: '/home/ada/.config/anthropic', configs: { work: config }, withCredentials: ['work'] };

  test('a profile that is whole is named with its way of signing in', () => {
    const { findings, notes = [], used } = profiles({ ...folder, active: 'work\n' }, {});
    expect(findings).toEqual([]);
    expect(used).toBe('work');
    expect(notes[0]?.text).toContain('`work` (user_oauth, with credentials, in use)');
  });

  test.each([
    [{ ANTHROPIC_PROFILE: 'home' }, folder, 'names the profile `home`'],
    [{}, { ...folder, active: 'gone' }, '`active_config`'],
    [{ ANTHROPIC_PROFILE: 'work' }, { ...folder, withCredentials: [] }, '`credentials/work.json` is not there'],
    [{ ANTHROPIC_PROFILE: 'work' }, { ...folder, configs: { work: '{' } }, 'is not a JSON object'],
    [{ ANTHROPIC_PROFILE: 'work' }, { ...folder, configs: { work: '{}' } }, 'does not say how to sign in'],
  ])('a profile that cannot be used is told: %#', (variables, broken, words) => {
    const { findings = [] } = profiles(broken, variables);
    expect(findings[0]).toMatchObject({ cause: 'credential-profile-broken', certainty: 'proven', isDecisive: true });
    expect(findings[0]?.saw).toContain(words);
    const beside = profiles(broken, { ...variables, ANTHROPIC_API_KEY: 'x' }).findings;
    expect(beside?.[0]).toMatchObject({ certainty: 'possible', isDecisive: false });
  });
});

describe('settings of Claude Code', () => {
  test('what they set is told by name, and a conflict with the environment is one', () => {
    const text = JSON.stringify({ env: { ANTHROPIC_AUTH_TOKEN: secret, FOO: secret }, apiKeyHelper: 'helper.sh' });
    const { findings = [], notes = [] } = claudeCodeSettings([{ path: '~/.claude/settings.json', text }], {
      ANTHROPIC_AUTH_TOKEN: 'other',
    });
    expect(findings[0]).toMatchObject({ cause: 'auth-conflict', certainty: 'possible' });
    expect(notes.map((note) => note.text)).toEqual([
      '`~/.claude/settings.json` sets `ANTHROPIC_AUTH_TOKEN` for Claude Code.',
      '`~/.claude/settings.json` names an `apiKeyHelper`, which is not asked while `ANTHROPIC_AUTH_TOKEN` is set.',
    ]);
    expect(JSON.stringify({ findings, notes })).not.toContain(secret);
  });

  test('a file that is no JSON is told', () => {
    expect(claudeCodeSettings([{ path: 'a', text: '{,}' }], {}).notes?.[0]?.text).toContain('is not JSON');
  });
});

describe('clouds', () => {
  const id = `${'AK'}IA${'ABCDEFGH234567XY'}`;
  const temporary = `${'AS'}IA${'ABCDEFGH234567XY'}`;
  test.each([
    [{}, 'platform-location-missing', 'No region is set'],
    [{ AWS_REGION: 'Virginia' }, 'platform-location-missing', 'not of the form of a region'],
    [{ AWS_REGION: 'us-east-1' }, 'platform-credentials', 'There are no AWS credentials'],
    [{ AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: id }, 'platform-credentials', '`AWS_SECRET_ACCESS_KEY` is not'],
    [
      { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: temporary, AWS_SECRET_ACCESS_KEY: secret },
      'platform-credentials',
      '`AWS_SESSION_TOKEN` is not set',
    ],
    [
      { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: secret },
      'platform-credentials',
      'a left-over',
    ],
    [{ AWS_REGION: 'us-east-1', AWS_PROFILE: 'gone' }, 'platform-credentials', 'the profile `gone`'],
  ] as const)('AWS %#: %o', (variables, cause, words) => {
    const { findings = [] } = awsSettings(variables, awsFiles(undefined), 'bedrock');
    expect(findings.find(({ saw }) => saw.includes(words))).toMatchObject({ cause });
    expect(JSON.stringify(findings)).not.toContain(secret);
  });

  test('region and keys of a profile count, and its secrets are not kept', () => {
    const config = '[profile work]\nregion = eu-west-1\nsso_session = corp\n';
    const files = awsFiles(config, `[work]\naws_secret_access_key = ${secret}\n`);
    expect(awsSettings({ AWS_PROFILE: 'work' }, files, 'bedrock')).toEqual({ findings: [], notes: [] });
    expect(JSON.stringify(files)).not.toContain(secret);
  });

  test('Claude Platform on AWS wants a workspace', () => {
    const { findings = [] } = awsSettings({ AWS_REGION: 'us-east-1', ANTHROPIC_AWS_API_KEY: 'x' }, awsFiles(), 'aws');
    expect(findings.map(({ cause }) => cause)).toEqual(['workspace-id-missing']);
  });

  const account = JSON.stringify({ type: 'service_account', project_id: 'p', private_key: secret });
  test.each([
    [{ CLOUD_ML_REGION: 'global' }, { path: '/k.json', text: account }, undefined],
    [{ CLOUD_ML_REGION: 'us-east5', ANTHROPIC_VERTEX_PROJECT_ID: 'p' }, undefined, 'no credential file for Google'],
    [{}, { path: '/k.json', text: account }, '`CLOUD_ML_REGION` is not set'],
    [{ CLOUD_ML_REGION: 'Belgium' }, { path: '/k.json', text: account }, 'not of the form of a region'],
    [{ CLOUD_ML_REGION: 'global' }, { path: '/k.json', name: 'GOOGLE_APPLICATION_CREDENTIALS' }, 'is not there'],
    [{ CLOUD_ML_REGION: 'global' }, { path: '/k.json', text: `x${secret}` }, 'is not JSON'],
    [{ CLOUD_ML_REGION: 'global' }, { path: '/k.json', text: '{"project_id":"p"}' }, 'has no `type`'],
  ])('Google %#: %o', (variables, file, words) => {
    const { findings = [] } = googleSettings(variables, file);
    expect(findings.map(({ saw }) => saw).join(' ')).toContain(words ?? '');
    expect(findings.length > 0).toBe(words !== undefined);
    expect(JSON.stringify(findings)).not.toContain(secret);
  });

  test.each([
    [{ ANTHROPIC_FOUNDRY_API_KEY: secret }, 'Neither'],
    [{ ANTHROPIC_FOUNDRY_RESOURCE: 'a', ANTHROPIC_FOUNDRY_BASE_URL: 'https://a.services.ai.azure.com' }, 'both set'],
    [{ ANTHROPIC_FOUNDRY_RESOURCE: 'https://a.services.ai.azure.com' }, 'holds an address'],
    [{ ANTHROPIC_FOUNDRY_RESOURCE: 'a', ANTHROPIC_FOUNDRY_API_KEY: `"${secret}"` }, 'quotes around it'],
    [{ ANTHROPIC_FOUNDRY_RESOURCE: 'a', ANTHROPIC_FOUNDRY_API_KEY: `${'sk-'}ant-x` }, 'a key of the Claude API'],
  ] as const)('Foundry %#', (variables, words) => {
    const { findings = [] } = foundrySettings(variables);
    expect(findings.map(({ saw }) => saw).join(' ')).toContain(words);
    expect(JSON.stringify(findings)).not.toContain(secret);
  });
});

test('settings of a diagnosis that were left behind are listed with what undoes them', () => {
  const found = leftOverSettings(
    {
      NODE_TLS_REJECT_UNAUTHORIZED: '0',
      PYTHONHTTPSVERIFY: '0',
      ANTHROPIC_LOG: 'debug',
      NODE_OPTIONS: '--max-old-space-size=4096 --tls-keylog=/tmp/k',
      NODE_DEBUG: 'http',
      CLAUDE_CODE_SKIP_BEDROCK_AUTH: '1',
      DEBUG: 'my-app',
    },
    [
      { path: '~/.curlrc', kind: 'curl', text: '# x\n-k\n' },
      { path: '~/.npmrc', kind: 'npm', text: `//r/:_authToken=${secret}\nstrict-ssl=false\n` },
    ],
  );
  expect(found.map(({ where, setting }) => `${where}=${setting}`)).toEqual([
    'NODE_TLS_REJECT_UNAUTHORIZED=0',
    'PYTHONHTTPSVERIFY=0',
    'ANTHROPIC_LOG=debug',
    'NODE_DEBUG=http',
    'NODE_OPTIONS=--tls-keylog',
    '~/.curlrc=-k',
    '~/.npmrc=strict-ssl=false',
    'CLAUDE_CODE_SKIP_BEDROCK_AUTH=on',
  ]);
  expect(JSON.stringify(found)).not.toContain(secret);
  expect(leftOverSettings({ ANTHROPIC_LOG: 'warn', NODE_OPTIONS: '--enable-source-maps' }, [])).toEqual([]);
});

test.each([
  [{ node: '16.20.0' }, 'fetch-missing', 'has no `fetch`'],
  [{ node: '22.1.0', wantedNode: '>=18' }, undefined, undefined],
  [{ node: '18.1.0', wantedNode: '>=22.13' }, undefined, 'asks for Node >=22.13'],
  [{ node: '22.1.0', wantedNode: 'v20' }, undefined, 'asks for Node v20'],
  [{ python: '3.9.6' }, undefined, 'cannot run anthropic 1.0'],
  [{ node: '20.1.0', nodeOptions: '--use-system-ca' }, undefined, 'refuses to start'],
  [{ node: '22.15.0', nodeOptions: '--use-system-ca' }, undefined, undefined],
  [{ python: '3.12.1', wantedPython: '3.12' }, undefined, undefined],
])('runtimes %o', (found, cause, words) => {
  const { findings = [], notes = [] } = runtimeFaults(found);
  expect(findings[0]?.cause).toBe(cause);
  expect([...findings.map(({ saw }) => saw), ...notes.map(({ text }) => text)].join(' ')).toContain(words ?? '');
  expect(findings.length + notes.length > 0).toBe(words !== undefined);
});
