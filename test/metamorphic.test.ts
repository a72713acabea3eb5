import { describe, expect, test } from 'vitest';
import { judgeText } from '../src/app/verdict.ts';
import type { Verdict } from '../src/core/verdict.ts';
import { loadCauseFiles } from '../scripts/cause-files.ts';

const files = await loadCauseFiles();
const parents = new Map(files.map(({ id, cause }) => [id, cause.refines]));

/** Reports that are one bare error body of the API, so that they can be put into any wrapper. */
const bodies = files.flatMap(({ id, examples }) =>
  examples.matches
    .filter(({ text }) =>
      /^\{"type":"error","error":\{"type":"\w+","message":"[^\\]*"\}(?:,"request_id":"\w+")?\}$/.test(text),
    )
    .slice(0, 1)
    .map(({ text }) => ({ id, text })),
);

const wrappers: Readonly<Record<string, (body: string) => string>> = {
  'a Python repr': (body) => `anthropic.APIStatusError: Error code - ${repr(JSON.parse(body))}`,
  'a Python bytes literal': (body) => `litellm.APIError: AnthropicException - b'${body}'. Received Model Group=main`,
  'JSON in JSON': (body) => JSON.stringify({ error: { message: body, code: 'upstream' } }),
  'JSON in JSON in JSON': (body) => JSON.stringify({ detail: JSON.stringify({ raw: body }) }),
  'an OpenRouter envelope': (body) =>
    JSON.stringify({
      error: { message: 'Provider returned error', metadata: { raw: body, provider_name: 'Anthropic' } },
    }),
  'a Vertex envelope': (body) => JSON.stringify({ error: { code: 0, message: body } }),
  'an AI SDK dump': (body) =>
    `AI_APICallError: request failed\n  url: 'https://api.anthropic.com/v1/messages',\n  responseBody: '${body}',\n  isRetryable: false`,
  'pretty-printed JSON': (body) => JSON.stringify(JSON.parse(body), undefined, 2),
  'a terminal that wraps hard': (body) => wrapped(`API Error: ${body}`, 58, '     '),
  'a terminal that wraps hard and draws': (body) => wrapped(`API Error: ${body}`, 71, '  │ '),
  'a colored log line': (body) =>
    `\u001b[31m2026-11-02T10:11:12Z\u001b[0m \u001b[1mERROR\u001b[22m call failed: ${body}`,
  'a diff of a log': (body) => `- previous run: ok\n+ this run: ${body}`,
  'typographic quotes': (body) => body.replaceAll('"', '”'),
  'Windows line ends': (body) => JSON.stringify(JSON.parse(body), undefined, 2).replaceAll('\n', '\r\n'),
  'HTML escapes': (body) =>
    `<pre>${body.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')}</pre>`,
};

const fence = '\u0060\u0060\u0060';

/** What people paste along with an error. */
const surroundings: Readonly<Record<string, (error: string) => string>> = {
  'the settings of a program': (error) =>
    `Settings:\n${fence}yaml\nprovider: anthropic\nmodel: claude-opus-4-5\nmcp_servers:\n  - name: notes\n    url: https://mcp.example.com/sse\noutput_format: json\nthinking:\n  type: enabled\n  budget_tokens: 2048\nmax_tokens: 4096\ntemperature: 0.7\ntimeout: 600\n${fence}\n\n${error}`,
  'the services of a container': (error) =>
    `${fence}yaml\nservices:\n  shop:\n    image: ghcr.io/acme/shop:latest\n    environment:\n      - DATABASE_URL=postgres://shop:shop@db:5432/shop\n      - CACHE=redis://cache:6379\n${fence}\n\nError: ${error}`,
  'a program in Python': (error) =>
    `${fence}python\nimport anthropic\nclient = anthropic.Anthropic()\ntry:\n    reply = client.messages.create(model="claude-opus-4-5", max_tokens=64, tool_choice={"type": "auto"}, tools=tools, messages=messages)\nexcept anthropic.RateLimitError as error:\n    time.sleep(5)\nexcept anthropic.APIStatusError as error:\n    print(error.status_code)\n${fence}\n\nIt ends with ${error}`,
  'a log of what went well': (error) =>
    `2026-03-02 10:11:01 INFO  listening on 0.0.0.0:8080\n2026-03-02 10:11:02 INFO  connected to postgres\n2026-03-02 10:11:09 INFO  POST /api/chat 200 in 1400ms\n2026-03-02 10:11:12 ERROR chat failed\n${error}`,
  'a word on what works': (error) =>
    `Since yesterday every request fails. I tried others (gpt-4o, gemini-2.5-pro) and those work.\n\n### Output\n\n${error}`,
  'a question of a reader': (error) =>
    `${error}\n\nana · comment\nSame here. Is this a rate limit, or is my credit balance too low?\n`,
  'what should have happened': (error) =>
    `${error}\n\n### Expected behavior\n\nNo error, or a retry when the service is overloaded.\n`,
};

/** A changed request says the same: other ids and other indices. */
function withOtherIds(body: string): string {
  return body
    .replace(/(toolu|req|msg|file)_\w+/g, (id) => `${id.slice(0, id.indexOf('_'))}_01Zz${id.length}`)
    .replace(/messages\.\d+/g, 'messages.31');
}

describe.each(bodies)('the body of $id', ({ id, text }) => {
  const bare = judgeText(text).findings[0]?.cause;

  test.each(Object.keys(wrappers))('is recognized in %s', (name) => {
    expectKin(judgeText(wrappers[name]?.(text) ?? ''), id, bare);
  });

  test.each(Object.keys(surroundings))('is recognized beside %s', (name) => {
    expectKin(judgeText(surroundings[name]?.(text) ?? ''), id, bare);
    expect(judgeText(surroundings[name]?.(text) ?? '').findings[0]?.certainty).toBe(
      judgeText(text).findings[0]?.certainty,
    );
  });

  test('is recognized with other ids', () => {
    expectKin(judgeText(withOtherIds(text)), id, bare);
  });

  test('cut off anywhere, is itself, a broader cause, or an honest doubt', () => {
    const wrong: string[] = [];
    for (let end = text.length - 1; end > 20; end -= Math.max(1, Math.floor(text.length / 40))) {
      const [first] = judgeText(`API Error: ${text.slice(0, end)}`).findings;
      if (first?.certainty === 'proven' && !kin(first.cause, id))
        wrong.push(`${first.cause} for ${text.slice(0, end)}`);
    }
    expect(wrong).toEqual([]);
  });
});

function expectKin(verdict: Verdict, id: string, bare: string | undefined): void {
  const told = verdict.findings[0];
  const accepted = told !== undefined && (kin(told.cause, id) || told.cause === bare || told.certainty !== 'proven');
  expect(accepted ? id : told?.cause).toBe(id);
  // A wrapper must not turn what is known into nothing.
  expect(verdict.outcome).toBe('failure');
}

/** Whether one cause is the other, or narrows it at any remove. */
function kin(one: string, other: string): boolean {
  return lineage(one).includes(other) || lineage(other).includes(one);
}

function lineage(id: string): readonly string[] {
  const parent = parents.get(id);
  return parent === undefined ? [id] : [id, ...lineage(parent)];
}

function repr(value: unknown): string {
  if (typeof value === 'string')
    return value.includes("'") && !value.includes('"') ? `"${value}"` : `'${value.replaceAll("'", "\\'")}'`;
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value)
      .map(([key, member]) => `'${key}': ${repr(member)}`)
      .join(', ')}}`;
  }
  return typeof value === 'number' ? String(value) : 'None';
}

function wrapped(text: string, columns: number, indent: string): string {
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += columns) lines.push(text.slice(at, at + columns));
  return lines.join(`\n${indent}`);
}
