import type { Model } from '../core/model.ts';
import { currentModels } from './models/current.ts';
import { olderModels } from './models/older.ts';

/** Every Claude model there was, newest generation first. */
export function allModels(): readonly Model[] {
  return [...currentModels, ...olderModels];
}

/** Whether a model answers on the Claude API on a day; it still does on its retirement day. */
export function isRetired(model: Model, day: string): boolean {
  return model.retiresOn !== undefined && day > model.retiresOn;
}

/** A model's short name: the alias where there is one. */
export function shortId(model: Model): string {
  return model.aliases.find((alias) => !alias.endsWith('-latest') && !alias.endsWith('-0')) ?? model.id;
}
