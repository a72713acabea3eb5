import { parsedJson } from '../../core/json.ts';
import { present } from '../../core/present.ts';
import type { Captured } from './captured.ts';
import { endpointOf } from './endpoint.ts';
import { headersFrom } from './headers.ts';
import { openAiNote, shapeOf } from './shape.ts';
import { posixCommand, type ShellCommand, type ShellWord } from './shell-words.ts';
import { windowsCommand, windowsShellOf } from './windows-words.ts';

const command = /(?:^|[\s`;|&(])(curl(?:\.exe)?)(?=[ \t]+[-'"h^\\`$]|[ \t]*[\\^`][ \t]*\r?\n)/g;

/** Options that take a value, apart from those that are read. */
const withValue = new Set(
  'output user user-agent proxy cookie cookie-jar max-time connect-timeout retry retry-delay cacert capath cert key write-out resolve aws-sigv4 referer form upload-file config interface limit-rate http-proxy proxy-user oauth2-bearer connect-to tls-max ciphers dump-header request-target unix-socket'.split(
    ' ',
  ),
);
const shortNames: Readonly<Record<string, string>> = {
  d: 'data',
  H: 'header',
  X: 'request',
  o: 'output',
  u: 'user',
  A: 'user-agent',
  x: 'proxy',
  b: 'cookie',
  c: 'cookie-jar',
  m: 'max-time',
  e: 'referer',
  F: 'form',
  T: 'upload-file',
  w: 'write-out',
  K: 'config',
  D: 'dump-header',
  E: 'cert',
  U: 'proxy-user',
};
const dataNames = new Set(['data', 'data-raw', 'data-binary', 'data-ascii', 'json']);

/** The requests that the curl commands of a text send to the Messages API. */
export function fromCurl(text: string): readonly Captured[] {
  const items: Captured[] = [];
  for (command.lastIndex = 0; ;) {
    const found = command.exec(text);
    if (!found) return items;
    const at = command.lastIndex - (found[1]?.length ?? 0);
    const shell = windowsShellOf(text, at);
    const read = shell === undefined ? posixCommand(text, at) : windowsCommand(text, at, shell);
    const item = itemFrom(read);
    if (item) items.push(item);
    command.lastIndex = Math.max(read.end, command.lastIndex);
  }
}

interface CurlOptions {
  readonly data: { readonly name: string; readonly word: ShellWord }[];
  readonly headers: (readonly [string, string])[];
  url: string | undefined;
}

function itemFrom({ words, input }: ShellCommand): Captured | undefined {
  const { data, headers, url } = optionsOf(words.slice(1));
  const [first] = data;
  if (!first) return undefined;
  const address = endpointOf(url ?? '');
  const file = fileOf(first.name, first.word.value);
  const body = file === '-' ? input : file === undefined ? bodyOf(data) : { value: '' };
  if (!body) return undefined;
  const value = parsedJson(body.value);
  const { kind } = shapeOf(value);
  if (!address.isMessagesCall && kind !== 'messages' && kind !== 'batch') return undefined;
  const { endpoint, platform } = address;
  return {
    kind: 'request',
    label: '',
    text: body.value,
    headersKnown: true,
    headers: headersFrom(headers) ?? {},
    ...present({
      offset: body.offset,
      endpoint,
      platform,
      textFile: file === '-' ? undefined : file,
      note: openAiNote(value),
    }),
  };
}

function optionsOf(words: readonly ShellWord[]): CurlOptions {
  const options: CurlOptions = { data: [], headers: [], url: undefined };
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (!word) break;
    const option = optionOf(word);
    if (!option) {
      options.url ??= word.value;
      continue;
    }
    const isRead = dataNames.has(option.name) || ['header', 'url', 'request'].includes(option.name);
    if (!isRead && !withValue.has(option.name)) continue;
    const value = option.value ?? words[++index];
    if (!value) break;
    if (dataNames.has(option.name)) options.data.push({ name: option.name, word: value });
    else if (option.name === 'url') options.url = value.value;
    else if (option.name === 'header') options.headers.push(headerOf(value.value));
  }
  return options;
}

/** An option with the value that is written into the same word: `-XPOST`, `-sd{...}`, `--url=...`. */
function optionOf({ value, offset }: ShellWord): { readonly name: string; readonly value?: ShellWord } | undefined {
  if (!value.startsWith('-') || value === '-') return undefined;
  if (value.startsWith('--')) {
    const equals = value.slice(0, 40).indexOf('=');
    if (equals < 0) return { name: value.slice(2) };
    return { name: value.slice(2, equals), value: part(value, offset, equals + 1) };
  }
  for (let at = 1; at < Math.min(value.length, 12); at++) {
    const name = shortNames[value[at] ?? ''];
    if (name !== undefined) return at + 1 < value.length ? { name, value: part(value, offset, at + 1) } : { name };
  }
  return { name: '' };
}

function part(value: string, offset: number | undefined, from: number): ShellWord {
  return { value: value.slice(from), ...present({ offset: offset === undefined ? undefined : offset + from }) };
}

function headerOf(line: string): readonly [string, string] {
  const colon = line.indexOf(':');
  return colon < 0 ? ['', ''] : [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
}

/** The file that data is read from: `@body.json`, or `$(cat body.json)`. */
function fileOf(name: string, value: string): string | undefined {
  if (name !== 'data-raw' && value.startsWith('@')) return value.slice(1);
  return /^\$\((?:cat |<)\s*([^\s()<]{1,1000})\s*\)$/.exec(value.slice(0, 1100))?.[1];
}

function bodyOf(data: CurlOptions['data']): ShellWord {
  const [first] = data;
  if (first && data.length === 1) return first.word;
  return { value: data.map(({ word }) => word.value).join(first?.name === 'json' ? '' : '&') };
}
