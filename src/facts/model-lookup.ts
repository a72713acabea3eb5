import type { Platform } from '../core/evidence.ts';
import type { Model, ModelResolution, ModelSpelling } from '../core/model.ts';
import { suggestModels } from './model-suggestions.ts';
import { allModels } from './models.ts';

type Known = Extract<ModelResolution, { readonly kind: 'known' }>;

/** Inference-profile prefixes of Bedrock, current and announced ones alike. */
const profilePrefix = /^(?:global|us-gov|us|eu|jp|apac|au|ca|uk|sa|me)\.(?=anthropic\.)/;
const bedrockVersion = /-v\d+(?::\d+)?(?::\d+k)?$/;
/** A name that the customer chose, so that nothing follows from it. */
const customerNamed =
  /(?:application-inference-profile|provisioned-model|custom-model|imported-model|prompt-router|endpoint)\//;

let byId: ReadonlyMap<string, Known> | undefined;

/** Finds the model that an id names, in whatever form it is written. Works on tables that are built on first use. */
export function resolveModel(id: string, platform: Platform = 'direct'): ModelResolution {
  const found = find(id);
  if (found) return found;
  if (customerNamed.test(id)) return { kind: 'opaque', because: 'the id names a profile or deployment of the account' };
  if (platform === 'foundry')
    return { kind: 'opaque', because: 'Foundry deployments carry names chosen by the customer' };
  if (platform === 'gateway') return { kind: 'opaque', because: 'a gateway may name models as it likes' };
  return { kind: 'unknown', ...suggestModels(id) };
}

function find(id: string): Known | undefined {
  const ids = (byId ??= index());
  const exact = ids.get(id);
  if (exact) return exact;
  const decoded = id.includes('%') ? id.replace(/%3a/gi, ':').replace(/%2f/gi, '/').replace(/%40/gi, '@') : id;
  const cloud = decoded.startsWith('arn:') ? decoded.slice(decoded.lastIndexOf('/') + 1) : decoded;
  return bedrock(cloud, ids) ?? vertex(cloud, ids) ?? decorated(cloud, ids);
}

function bedrock(id: string, ids: ReadonlyMap<string, Known>): Known | undefined {
  const base = id.replace(profilePrefix, '');
  if (!base.startsWith('anthropic.')) return undefined;
  const known = ids.get(base) ?? ids.get(base.slice('anthropic.'.length).replace(bedrockVersion, ''));
  return known && as('bedrock', known);
}

function vertex(id: string, ids: ReadonlyMap<string, Known>): Known | undefined {
  const at = id.indexOf('@');
  if (at < 0) return undefined;
  const version = id.slice(at + 1);
  const name = id.slice(0, at);
  const known = ids.get(id) ?? ids.get(/^\d/.test(version) ? `${name}-${version}` : name);
  return known && as('vertex', known);
}

/** `claude-opus-4-6[1m]` of Claude Code, `anthropic/claude-opus-4.6` of routers. */
function decorated(id: string, ids: ReadonlyMap<string, Known>): Known | undefined {
  const plain = id.replace(/\[1m\]$/i, '');
  const known = ids.get(plain);
  if (known && plain !== id) return as('suffixed', known);
  const slash = plain.lastIndexOf('/');
  if (slash < 0) return undefined;
  const name = plain.slice(slash + 1);
  const named = ids.get(name) ?? ids.get(name.replaceAll('.', '-')) ?? bedrock(name, ids);
  return named && as('prefixed', named);
}

function as(spelling: ModelSpelling, { model }: Known): Known {
  return { kind: 'known', model, spelling };
}

function index(): ReadonlyMap<string, Known> {
  const ids = new Map<string, Known>();
  const add = (id: string | undefined, model: Model, spelling: ModelSpelling): void => {
    if (id !== undefined && !ids.has(id)) ids.set(id, { kind: 'known', model, spelling });
  };
  for (const model of allModels()) {
    add(model.id, model, 'id');
    for (const alias of model.aliases) add(alias, model, 'alias');
    add(model.platformIds.bedrock, model, 'bedrock');
    add(model.platformIds.vertex, model, 'vertex');
  }
  return ids;
}
