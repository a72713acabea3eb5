import { relative } from 'node:path';
import type { RequestOptions } from '../../check/index.ts';
import { requestsIn } from '../../capture/request/requests.ts';
import type { Captured } from '../../capture/request/captured.ts';
import { FaultlineError } from '../../core/error.ts';
import type { Platform } from '../../core/evidence.ts';
import { present } from '../../core/present.ts';
import { checkGithub, checkJson, checkMarkdown, checkSarif, sentenceOf } from '../../report/check-formats.ts';
import type { CheckedItem } from '../../report/check-model.ts';
import { checkText } from '../../report/check-text.ts';
import { visible } from '../../report/visible.ts';
import { defineOperation, exitCodes, type ExitCode, type Host, type OperationInput } from '../operation.ts';
import { textStyle } from '../style.ts';
import { version } from '../version.ts';
import { withDataFiles } from './data-files.ts';
import { fixingText, fixSource, writeFixed } from './fixing.ts';
import { judgeCaptured } from './judge.ts';
import { checkLines } from './ndjson.ts';
import { readSources, type CheckSource } from './sources.ts';

const platforms: readonly Platform[] = ['direct', 'aws', 'bedrock', 'vertex', 'foundry', 'gateway'];

/** Judges requests before they are sent, and answers after they came. */
export const check = defineOperation({
  name: 'check',
  summary: 'Judge a request before it is sent, in the words of the API, and fix it',
  operands: '[FILE | FOLDER | -]...',
  about:
    'Reads request bodies (JSON, NDJSON, Message Batches), HAR files, pasted curl commands, SDK debug logs, AI SDK error dumps, and answers: response bodies and recorded event streams. Works offline and sends nothing.',
  options: {
    fix: {
      type: 'optional',
      value: 'NAMES',
      about:
        'apply the fixes that cannot change meaning, and those named (--fix=tools,model); the original is kept beside the file',
    },
    'dry-run': { type: 'boolean', about: 'with --fix: show the difference, write nothing' },
    'as-of': {
      type: 'string',
      value: 'DATE',
      about: 'judge by the rules and models of that day (YYYY-MM-DD; today unless said)',
    },
    platform: { type: 'string', value: 'NAME', choices: platforms, about: `${platforms.join(', ')}` },
    endpoint: {
      type: 'string',
      value: 'PATH',
      about: '/v1/messages (default), /v1/messages/count_tokens, /v1/messages/batches, or a path of a cloud',
    },
    header: {
      type: 'string',
      short: 'H',
      multiple: true,
      value: "'NAME: VALUE'",
      about: 'a request header, such as anthropic-beta; may be repeated',
    },
    tokens: { type: 'boolean', about: 'also show where the tokens sit (an estimate)' },
    json: { type: 'boolean', about: 'print one JSON object (schemas/check.schema.json)' },
    ndjson: { type: 'boolean', about: 'read {"id","body"} lines, answer {"id","ok","problems"} lines' },
    format: {
      type: 'string',
      value: 'FORMAT',
      choices: ['text', 'json', 'markdown', 'sarif', 'github'],
      about: 'text (default), json, markdown, sarif or github',
    },
    quiet: { type: 'boolean', short: 'q', about: 'print only a line for each input that would be refused' },
  },
  examples: [
    { command: 'faultline check request.json', about: 'would the API take it' },
    { command: 'faultline check request.json --fix --dry-run', about: 'what would be fixed' },
    { command: 'faultline check requests/ --format github', about: 'in a workflow, at the lines of a pull request' },
    {
      command: "pbpaste | faultline check -H 'anthropic-beta: files-api-2025-04-14'",
      about: 'a copied curl command or body',
    },
  ],
  async run(input, host) {
    if (input.flag('ndjson')) {
      await checkLines(input.args, host);
      return exitCodes.nothingFound;
    }
    const options = requestOptions(input, host);
    const sources = await readSources(input.args, host);
    const found = sources.map((source) => ({ source, captures: capturesOf(source, host) }));
    if (input.flag('fix')) return fixAll(found, options, input, host);
    const items = found.flatMap(({ source, captures }) =>
      captures.map((captured) => judgeCaptured(captured, source, options)),
    );
    print(items, input, host);
    if (input.flag('tokens')) await printTokens(found, options, host);
    return items.every(({ ok }) => ok) ? exitCodes.nothingFound : exitCodes.found;
  },
});

interface Found {
  readonly source: CheckSource;
  readonly captures: readonly Captured[];
}

function capturesOf(source: CheckSource, host: Host): readonly Captured[] {
  const capture = requestsIn(source.text, source.name);
  if (capture.kind === 'none') {
    throw new FaultlineError('no-request', `${source.name}: ${capture.because}`, capture.hint);
  }
  return withDataFiles(capture.items, source.path, host.cwd);
}

function requestOptions(input: OperationInput, host: Host): RequestOptions {
  const asOf = input.value('as-of') ?? new Date(host.now()).toISOString().slice(0, 10);
  if (!/^\d{4}-\d\d-\d\d$/.test(asOf) || Number.isNaN(Date.parse(asOf))) {
    throw new FaultlineError(
      'option-invalid',
      `--as-of ${asOf} is not a day.`,
      'Write it as YYYY-MM-DD, for example --as-of 2026-10-21.',
    );
  }
  const headers = input.values('header').map(headerOf);
  return present({
    asOf,
    platform: platforms.find((one) => one === input.value('platform')),
    endpoint: input.value('endpoint'),
    headers: headers.length > 0 ? Object.fromEntries(headers) : undefined,
  });
}

function headerOf(written: string): readonly [string, string] {
  const colon = written.indexOf(':');
  if (colon < 1) {
    throw new FaultlineError(
      'option-invalid',
      `--header ${written} has no colon.`,
      "Write it as 'name: value', for example 'anthropic-beta: files-api-2025-04-14'.",
    );
  }
  return [written.slice(0, colon).trim().toLowerCase(), written.slice(colon + 1).trim()];
}

function print(items: readonly CheckedItem[], input: OperationInput, host: Host): void {
  const format = input.flag('json') ? 'json' : (input.value('format') ?? 'text');
  if (format === 'json') host.out(`${JSON.stringify(checkJson(items), undefined, 2)}\n`);
  else if (format === 'sarif') host.out(`${JSON.stringify(checkSarif(items, version()), undefined, 2)}\n`);
  else if (format === 'github') host.out(checkGithub(items));
  else if (format === 'markdown') host.out(checkMarkdown(items));
  else if (input.flag('quiet'))
    host.out(
      items
        .filter(({ ok }) => !ok)
        .map(quietLine)
        .join(''),
    );
  else host.out(checkText(items, textStyle(host)));
}

function quietLine({ name, problems }: CheckedItem): string {
  const first = problems.find(({ problem }) => problem.severity === 'error');
  return first
    ? `${name}:${first.line}:${first.column}: ${first.problem.cause}: ${visible(sentenceOf(first.problem))}\n`
    : `${name}\n`;
}

async function printTokens(found: readonly Found[], options: RequestOptions, host: Host): Promise<void> {
  const { tokensText } = await import('./tokens.ts');
  const requests = found.flatMap(({ source, captures }) =>
    captures.filter(({ kind }) => kind === 'request').map((captured) => ({ source, captured })),
  );
  host.out(
    requests.map(({ source, captured }) => `\n${tokensText(captured, source, options, textStyle(host))}`).join(''),
  );
}

/** Fixes files in place; a request from standard input goes to standard output, and what is said of it to standard error. */
function fixAll(found: readonly Found[], options: RequestOptions, input: OperationInput, host: Host): ExitCode {
  const names = input.values('fix').flatMap((value) => value.split(',').map((name) => name.trim()));
  let allTaken = true;
  for (const { source, captures } of found) {
    const fixing = fixSource(source, captures, options, names);
    const isPiped = source.path === undefined && !input.flag('dry-run');
    const say = isPiped ? host.err : host.out;
    say(fixingText(fixing, textStyle(host)));
    if (isPiped) host.out(fixing.text);
    const kept = input.flag('dry-run') ? undefined : writeFixed(fixing);
    if (kept !== undefined) say(`The original is kept as ${relative(host.cwd, kept)}.\n\n`);
    const left = capturesOf({ ...source, text: fixing.text }, host).map((captured) =>
      judgeCaptured(captured, { ...source, text: fixing.text }, options),
    );
    say(checkText(left, textStyle(host)));
    allTaken &&= left.every(({ ok }) => ok);
  }
  return allTaken ? exitCodes.nothingFound : exitCodes.found;
}
