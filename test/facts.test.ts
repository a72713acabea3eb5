import { describe, expect, test } from 'vitest';
import { betaStanding } from '../src/facts/betas.ts';
import { resolveModel } from '../src/facts/model-lookup.ts';
import { betaValues, deprecatedModels, modelIds } from '../src/facts/structure.generated.ts';

/** Days that the SDK names and the documentation does not: there, a day is yet to be announced (2026-11-22). */
const unannounced = new Set(['claude-mythos-preview']);

describe('the facts written by hand know what the installed SDK knows', () => {
  test('every model id', () => {
    expect(modelIds.filter((id) => resolveModel(id).kind !== 'known')).toEqual([]);
  });

  test.each(Object.entries(deprecatedModels))('that %s answers until %s', (id, day) => {
    const found = resolveModel(id);
    const model = found.kind === 'known' ? found.model : undefined;
    expect(model?.deprecatedOn).toBeDefined();
    expect(model?.retiresOn).toBe(unannounced.has(id) ? undefined : day);
  });

  test('every beta value', () => {
    expect(betaValues.filter((value) => betaStanding(value) === undefined)).toEqual([]);
  });
});
