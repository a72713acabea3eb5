import { relative } from 'node:path';
import type { Captured } from '../../capture/request/captured.ts';
import { endpointOf } from '../../capture/request/endpoint.ts';
import type { RequestOptions } from '../../check/index.ts';
import { FaultlineError } from '../../core/error.ts';
import type { Platform } from '../../core/evidence.ts';
import { nearest } from '../../core/nearest.ts';
import { present } from '../../core/present.ts';
import { fixNames } from '../../core/problem.ts';
import type { CheckedItem } from '../../report/check-model.ts';
import { defineOperation, exitCodes, type ExitCode, type Host, type OperationInput } from '../operation.ts';
import { isDay } from '../day.ts';
import { textStyle } from '../style.ts';
import { fixingText, fixSource, notFixable, writeFixed } from './fixing.ts';
import { capturesOf, findIn, type Found } from './found.ts';
import { judgeCaptured } from './judge.ts';
import { checkLines } from './ndjson.ts';
import { formatOf, printed } from './print.ts';

const platforms: readonly Platform[] = ['direct', 'aws', 'bedrock', 'vertex', 'foundry', 'gateway'];

/** Judges requests before they are sent, and answers after they came. */
export const check = defineOperation({
  name: 'check',
  summary: 'Judge a request before it is sent, in the words of the API, and fix it',
  operands: '[FILE | FOLDER | INCIDENT | -]...',
  about:
    'Reads request bodies (JSON, NDJSON, Message Batches), HAR files, pasted curl commands, SDK debug logs, AI SDK error dumps, and answers: response bodies and recorded event streams. Works offline and sends nothing.',
  options: {
    fix: {
      type: 'optional',
      value: 'NAMES',
      about:
        'apply the fixes that cannot change meaning, and those named (--fix=tools,model); the original is kept beside the file',
    },
    'dry-run': { type: 'boolean', needs: 'fix', about: 'with --fix: show the difference, write nothing' },
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
    json: {
      type: 'boolean',
      against: ['format=text', 'format=markdown', 'format=sarif', 'format=github'],
      about: 'print one JSON object (schemas/check.schema.json)',
    },
    ndjson: {
      type: 'boolean',
      against: ['fix', 'format'],
      about: 'read {"id","body"} lines, answer {"id","ok","problems"} lines',
    },
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
    const fixes = namesOfFixes(input);
    const found = await findIn(input.args, host);
    if (input.flag('fix')) return await fixAll(found, fixes, options, input, host);
    const format = formatOf(input);
    const hasTokens = input.flag('tokens');
    const items: CheckedItem[] = [];
    for (const { source, captures } of found) {
      for (const captured of captures) {
        const item = await judgeCaptured(captured, source, options);
        items.push(hasTokens && format === 'json' ? await withTokens(item, captured, options) : item);
      }
    }
    host.out(await printed(items, input, host));
    if (hasTokens && format !== 'json') (format === 'text' ? host.out : host.err)(await tokensOf(found, options, host));
    return items.every(({ ok }) => ok) ? exitCodes.nothingFound : exitCodes.found;
  },
});

/** What `--fix` names; a misspelled name would look like a fix that does not apply. */
function namesOfFixes(input: OperationInput): readonly string[] {
  const known: readonly string[] = [...fixNames, 'all'];
  const named = input.values('fix').flatMap((value) => value.split(',').map((name) => name.trim()));
  const unknown = named.find((name) => !known.includes(name));
  if (unknown === undefined) return named;
  const meant = nearest(unknown, known);
  throw new FaultlineError(
    'option-invalid',
    `There is no fix ${unknown}.`,
    meant === undefined ? `The fixes are ${known.join(', ')}.` : `Did you mean --fix=${meant}?`,
  );
}

function requestOptions(input: OperationInput, host: Host): RequestOptions {
  const asOf = input.value('as-of') ?? new Date(host.now()).toISOString().slice(0, 10);
  if (!isDay(asOf)) {
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
    endpoint: endpointNamed(input),
    headers: headers.length > 0 ? Object.fromEntries(headers) : undefined,
  });
}

/** A path that is none would be judged as `/v1/messages` without a word. */
function endpointNamed(input: OperationInput): string | undefined {
  const written = input.value('endpoint');
  if (written === undefined || endpointOf(written).isMessagesCall) return written;
  throw new FaultlineError(
    'option-invalid',
    `--endpoint ${written} is no path of a call that is judged here.`,
    'Write /v1/messages, /v1/messages/count_tokens, /v1/messages/batches, or the path of a cloud (/model/MODEL/invoke).',
  );
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

async function withTokens(item: CheckedItem, captured: Captured, options: RequestOptions): Promise<CheckedItem> {
  const { tokensData } = await import('./tokens.ts');
  return { ...item, ...present({ tokens: tokensData(captured, options) }) };
}

async function tokensOf(found: readonly Found[], options: RequestOptions, host: Host): Promise<string> {
  const { tokensText } = await import('./tokens.ts');
  const requests = found.flatMap(({ source, captures }) =>
    captures.filter(({ kind }) => kind === 'request').map((captured) => ({ source, captured })),
  );
  return requests.map(({ source, captured }) => `\n${tokensText(captured, source, options, textStyle(host))}`).join('');
}

/**
 * Fixes files in place and judges what came of it. A fixed request from standard input goes to standard output, and all
 * else to standard error; so does the account of the fixes beside a report for programs.
 */
async function fixAll(
  found: readonly Found[],
  names: readonly string[],
  options: RequestOptions,
  input: OperationInput,
  host: Host,
): Promise<ExitCode> {
  const isDry = input.flag('dry-run');
  const isPiped = !isDry && found.some(({ source }) => source.path === undefined);
  const report = isPiped ? host.err : host.out;
  const isForPeople = formatOf(input) === 'text';
  const left: CheckedItem[] = [];
  for (const { source, captures, isListed } of found) {
    const fixing = fixSource(source, captures, options, names);
    if (fixing.steps.length === 0 && !isListed) throw notFixable(source.name);
    const say = isForPeople ? report : host.err;
    if (fixing.steps.length > 0 && !input.flag('quiet')) say(fixingText(fixing, textStyle(host)));
    if (source.path === undefined && !isDry) host.out(fixing.text);
    const kept = isDry ? undefined : writeFixed(fixing);
    if (kept !== undefined && !input.flag('quiet')) say(`The original is kept as ${relative(host.cwd, kept)}.\n\n`);
    const fixed = { ...source, text: fixing.text };
    const judged = await Promise.all(
      capturesOf(fixed, host).map((captured) => judgeCaptured(captured, fixed, options)),
    );
    left.push(...judged);
    if (isForPeople) report(await printed(judged, input, host));
  }
  if (!isForPeople) report(await printed(left, input, host));
  return left.every(({ ok }) => ok) ? exitCodes.nothingFound : exitCodes.found;
}
