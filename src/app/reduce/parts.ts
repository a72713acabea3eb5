import { isArray, isObject, type JsonObject } from '../../core/json.ts';
import type { PartCount } from '../../core/reduction.ts';
import { bodyOf, type StudiedRequest } from '../../experiments/request.ts';

/** How many parts of each kind there were and are; kinds of which there were none are left out. */
export function partsOf(before: StudiedRequest, after: StudiedRequest): readonly PartCount[] {
  const was = countsOf(before);
  const is = countsOf(after);
  return kinds.map((part) => ({ part, before: was[part], after: is[part] })).filter((one) => one.before > 0);
}

type Part = PartCount['part'];

const kinds: readonly Part[] = [
  'bytes',
  'headers',
  'beta values',
  'members',
  'messages',
  'blocks',
  'tools',
  'characters of text',
];

function countsOf(request: StudiedRequest): Readonly<Record<Part, number>> {
  const { headers, text } = request;
  const body = bodyOf(request) ?? {};
  const messages = itemsOf(body.messages);
  const betas = headers['anthropic-beta']?.split(',').filter((value) => value.trim() !== '').length ?? 0;
  return {
    bytes: new TextEncoder().encode(text).length,
    headers: Object.keys(headers).length,
    'beta values': betas,
    members: membersIn(body),
    messages: messages.length,
    blocks: messages.reduce<number>(
      (sum, message) => sum + (isObject(message) ? itemsOf(message.content).length : 0),
      0,
    ),
    tools: itemsOf(body.tools).length,
    'characters of text': charactersIn(body),
  };
}

function itemsOf(value: unknown): readonly unknown[] {
  return isArray(value) ? value : [];
}

/** Members of all objects, at every depth. */
function membersIn(value: unknown): number {
  if (isArray(value)) return value.reduce<number>((sum, item) => sum + membersIn(item), 0);
  if (!isObject(value)) return 0;
  return Object.values(value).reduce<number>((sum, inner) => sum + 1 + membersIn(inner), 0);
}

function charactersIn(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (isArray(value)) return value.reduce<number>((sum, item) => sum + charactersIn(item), 0);
  if (!isObject(value)) return 0;
  return Object.values(value).reduce<number>((sum, inner) => sum + charactersIn(inner), 0);
}

/** What is gone as a whole, by name. */
export function goneOf(before: StudiedRequest, after: StudiedRequest): readonly string[] {
  const was = bodyOf(before) ?? {};
  const is = bodyOf(after) ?? {};
  const members = Object.keys(was).filter((name) => !Object.hasOwn(is, name));
  return [
    ...members.map((name) => `\`${name}\`${countOf(was, name)}`),
    ...Object.keys(before.headers)
      .filter((name) => name !== 'anthropic-beta' && after.headers[name] === undefined)
      .map((name) => `the header \`${name}\``),
    ...betasOf(before)
      .filter((beta) => !betasOf(after).includes(beta))
      .map((beta) => `the beta \`${beta}\``),
  ];
}

function countOf(body: JsonObject, name: string): string {
  const value = body[name];
  return isArray(value) && value.length > 1 ? ` (${value.length})` : '';
}

function betasOf({ headers }: StudiedRequest): readonly string[] {
  return (headers['anthropic-beta'] ?? '')
    .split(',')
    .map((beta) => beta.trim())
    .filter((beta) => beta !== '');
}
