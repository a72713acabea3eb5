import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answer, body, itemsOf, json, nothingIn, onlyOf, url } from '../../../test/found-requests.ts';
import { requestsIn } from './requests.ts';

function entry(address: string, text: string): object {
  return {
    request: { url: address, headers: [{ name: 'anthropic-version', value: '2023-06-01' }], postData: { text: json } },
    response: { status: 200, content: { text } },
  };
}

describe('a HAR', () => {
  test('gives each call with its answer, which knows the request', () => {
    const log = {
      entries: [
        entry('https://example.com/', ''),
        entry(url, JSON.stringify(answer)),
        entry(url, 'event: ping\ndata: {}\n\n'),
      ],
    };
    expect(itemsOf(JSON.stringify({ log }))).toMatchObject([
      { kind: 'request', label: '#2', text: json, endpoint: '/v1/messages', platform: 'direct', headersKnown: true },
      { kind: 'response', label: '#2 answer', request: body },
      { kind: 'request', label: '#3' },
      { kind: 'stream', label: '#3 answer', request: body },
    ]);
  });

  test('decodes an answer in base64, and leaves out one that never came', () => {
    const sent = { url, postData: { text: json } };
    const entries = [
      { request: sent, response: { status: 200, content: { text: btoa(JSON.stringify(answer)), encoding: 'base64' } } },
      { request: sent, response: { status: 0, content: { text: 'x' } } },
      { request: { url } },
    ];
    expect(itemsOf(JSON.stringify({ log: { entries } })).map(({ label }) => label)).toEqual(['#1', '#1 answer', '#2']);
  });

  test('without such a call is named', () => {
    expect(requestsIn('{"log":{"entries":[]}}', 'calls.har')).toMatchObject({
      kind: 'none',
      because: 'calls.har is a HAR without a call to the Messages API.',
    });
  });
});

/** A text as programs on Windows are given it: a backslash before a quote, and those before it doubled. */
function windows(text: string): string {
  return text.replace(/(\\*)"/g, '$1$1\\"');
}

describe('a curl command', () => {
  const escaped = json.replace("What's", String.raw`What\'s`);
  const quoted = json.replaceAll('"', String.raw`\"`);

  test.each([
    ['a here document', `curl ${url} -d @- <<'EOF'\n${json}\nEOF\n`],
    ['a here document in a word', `curl ${url} -d "$(cat <<'EOF'\n${json}\nEOF\n)"`],
    ['C quotes', `curl '${url}' --data-raw $'${escaped}' --compressed`],
    ['double quotes', `curl ${url} -d "${quoted}"`],
    ['a quote between quotes', `curl ${url} -d '${json.replace("'", `'\\''`)}'`],
    ['flags in one word', `curl -sSd "${quoted}" -XPOST ${url}`],
    ['--url= and --json', `curl --url=${url} --json "${quoted}"`],
    ['cmd.exe, as typed', `curl ${url} ^\r\n  -H "a: b" ^\r\n  -d "${quoted}"`],
    [
      'cmd.exe, as browsers copy it',
      `curl ^"${url}^" ^\n  --data-raw ^"${json.replaceAll('"', '^\\^"').replaceAll('{', '^{').replaceAll('}', '^}')}^"`,
    ],
    ['PowerShell', `curl.exe ${url} \`\n  -H 'a: b' \`\n  -d '${json.replace("'", "''")}'`],
    ['PowerShell with escaped quotes', `curl.exe ${url} -d '${quoted.replace("'", "''")}'`],
    [
      'what LiteLLM logs',
      `POST Request Sent from LiteLLM:\ncurl -X POST \\\n${url} \\\n-H 'x-api-key: ****' \\\n-d '{'model': 'claude-sonnet-4-6', 'max_tokens': 16, 'messages': [{'role': 'user', 'content': "What's up?"}]}'\n`,
    ],
  ])('gives its body: %s', (_, command) => {
    const item = onlyOf(command);
    expect(JSON.parse(item.text)).toEqual(body);
    expect(item).toMatchObject({ endpoint: '/v1/messages', platform: 'direct', headersKnown: true });
  });

  test('gives its headers and the place of its body, over continued lines and behind a prompt', () => {
    const data = json.replace("What's", 'What is');
    const command = `$ curl ${url} \\\n  -H "x-api-key: $KEY" \\\n  --header 'Anthropic-Version: 2023-06-01' \\\n  --data '${data}'\n{"type":"error"}`;
    expect(onlyOf(command)).toMatchObject({
      text: data,
      offset: command.indexOf(data),
      headers: { 'x-api-key': 'removed', 'anthropic-version': '2023-06-01' },
    });
  });

  test.each(['-d @body.json', '--json @body.json', '-d "$(cat body.json)"', '-d"$(<body.json)"'])(
    'names the file that its data is in: %s',
    (data) => {
      expect(onlyOf(`curl ${url} ${data}`)).toMatchObject({ textFile: 'body.json', text: '' });
    },
  );

  test('gives any body back that a shell was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (content) => {
        const data = JSON.stringify({ ...body, messages: [{ role: 'user', content }] });
        const posix = `curl ${url} -d '${data.replaceAll("'", String.raw`'\''`)}'`;
        const double = `curl ${url} -d "${data.replace(/["\\$`]/g, String.raw`\$&`)}"`;
        const cmd = `curl ${url} ^\n -d "${windows(data)}"`;
        const powershell = `curl.exe ${url} -d '${windows(data).replaceAll("'", "''")}'`;
        expect([posix, double, cmd].map((command) => onlyOf(command).text)).toEqual([data, data, data]);
        if (!content.includes('\\') && !content.includes('"')) expect(onlyOf(powershell).text).toBe(data);
      }),
    );
  });

  test('to another service is none', () => {
    expect(requestsIn(`curl https://example.com/ -d '{"a":1}'`, 'input').kind).toBe('none');
  });

  test('is found as often as it stands there', () => {
    expect(itemsOf(`curl ${url} -d @a.json\ncurl ${url} -d @b.json`).map(({ textFile }) => textFile)).toEqual([
      'a.json',
      'b.json',
    ]);
  });
});

describe('a log or a dump', () => {
  const whole = { depth: null, maxArrayLength: null, maxStringLength: null } as const;
  const sent = {
    method: 'post',
    url,
    options: { method: 'post', path: '/v1/messages', body },
    headers: { 'anthropic-version': '2023-06-01' },
  };
  const failure = Object.assign(new Error('Bad Request'), {
    url,
    requestBodyValues: body,
    statusCode: 400,
    cause: undefined,
  });

  test.each([
    ['the TypeScript SDK', `[log_1a2b3c] sending request ${inspect(sent, whole)}\n[log_1a2b3c] post ${url} failed`],
    [
      'the Python SDK',
      `DEBUG:anthropic._base_client:Request options: {'method': 'post', 'url': '/v1/messages', 'timeout': Timeout(connect=5.0, read=600), 'files': None, 'json_data': {'model': 'claude-sonnet-4-6', 'max_tokens': 16, 'messages': [{'role': 'user', 'content': "What's up?"}]}}`,
    ],
    ['the AI SDK', inspect(failure, whole)],
    ['the AI SDK, as JSON', `Error: ${JSON.stringify({ name: 'AI_APICallError', url, requestBodyValues: body })}`],
    ['a browser, as fetch', `await fetch("${url}", { "body": ${JSON.stringify(json)}, "method": "POST" });`],
    [
      'source code',
      `const message = await client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 16, messages: [{ role: 'user', content: "What's up?" }] });`,
    ],
    [
      'Python',
      `client.messages.create(**{'model': 'claude-sonnet-4-6', 'max_tokens': 16, 'messages': [{'role': 'user', 'content': "What's up?"}]})`,
    ],
    [
      'a call in Python',
      `message = client.messages.create(\n    model="claude-sonnet-4-6",\n    max_tokens=16,  # enough\n    messages=[{"role": "user", "content": "What's up?"}],\n)`,
    ],
    ['a call with options', `client.messages.create(${inspect(body, whole)}, { timeout: 5 })`],
    [
      'an object that broke off behind the body',
      `{ requestBodyValues: ${inspect(body, whole)}, cause: Error: no\n    at x }`,
    ],
  ])('gives its request: %s', (_, text) => {
    expect(JSON.parse(onlyOf(text).text)).toEqual(body);
  });

  test('that leaves parts out is not judged, and says where and how to get a whole one', () => {
    const { because, hint } = nothingIn(`[log_1a2b3c] sending request ${inspect(sent)}`);
    expect(because).toMatch(/`options\.body\.messages` the dump shows `\[Array\]` \(line \d+\)/);
    expect(hint).toContain('inspect.defaultOptions.depth = null');
  });

  test('that prints settings alone holds no request', () => {
    expect(requestsIn("Using { model: 'claude-sonnet-4-6', max_tokens: 16, thinking: undefined }", 'input').kind).toBe(
      'none',
    );
  });

  test('with a whole and a cut request gives the whole one, with a note', () => {
    expect(onlyOf(`${inspect(sent)}\n${inspect(sent, whole)}`).note).toContain(
      'One more request was shown only in part',
    );
  });
});
