import type { ErrorAnswer } from '../core/fault.ts';
import type { JsonObject } from '../core/json.ts';
import type { EffortLevel, Model } from '../core/model.ts';
import { resolveModel } from '../facts/model-lookup.ts';
import { allModels, isRetired } from '../facts/models.ts';
import { page } from './page.ts';

const mostPerPage = 1000;
const usualPage = 20;
const efforts: readonly EffortLevel[] = ['low', 'medium', 'high', 'xhigh', 'max'];

/** The models that answer on a day, newest first, a page of them. */
export function modelPage(query: Readonly<Record<string, string>>, day: string): JsonObject {
  const living = allModels()
    .filter((model) => !isRetired(model, day))
    .toSorted((one, other) => (other.launchedOn ?? '').localeCompare(one.launchedOn ?? ''))
    .map(modelInfo);
  return page(living, query, { usual: usualPage, most: mostPerPage });
}

/** One model by its id or alias. */
export function modelById(id: string, day: string): { readonly model: JsonObject } | { readonly error: ErrorAnswer } {
  const found = resolveModel(id);
  if (
    found.kind === 'known' &&
    (found.spelling === 'id' || found.spelling === 'alias') &&
    !isRetired(found.model, day)
  ) {
    return { model: modelInfo(found.model) };
  }
  return { error: { status: 404, type: 'not_found_error', message: `model: ${id}` } };
}

/** A model of which nothing is known, for judging by the schema alone. */
export function inventedModel(id: string): JsonObject {
  const [newest] = allModels();
  return { ...(newest ? modelInfo(newest) : {}), id, display_name: id };
}

function supported(value: boolean): JsonObject {
  return { supported: value };
}

function modelInfo(model: Model): JsonObject & { readonly id: string } {
  const { modes } = model.thinking;
  return {
    type: 'model',
    id: model.id,
    display_name: displayName(model.id),
    created_at: `${model.launchedOn ?? '2024-01-01'}T00:00:00Z`,
    max_input_tokens: model.contextWindow ?? null,
    max_tokens: model.maxOutputTokens ?? null,
    capabilities: {
      batch: supported(true),
      citations: supported(true),
      code_execution: supported(model.effortLevels.length > 0),
      context_management: {
        ...supported(true),
        clear_thinking_20251015: supported(true),
        clear_tool_uses_20250919: supported(true),
        compact_20260112: supported(model.effortLevels.length > 0),
      },
      effort: {
        ...supported(model.effortLevels.length > 0),
        ...Object.fromEntries(efforts.map((level) => [level, supported(model.effortLevels.includes(level))])),
      },
      image_input: supported(true),
      pdf_input: supported(true),
      structured_outputs: supported(true),
      thinking: {
        ...supported(modes.some((mode) => mode !== 'disabled')),
        types: { adaptive: supported(modes.includes('adaptive')), enabled: supported(modes.includes('enabled')) },
      },
    },
  };
}

/** `claude-opus-4-5-20251101` is shown as `Claude Opus 4.5`. */
function displayName(id: string): string {
  const parts = id.replace(/-\d{8}$/, '').split('-');
  const words = parts.filter((part) => !/^\d+$/.test(part)).map((part) => part.charAt(0).toUpperCase() + part.slice(1));
  return [...words, parts.filter((part) => /^\d+$/.test(part)).join('.')].join(' ').trim();
}
