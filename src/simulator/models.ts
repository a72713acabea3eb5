import type { ErrorAnswer } from '../core/fault.ts';
import type { JsonObject } from '../core/json.ts';
import type { EffortLevel, Model, ThinkingMode } from '../core/model.ts';
import { resolveModel } from '../facts/model-lookup.ts';
import { allModels, isRetired } from '../facts/models.ts';
import { page } from './page.ts';

const mostPerPage = 1000;
const usualPage = 20;
const thinkingModes: readonly ThinkingMode[] = ['adaptive', 'between_tools', 'disabled', 'enabled'];
const efforts: readonly EffortLevel[] = ['low', 'medium', 'high', 'xhigh', 'max'];

/** The models that answer on a day, newest first, a page of them. */
export function modelPage(query: Readonly<Record<string, string>>, day: string): JsonObject {
  const wanted = lifecyclesIn(query);
  const living = allModels()
    .filter((model) => wanted.includes(lifecycleOf(model, day)))
    .toSorted((one, other) => (other.launchedOn ?? '').localeCompare(one.launchedOn ?? ''))
    .map((model) => modelInfo(model, day));
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
    return { model: modelInfo(found.model, day) };
  }
  return { error: { status: 404, type: 'not_found_error', message: `model: ${id}` } };
}

/** A model of which nothing is known, for judging by the schema alone. */
export function inventedModel(id: string, day: string): JsonObject {
  const [newest] = allModels();
  return { ...(newest ? modelInfo(newest, day) : {}), id, display_name: id };
}

function supported(value: boolean): JsonObject {
  return { supported: value };
}

type Lifecycle = 'active' | 'deprecated' | 'retired';

const lines: ReadonlySet<string> = new Set(['haiku', 'sonnet', 'opus', 'fable', 'mythos']);

/** The stages that a query asks for; without it retired models are left out. */
function lifecyclesIn(query: Readonly<Record<string, string>>): readonly string[] {
  const written = Object.entries(query).find(([name]) => name.startsWith('lifecycle'))?.[1];
  return written?.split(',') ?? ['active', 'deprecated'];
}

function lifecycleOf(model: Model, day: string): Lifecycle {
  if (isRetired(model, day)) return 'retired';
  return model.deprecatedOn !== undefined && model.deprecatedOn <= day ? 'deprecated' : 'active';
}

function startOf(day: string | undefined): string | null {
  return day === undefined ? null : `${day}T00:00:00Z`;
}

function modelInfo(model: Model, day: string): JsonObject & { readonly id: string } {
  const { modes } = model.thinking;
  return {
    type: 'model',
    id: model.id,
    display_name: displayName(model.id),
    created_at: startOf(model.launchedOn ?? '2024-01-01'),
    deprecated_at: startOf(model.deprecatedOn),
    retires_at: startOf(model.retiresOn),
    lifecycle: lifecycleOf(model, day),
    line: lines.has(model.family) ? model.family : null,
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
      server_tools: {
        ...supported(true),
        code_execution: supported(model.effortLevels.length > 0),
        web_search: supported(true),
      },
      structured_outputs: supported(true),
      thinking: {
        ...supported(modes.some((mode) => mode !== 'disabled')),
        types: Object.fromEntries(thinkingModes.map((mode) => [mode, supported(modes.includes(mode))])),
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
