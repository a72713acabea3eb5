import type { Sign } from '../core/cause.ts';
import type { Evidence } from '../core/evidence.ts';
import type { Model, ModelSpelling } from '../core/model.ts';
import { resolveModel } from '../facts/model-lookup.ts';
import { allModels, isRetired, shortId } from '../facts/models.ts';
import { flatTextOf } from './recognition.ts';

/** A platform that tells by its wording that it answered; the Claude API where none does. */
export type AnsweringPlatform = 'direct' | 'bedrock' | 'vertex' | 'foundry';

/** What the model table says of an id that was answered with "no such model". */
export type ModelVerdict =
  | { readonly kind: 'unnamed' }
  /** No known model; `hasStrayBlank`: it would be one without the blank behind it. */
  | {
      readonly kind: 'unknown';
      readonly id: string;
      readonly suggestions: readonly string[];
      readonly looksNewer: boolean;
      readonly hasStrayBlank: boolean;
    }
  /** `isDated`: the evidence says when the call failed. */
  | { readonly kind: 'retired'; readonly id: string; readonly model: Model; readonly isDated: boolean }
  /** A form of another platform than the one that answered. */
  | {
      readonly kind: 'foreign';
      readonly id: string;
      readonly model: Model;
      readonly right: string | undefined;
      readonly platform: AnsweringPlatform;
    }
  | { readonly kind: 'active'; readonly id: string; readonly model: Model }
  | { readonly kind: 'opaque'; readonly id: string };

/** Without a date in the evidence the failure may be from any day, so an announced retirement counts. */
const anyDay = '9999-12-31';

/** Wordings of "no such model" that do not tell a misspelt id from a retired or a foreign one. */
export const noSuchModel: readonly Sign[] = [
  { says: 'not_found_error, message: model:' },
  { type: 'not_found_error', says: 'message: model:' },
  { type: 'not_found_error', says: 'message => model:' },
  { type: 'not_found_error', says: 'model: claude' },
  { type: 'not_found_error', says: 'model: anthropic.' },
  { type: 'not_found_error', says: 'model: us.anthropic.' },
  { type: 'not_found_error', says: 'model:', certainty: 'likely' },
  { status: 404, says: 'model: claude', certainty: 'likely' },
  {
    says: 'model: claude',
    pattern:
      /(?:not found|no se encontr|nicht gefunden|introuvable|não encontrad|未找到|找不到|見つかりません|не найден|찾을 수 없)[^\n]{0,80}model: claude/i,
    certainty: 'likely',
  },
  { says: ['anthropic', 'model: claude'], pattern: /\bAnthropic\b\W{0,3}: model: claude-/i, certainty: 'likely' },
  { says: ['model', 'may not exist or you may not have access to it'], certainty: 'likely' },
  { says: ['api error', 'model identifier is invalid'] },
  { says: 'the provided model identifier is invalid' },
  { says: ['publisher model', 'was not found or your project does not have access'], unless: 'publishers/google' },
  { says: ['publisher model', 'not found'], unless: 'publishers/google' },
  { says: ['publisher model', 'is not servable in region'], unless: 'publishers/google' },
  { says: ['the resource you are requesting could not be found', 'claude-'], certainty: 'likely' },
  {
    status: 404,
    pattern: /\bclaude-[\w.@-]*\d/,
    unless: 'the api deployment for this resource',
    certainty: 'possible',
    shared: true,
  },
  { says: 'is not a valid model id', certainty: 'likely' },
  { says: 'invalid model name', certainty: 'likely' },
];

const named: readonly RegExp[] = [
  /\bmodel:[\s│┃|]*([\w~./-][^\s"'`,}\\)\]“”‘’]{0,99})[`"'\\“”‘’]*[ \t]{0,3}(?:["'\\}\n]|$)/,
  /publishers\/anthropic\/models\/([^\s"'`:/?,“”‘’]{1,200})/,
  /\bmodel(?:\s+identifier\s+sent|[\s_]?id|_name)?["'`\\]*\s*[:=]\s*["'`\\]*([A-Za-z][\w.:@/[\]-]{0,80}claude[\w.:@/[\]-]{0,80}|claude[\w.:@/[\]-]{0,80})/i,
  /selected\s+model\s+\(([^()\s]{1,200})\)/,
  /API\s+Error\s+\(([^()\s]{1,200})\)/,
  /["'`]([^"'`\s]{2,80})["'`\\]*\s+is\s+not\s+a\s+valid\s+model\s+ID/i,
];
const strayBlank = /\bmodel:\s*[^\s"'`,}\\“”‘’]{1,100}[ \t]{1,8}["'\\“”]/;
/** A line end that a terminal put in, with the frame around it. */
const lineBreak = /[ \t]*[│┃|]?\n[ \t>│┃|⎿]*/g;

/** Several causes ask about the same evidence. */
const verdicts = new WeakMap<Evidence, ModelVerdict>();

/** Looks up the model that the failure names, and says which kind of mistake it is. */
export function namedModel(evidence: Evidence): ModelVerdict {
  const known = verdicts.get(evidence);
  if (known) return known;
  const verdict = judged(evidence);
  verdicts.set(evidence, verdict);
  return verdict;
}

function judged(evidence: Evidence): ModelVerdict {
  const id = namedId(evidence);
  if (id === undefined) return { kind: 'unnamed' };
  const platform = answeringPlatform(evidence);
  const resolution = resolveModel(id, platform);
  if (resolution.kind === 'opaque') return { kind: 'opaque', id };
  if (resolution.kind === 'unknown')
    return unknown(id, stillAnswering(resolution.suggestions, id), { looksNewer: resolution.looksNewer });
  const { model, spelling } = resolution;
  const right = idOn(model, platform);
  const form = formOf(id, right, platform, spelling);
  if (form === 'foreign') return { kind: 'foreign', id, model, right, platform };
  if (form === 'misspelt') return unknown(id, right === undefined ? [] : [right]);
  if (strayBlank.test(flatTextOf(evidence))) return unknown(id, [id], { hasStrayBlank: true });
  const day = dayOf(evidence.timestamp);
  if (platform === 'direct' && isRetired(model, day ?? anyDay))
    return { kind: 'retired', id, model, isDated: day !== undefined };
  return { kind: 'active', id, model };
}

function unknown(
  id: string,
  suggestions: readonly string[],
  marks: { readonly looksNewer?: boolean; readonly hasStrayBlank?: boolean } = {},
): ModelVerdict {
  return { kind: 'unknown', id, suggestions, looksNewer: false, hasStrayBlank: false, ...marks };
}

/** Suggestions that are worth sending; for the bare name of a family, its newest model. */
function stillAnswering(suggestions: readonly string[], id: string): readonly string[] {
  const family = allModels().find((model) => model.family === id);
  if (family) return [shortId(family)];
  const lasting = suggestions.filter((suggestion) => {
    const resolution = resolveModel(suggestion);
    return resolution.kind === 'known' && !isRetired(resolution.model, anyDay);
  });
  return (lasting.length > 0 ? lasting : suggestions).slice(0, 2);
}

/**
 * The id as it was sent: the one that the message names before any other in the text. A line break may have cut it, so
 * an id that is known when its lines are joined is preferred.
 */
function namedId(evidence: Evidence): string | undefined {
  const flat = flatTextOf(evidence);
  const id = firstNamed(flat);
  if ((id === undefined || resolveModel(id).kind !== 'known') && flat.includes('\n')) {
    const joined = firstNamed(flat.replace(lineBreak, ''));
    if (joined?.startsWith(id ?? '') && resolveModel(joined).kind === 'known') return joined;
  }
  return id ?? evidence.model;
}

function firstNamed(text: string): string | undefined {
  for (const form of named) {
    const found = form.exec(text)?.[1];
    if (found !== undefined) return found.replace(/[.;]$/, '');
  }
  return undefined;
}

/** Whose error it is: an id in the form of a cloud says where it belongs, and not who answered. */
function answeringPlatform(evidence: Evidence): AnsweringPlatform {
  const { response, reading, platform } = evidence;
  const squeezed = reading?.squeezed ?? '';
  if (squeezed.includes('bedrock-mantle')) return 'bedrock';
  if (response?.errorType === 'not_found_error') return 'direct';
  if (squeezed.includes('modelidentifierisinvalid') || response?.errorType?.endsWith('Exception')) return 'bedrock';
  if (squeezed.includes('publishermodel') || response?.errorType === 'NOT_FOUND') return 'vertex';
  return platform === 'foundry' ? 'foundry' : 'direct';
}

function idOn({ id, platformIds }: Model, platform: AnsweringPlatform): string | undefined {
  if (platform === 'bedrock') return platformIds.bedrock;
  return platform === 'vertex' ? platformIds.vertex : id;
}

/** Whether an id has the form that the platform takes, one of another platform, or one that nobody takes. */
function formOf(
  id: string,
  right: string | undefined,
  platform: AnsweringPlatform,
  spelling: ModelSpelling,
): 'right' | 'foreign' | 'misspelt' {
  if (spelling === 'suffixed' || spelling === 'prefixed') return 'misspelt';
  if (platform === 'direct' || platform === 'foundry')
    return spelling === 'bedrock' || spelling === 'vertex' ? 'foreign' : 'right';
  if (platform === 'bedrock') {
    if (!id.includes('anthropic.')) return 'foreign';
    return right === undefined || id.endsWith(right) ? 'right' : 'misspelt';
  }
  return right === undefined || id === right ? 'right' : 'foreign';
}

function dayOf(timestamp: string | undefined): string | undefined {
  const day = /^\d{4}-\d\d-\d\d/.exec(timestamp ?? '')?.[0];
  if (day !== undefined || timestamp === undefined) return day;
  const milliseconds = Date.parse(timestamp);
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds).toISOString().slice(0, 10);
}
