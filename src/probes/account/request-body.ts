import type { JsonObject } from '../../core/json.ts';
import type { Learned, Target } from '../../core/probe.ts';
import { countedMembers } from '../../facts/endpoints.ts';

/** The failing request as the token counting endpoint takes it, or a small one where none is known. */
export function countingBody(target: Target, learned: Learned): JsonObject | undefined {
  const { request } = target;
  if (request) return Object.fromEntries(Object.entries(request.body).filter(([name]) => countedMembers.has(name)));
  const model = modelToAsk(target, learned);
  return model === undefined ? undefined : { model, messages: smallest };
}

/** The smallest request there is: one word in, one token out. */
export function minimalBody(target: Target, learned: Learned): JsonObject | undefined {
  const model = modelToAsk(target, learned);
  return model === undefined ? undefined : { model, max_tokens: 1, messages: smallest };
}

const smallest = [{ role: 'user', content: 'Hi' }];

/** The model that the user names; else the cheapest family that the credential may use. */
function modelToAsk({ model }: Target, { models }: Learned): string | undefined {
  return model ?? models?.find((id) => id.includes('haiku')) ?? models?.[0];
}

/** Headers of the failing request that change how its body is read. */
export function sentHeaders({ request }: Target): Readonly<Record<string, string>> {
  const kept = Object.entries(request?.headers ?? {}).filter(
    ([name]) => name === 'anthropic-beta' || name === 'anthropic-version' || name === 'anthropic-workspace-id',
  );
  return Object.fromEntries(kept);
}
