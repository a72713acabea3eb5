import { describe, expect, test } from 'vitest';
import { credentialChoice } from './detect/credential-choice.ts';
import { credentialForms } from './detect/credential.ts';
import { nearMisses } from './detect/variable-names.ts';

const filler = 'Aa1Bb2Cc3Dd4Ee5Ff6Gg7Hh8Jj9Kk0'.repeat(4);
const key = `${['sk', 'ant', 'api03'].join('-')}-${filler.slice(0, 93)}AA`;
const oauth = `${['sk', 'ant', 'oat01'].join('-')}-${filler.slice(0, 80)}`;
const admin = `${['sk', 'ant', 'admin01'].join('-')}-${filler.slice(0, 90)}`;
const openAi = `${['sk', 'proj'].join('-')}-${filler.slice(0, 60)}`;
const canary = filler.slice(20, 50);

describe('the form of credentials', () => {
  test.each([
    ['quotes', `"${key}"`, 'api-key-malformed', 'proven', 'quotes around it'],
    ['a line break at the end', `${key}\n`, 'api-key-malformed', 'likely', 'a line break at its end'],
    ['a blank before', ` ${key}`, 'api-key-malformed', 'likely', 'white space at one of its ends'],
    [
      'a line break inside',
      `${key.slice(0, 60)}\n${key.slice(60)}`,
      'api-key-malformed',
      'proven',
      'a line break inside',
    ],
    ['a bearer word', `Bearer ${key}`, 'api-key-malformed', 'proven', 'the word `Bearer`'],
    ['the variable itself', `ANTHROPIC_API_KEY=${key}`, 'api-key-malformed', 'proven', 'the name of a variable'],
    ['a zero-width character', `${key}\u200b`, 'api-key-malformed', 'proven', 'an invisible character'],
    ['a typographic dash', key.replace('sk-', 'sk\u2013'), 'api-key-malformed', 'proven', 'a typographic dash'],
    ['a letter outside ASCII', `${key}\u00e4`, 'api-key-malformed', 'proven', 'a character outside ASCII'],
    ['a written line break', `${key}\\n`, 'api-key-malformed', 'proven', 'the characters `\\n`'],
    ['a key that was cut off', key.slice(0, 90), 'api-key-invalid', 'likely', '90 characters'],
    ['two keys', key + key, 'api-key-invalid', 'proven', 'two keys one after the other'],
    ['a placeholder', 'your-api-key-here', 'api-key-invalid', 'proven', 'placeholder'],
    ['a variable that was not expanded', '$MY_KEY', 'api-key-invalid', 'proven', 'placeholder'],
    ['a token of a sign-in', oauth, 'api-key-wrong-kind', 'proven', 'an OAuth access token'],
    ['an admin key', admin, 'api-key-wrong-kind', 'proven', 'an Admin API key'],
    ['a key of another service', openAi, 'api-key-wrong-kind', 'proven', 'a key of OpenAI'],
    ['something else', filler, 'api-key-malformed', 'likely', 'does not begin like a key'],
  ] as const)('%s is told without the value', (_name, value, cause, certainty, words) => {
    const { findings = [] } = credentialForms({ ANTHROPIC_API_KEY: value }, 'direct');
    const found = findings.find((one) => one.saw.includes(words));
    expect(found).toMatchObject({ cause, certainty });
    expect(JSON.stringify(findings)).not.toContain(canary);
  });

  test('a good key and a good token are not remarked upon', () => {
    expect(credentialForms({ ANTHROPIC_API_KEY: key }, 'direct')).toEqual({ findings: [], notes: [] });
    expect(credentialForms({ ANTHROPIC_AUTH_TOKEN: oauth }, 'direct')).toEqual({ findings: [], notes: [] });
    const alike = key.replace('Aa1', 'xXx');
    expect(credentialForms({ ANTHROPIC_API_KEY: alike }, 'direct').findings).toEqual([]);
  });

  test('a gateway may hand out keys of any form, but none that no header can hold', () => {
    expect(credentialForms({ ANTHROPIC_API_KEY: openAi }, 'gateway').findings).toEqual([]);
    expect(credentialForms({ ANTHROPIC_API_KEY: `"${openAi}"` }, 'gateway').findings).toHaveLength(1);
  });

  test('an empty variable is worth a line', () => {
    const { findings, notes } = credentialForms({ ANTHROPIC_API_KEY: ' ' }, 'direct');
    expect(findings).toEqual([]);
    expect(notes?.[0]?.text).toContain('set and empty');
  });
});

describe('several credentials at once', () => {
  test('a key and a token are a conflict, with the one that wins in each program', () => {
    const { findings = [] } = credentialChoice({ ANTHROPIC_API_KEY: key, ANTHROPIC_AUTH_TOKEN: oauth });
    expect(findings[0]).toMatchObject({ cause: 'auth-conflict', isDecisive: false });
    expect(findings[0]?.saw).toMatch(/different values.*SDKs use the key; Claude Code uses the token/);
    expect(JSON.stringify(findings)).not.toContain(canary);
  });

  test('a credential among the custom headers is a conflict', () => {
    const { findings = [] } = credentialChoice({ ANTHROPIC_CUSTOM_HEADERS: `X-Team: a\nX-Api-Key: ${key}` });
    expect(findings[0]?.saw).toContain('`x-api-key`');
    expect(JSON.stringify(findings)).not.toContain(canary);
  });

  test('what is shadowed by a key gets a line', () => {
    const { findings, notes = [] } = credentialChoice({ ANTHROPIC_API_KEY: key, ANTHROPIC_PROFILE: 'work' });
    expect(findings).toEqual([]);
    expect(notes.map(({ text }) => text)).toEqual([
      '`ANTHROPIC_PROFILE` has no effect while `ANTHROPIC_API_KEY` is set.',
    ]);
  });

  test('two platform switches of Claude Code are told', () => {
    const { findings = [] } = credentialChoice({ CLAUDE_CODE_USE_BEDROCK: '1', CLAUDE_CODE_USE_VERTEX: 'true' });
    expect(findings[0]?.saw).toContain('more than one platform');
    expect(credentialChoice({ CLAUDE_CODE_USE_BEDROCK: '1', CLAUDE_CODE_USE_VERTEX: '0' }).findings).toEqual([]);
  });
});

describe('names that nothing reads', () => {
  test.each([
    ['ANTROPIC_API_KEY', 'ANTHROPIC_API_KEY', 'spelling'],
    ['ANTHROPIC_APIKEY', 'ANTHROPIC_API_KEY', 'spelling'],
    ['ANTHROPIC_KEY', 'ANTHROPIC_API_KEY', 'other-name'],
    ['CLAUDE_API_KEY', 'ANTHROPIC_API_KEY', 'other-name'],
    ['anthropic_api_key', 'ANTHROPIC_API_KEY', 'case'],
    ['ANTHROPIC-API-KEY', 'ANTHROPIC_API_KEY', 'case'],
    ['\ufeffANTHROPIC_API_KEY', 'ANTHROPIC_API_KEY', 'stray-characters'],
    ['ANTHROPIC_API_KEY ', 'ANTHROPIC_API_KEY', 'stray-characters'],
    ['ANTHROPIC_BASEURL', 'ANTHROPIC_BASE_URL', 'spelling'],
    ['ANTHROPIC_API_URL', 'ANTHROPIC_BASE_URL', 'other-name'],
    ['NODE_EXTRA_CA_CERT', 'NODE_EXTRA_CA_CERTS', 'spelling'],
    ['CLAUDE_CODE_USE_BEDROK', 'CLAUDE_CODE_USE_BEDROCK', 'spelling'],
    ['VITE_ANTHROPIC_API_KEY', 'ANTHROPIC_API_KEY', 'other-name'],
  ] as const)('%s was meant as %s', (name, meant, why) => {
    expect(nearMisses({ [name]: 'x' }, 'linux')).toEqual([{ name, meant, why, isMeantSet: false }]);
  });

  test.each([
    'PATH',
    'ANTHROPIC_API_KEY',
    'ANTHROPIC_API_KEY_2',
    'ANTHROPIC_API_KEY2',
    'ANTHROPIC_API_KEY_STAGING',
    'OPENAI_API_KEY',
    'FTP_PROXY',
    'SSL_CERT_FILE',
    'CLAUDECODE',
    'CLAUDE_CODE_ENTRYPOINT',
  ])('%s is left alone', (name) => {
    expect(nearMisses({ [name]: 'x' }, 'linux')).toEqual([]);
  });

  test('Windows does not tell upper from lower case', () => {
    expect(nearMisses({ Anthropic_Api_Key: 'x' }, 'win32')).toEqual([]);
  });
});
