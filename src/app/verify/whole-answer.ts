import { observer } from '../../capture/exchange/observer.ts';
import type { KeptBody } from '../../capture/exchange/exchange.ts';
import type { HttpAnswer } from '../../core/world.ts';
import type { Ending } from '../../experiments/ending.ts';
import { failureOfVerdict } from '../../experiments/oracles/answer.ts';
import type { StudiedRequest } from '../../experiments/request.ts';
import { loadTextJudge } from '../text-judge.ts';

/**
 * How a call ended whose answer has a good status, as the recorder would take it: an answer can be cut off, refused or
 * empty. Nothing where it is fine.
 */
export async function failureInAnswer(
  { endpoint, text }: StudiedRequest,
  { status, headers, body, tookMs }: Extract<HttpAnswer, { readonly kind: 'answered' }>,
  upstream: string,
): Promise<Ending | undefined> {
  const judge = await loadTextJudge();
  const observe = observer({ judge: (said) => judge(said), newId: () => '', withBodies: false });
  const { failure } = observe({
    at: 0,
    method: 'POST',
    path: endpoint,
    upstream,
    headers: ['content-type', 'application/json'],
    body: kept(text),
    response: { status, statusText: '', headers: Object.entries(headers).flat(), body: kept(body) },
    ending: { kind: 'complete' },
    timing: { isConnectionReused: false, endMs: tookMs },
  });
  return failure && failureOfVerdict(failure.incident.verdict);
}

function kept(text: string): KeptBody {
  const head = Buffer.from(text);
  return { bytes: head.byteLength, head, tail: new Uint8Array(0) };
}
