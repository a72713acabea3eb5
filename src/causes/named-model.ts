import type { Sign } from '../core/cause.ts';
import type { Evidence } from '../core/evidence.ts';
import type { Model, ModelSpelling } from '../core/model.ts';
import { resolveModel } from '../facts/model-lookup.ts';
import { isRetired } from '../facts/models.ts';

/** What the model table says of an id that was answered with "no such model". */
export type ModelVerdict =
  | { readonly kind: 'unnamed' }
  /** No known model; `hasStrayCharacters`: it would be one without blanks or quotes around it. */
  | {
      readonly kind: 'unknown';
      readonly id: string;
      readonly suggestions: readonly string[];
      readonly looksNewer: boolean;
      readonly hasStrayCharacters: boolean;
    }
  /** `isDated`: the evidence says when the call failed. */
  | { readonly kind: 'retired'; readonly id: string; readonly model: Model; readonly isDated: boolean }
  /** A form of another platform than the one that answered. */
  | { readonly kind: 'foreign'; readonly id: string; readonly model: Model; readonly right: string | undefined }
  | { readonly kind: 'active'; readonly id: string; readonly model: Model }
  | { readonly kind: 'opaque'; readonly id: string };

/** Without a date in the evidence the failure may be from any day, so an announced retirement counts. */
const anyDay = '9999-12-31';

/** Wordings of "no such model" that do not tell a misspelt id from a retired or a foreign one. */
export const noSuchModel: readonly Sign[] = [
  { type: 'not_found_error', says: 'message: model:' },
  { type: 'not_found_error', says: 'message => model:' },
  { type: 'not_found_error', says: 'model: claude' },
  { type: 'not_found_error', says: 'model: anthropic.' },
  { type: 'not_found_error', says: 'model: us.anthropic.' },
  { type: 'not_found_error', says: 'model:', certainty: 'likely' },
  { status: 404, says: 'model: claude', certainty: 'likely' },
  { says: ['model', 'may not exist or you may not have access to it'], certainty: 'likely' },
  { says: ['api error', 'model identifier is invalid'] },
  { says: 'the provided model identifier is invalid' },
  { says: ['publisher model', 'was not found or your project does not have access'], unless: 'publishers/google' },
  { says: ['publisher model', 'not found'], unless: 'publishers/google' },
  { says: ['publisher model', 'is not servable in region'], unless: 'publishers/google' },
  { says: 'is not a valid model id', certainty: 'likely' },
  { says: 'invalid model name', certainty: 'likely' },
];

const named: readonly RegExp[] = [
  /\bmodel:\s*([^\s"'`,}\\)\]]{1,200})[`"'\\]*[ \t]{0,3}(?:["'\\}\n]|$)/,
  /publishers\/anthropic\/models\/([^\s"'`:/?,]{1,200})/,
  /\bmodel(?:\s+identifier\s+sent|[\s_]?id|_name)?["'`\\]*\s*[:=]\s*["'`\\]*([A-Za-z][\w.:@/[\]-]{0,80}claude[\w.:@/[\]-]{0,80}|claude[\w.:@/[\]-]{0,80})/i,
  /selected\s+model\s+\(([^()\s]{1,200})\)/,
  /API\s+Error\s+\(([^()\s]{1,200})\)/,
  /["'`]([^"'`\s]{2,80})["'`\\]*\s+is\s+not\s+a\s+valid\s+model\s+ID/i,
];
const strayBlank = /\bmodel:\s*[^\s"'`,}\\]{1,200}[ \t]{1,8}["'\\]/;

/** Looks up the model that the failure names, and says which kind of mistake it is. */
export function namedModel(evidence: Evidence): ModelVerdict {
  const id = namedId(evidence);
  if (id === undefined) return { kind: 'unnamed' };
  const platform = answeringPlatform(evidence);
  const resolution = resolveModel(id, platform ?? 'direct');
  if (resolution.kind === 'opaque') return { kind: 'opaque', id };
  if (resolution.kind === 'unknown') return { ...resolution, id, hasStrayCharacters: false };
  const { model, spelling } = resolution;
  if (strayBlank.test(evidence.reading?.flat ?? '') && spelling !== 'bedrock')
    return { kind: 'unknown', id, suggestions: [id], looksNewer: false, hasStrayCharacters: true };
  const right = idOn(model, platform);
  const form = formOf(id, right, platform, spelling);
  if (form === 'foreign') return { kind: 'foreign', id, model, right };
  if (form === 'misspelt')
    return {
      kind: 'unknown',
      id,
      suggestions: right === undefined ? [] : [right],
      looksNewer: false,
      hasStrayCharacters: false,
    };
  const day = dayOf(evidence.timestamp);
  if (platform === undefined && isRetired(model, day ?? anyDay))
    return { kind: 'retired', id, model, isDated: day !== undefined };
  return { kind: 'active', id, model };
}

/** The id as it was sent; the one that the message names before any other in the text. */
function namedId({ reading, model }: Evidence): string | undefined {
  const flat = reading?.flat ?? '';
  for (const form of named) {
    const found = form.exec(flat)?.[1];
    if (found !== undefined) return found.replace(/[.;]$/, '');
  }
  return model;
}

/** Whose error it is: an id in the form of a cloud says where it belongs, and not who answered. */
function answeringPlatform({ response, reading, platform }: Evidence): 'bedrock' | 'vertex' | 'foundry' | undefined {
  const squeezed = reading?.squeezed ?? '';
  if (squeezed.includes('bedrock-mantle')) return 'bedrock';
  if (response?.errorType === 'not_found_error') return undefined;
  if (squeezed.includes('modelidentifierisinvalid') || response?.errorType?.endsWith('Exception')) return 'bedrock';
  if (squeezed.includes('publishermodel') || response?.errorType === 'NOT_FOUND') return 'vertex';
  return platform === 'foundry' ? 'foundry' : undefined;
}

function idOn({ id, platformIds }: Model, platform: ReturnType<typeof answeringPlatform>): string | undefined {
  if (platform === 'bedrock') return platformIds.bedrock;
  return platform === 'vertex' ? platformIds.vertex : id;
}

/** Whether an id has the form that the platform takes, one of another platform, or one that nobody takes. */
function formOf(
  id: string,
  right: string | undefined,
  platform: ReturnType<typeof answeringPlatform>,
  spelling: ModelSpelling,
): 'right' | 'foreign' | 'misspelt' {
  if (spelling === 'suffixed' || spelling === 'prefixed') return 'misspelt';
  if (platform === undefined || platform === 'foundry')
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
