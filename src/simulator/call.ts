/** One HTTP request as the simulator got it. */
export interface HttpCall {
  readonly method: string;
  /** Path without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ReceivedBody;
}

/** The body of a request after its content encoding was undone. */
export type ReceivedBody =
  | { readonly kind: 'text'; readonly text: string; readonly bytes: number }
  | { readonly kind: 'too-large' | 'encoding-invalid' | 'encoding-unsupported' | 'too-large-after-decoding' };

/** The calls that the simulator knows. */
export type Route =
  | { readonly kind: 'messages' | 'count-tokens' | 'batch-create' | 'batch-list' | 'model-list' }
  | BatchRoute
  | { readonly kind: 'model'; readonly id: string }
  | { readonly kind: 'status-page'; readonly document: StatusDocument }
  | { readonly kind: 'unknown-path' }
  | { readonly kind: 'wrong-method'; readonly allowed: string };

/** What is asked of one batch. */
export interface BatchRoute {
  readonly kind: 'batch' | 'batch-cancel' | 'batch-delete' | 'batch-results';
  readonly id: string;
}

/** The documents of the status page. */
export type StatusDocument = 'summary' | 'status' | 'incidents' | 'components';

const methods: Readonly<
  Record<string, Readonly<Record<string, 'messages' | 'count-tokens' | 'batch-create' | 'batch-list' | 'model-list'>>>
> = {
  '/v1/messages': { POST: 'messages' },
  '/v1/messages/count_tokens': { POST: 'count-tokens' },
  '/v1/messages/batches': { POST: 'batch-create', GET: 'batch-list' },
  '/v1/models': { GET: 'model-list' },
};

const item = /^\/v1\/(?:messages\/batches\/(?<batch>[^/]+)(?:\/(?<action>cancel|results))?|models\/(?<model>.+))$/;
const statusPage = /^\/api\/v2\/(summary|status|incidents|components)\.json$/;

/** Finds what a method and a path ask for. */
export function routeOf(method: string, path: string): Route {
  const known = methods[path];
  if (known) {
    const kind = known[method];
    return kind ? { kind } : { kind: 'wrong-method', allowed: Object.keys(known).join(', ') };
  }
  const document = statusPage.exec(path)?.[1];
  if (document === 'summary' || document === 'status' || document === 'incidents' || document === 'components') {
    return method === 'GET' ? { kind: 'status-page', document } : { kind: 'wrong-method', allowed: 'GET' };
  }
  const { batch, action, model } = item.exec(path)?.groups ?? {};
  if (batch !== undefined) return batchRoute(method, decoded(batch), action);
  if (model !== undefined) {
    return method === 'GET' ? { kind: 'model', id: decoded(model) } : { kind: 'wrong-method', allowed: 'GET' };
  }
  return { kind: 'unknown-path' };
}

function batchRoute(method: string, id: string, action: string | undefined): Route {
  if (action === 'cancel')
    return method === 'POST' ? { kind: 'batch-cancel', id } : { kind: 'wrong-method', allowed: 'POST' };
  if (action === 'results')
    return method === 'GET' ? { kind: 'batch-results', id } : { kind: 'wrong-method', allowed: 'GET' };
  if (method === 'GET') return { kind: 'batch', id };
  return method === 'DELETE' ? { kind: 'batch-delete', id } : { kind: 'wrong-method', allowed: 'GET, DELETE' };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
