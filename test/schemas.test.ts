import { describe, expect, test } from 'vitest';
import { loadCauseFiles } from '../scripts/cause-files.ts';
import { run } from '../src/cli/main.ts';
import { isObject } from '../src/core/json.ts';
import { loadRuleExamples } from './check/rule-examples.ts';
import { outputComplaints } from './schemas.ts';
import { testHost } from './test-host.ts';

/** The JSON that a command prints for a standard input. */
async function printed(words: readonly string[], input: string): Promise<unknown> {
  const { host, output } = testHost(input);
  await run(words, host);
  return JSON.parse(output());
}

/** The JSON lines that a command prints. */
async function printedLines(words: readonly string[], lines: readonly unknown[]): Promise<readonly unknown[]> {
  const { host, output } = testHost(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  await run(words, host);
  return output()
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

const causeFiles = await loadCauseFiles();
const reports = causeFiles.flatMap(({ examples }) => [...examples.matches, ...examples.spares].map(({ text }) => text));

describe('faults.schema.json', () => {
  test('describes the list of faults', async () => {
    expect(outputComplaints('faults', await printed(['simulate', '--list', '--json'], ''))).toEqual([]);
  });
});

describe('simulate-line.schema.json', () => {
  test('describes the address and every call', async () => {
    const lines: string[] = [];
    const host = { ...testHost('').host, err: (line: string) => lines.push(line) };
    const asking = 'fetch(process.env.ANTHROPIC_BASE_URL + "/v1/models", { headers: { "x-api-key": "any" } })';
    await run(['simulate', '--json', '--fault', 'overloaded', '--', process.execPath, '-e', asking], host);
    expect(lines).toHaveLength(2);
    expect(lines.flatMap((line) => outputComplaints('simulate-line', JSON.parse(line)))).toEqual([]);
  });
});

describe('explain.schema.json', () => {
  test.each(causeFiles)('describes what is printed for the examples of $id', async ({ examples }) => {
    for (const { text } of [...examples.matches, ...examples.spares]) {
      expect(outputComplaints('explain', await printed(['explain', '--json'], text))).toEqual([]);
    }
  });

  test('describes what is printed for a log', async () => {
    const log = reports.slice(0, 50).map((text, at) => {
      const minute = String(at).padStart(2, '0');
      return `2026-11-18T09:${minute}:00Z ERROR ${text.replaceAll('\n', ' ')}\n`;
    });
    const output = await printed(['explain', '--json'], log.join(''));
    expect(output).toMatchObject({ kind: 'log' });
    expect(outputComplaints('explain', output)).toEqual([]);
  });

  test('describes what is printed for several inputs', async () => {
    const output = await printed(['explain', '--json', '529 overloaded_error: Overloaded', '-'], 'all tests passed');
    expect(output).toHaveLength(2);
    expect(outputComplaints('explain', output)).toEqual([]);
  });

  test('refuses a member that is not documented', async () => {
    const output = await printed(['explain', '--json'], '529 overloaded_error: Overloaded');
    expect(outputComplaints('explain', Object.assign({}, output, { extra: 1 }))).not.toEqual([]);
  });
});

test('explain-line.schema.json describes every line that is printed', { timeout: 60_000 }, async () => {
  const lines = [...reports.map((text, id) => ({ id, text })), { id: 'none' }, []];
  const complaints = (await printedLines(['explain', '--ndjson'], lines)).flatMap((line) =>
    outputComplaints('explain-line', line),
  );
  expect(complaints).toEqual([]);
});

test('causes.schema.json describes what is printed of all causes', async () => {
  expect(outputComplaints('causes', await printed(['causes', '--json'], ''))).toEqual([]);
});

describe('the schemas of check', async () => {
  const requests = (await loadRuleExamples()).flatMap(({ breaks, spares }) => [breaks, spares]);

  test('check-line.schema.json describes every line that is printed', { timeout: 60_000 }, async () => {
    const lines = requests.map(({ body, rawText, asOf, ...options }, id) =>
      Object.assign({ id, recorded: asOf }, options, rawText === undefined ? { body } : { rawBody: rawText }),
    );
    const printed = await printedLines(['check', '--ndjson'], [...lines, { id: 'none' }, []]);
    expect(printed).toHaveLength(lines.length + 2);
    expect(printed.flatMap((line) => outputComplaints('check-line', line))).toEqual([]);
  });

  test('check.schema.json describes what is printed for requests', { timeout: 60_000 }, async () => {
    const bodies = requests.filter(({ body }) => isObject(body) && body['messages'] !== undefined);
    const complaints: string[] = [];
    for (const { body } of bodies) {
      complaints.push(...outputComplaints('check', await printed(['check', '--json'], JSON.stringify(body))));
    }
    expect(complaints).toEqual([]);
  });

  test('check.schema.json describes what is printed for answers', async () => {
    const answer = { id: 'msg_01Example', type: 'message', role: 'assistant', content: [], stop_reason: 'max_tokens' };
    const stream =
      'event: message_start\ndata: {"type":"message_start","message":{}}\n\nevent: ping\ndata: {"type":"ping"}\n\n';
    for (const input of [JSON.stringify(answer), stream]) {
      const output = await printed(['check', '--json'], input);
      expect(output).toMatchObject({ ok: false });
      expect(outputComplaints('check', output)).toEqual([]);
    }
  });
});
