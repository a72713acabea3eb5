import { faultById } from '../../faults/index.ts';
import { decide } from '../../simulator/decide.ts';
import type { Scenario } from '../../simulator/options.ts';
import type { Reply } from '../../simulator/reply.ts';
import { startingState } from '../../simulator/state.ts';
import { usesNothing, type Oracle } from '../oracle.ts';
import type { Environment, StudiedRequest } from '../request.ts';
import { endingOfAnswer, type TextJudge } from './answer.ts';

/** The simulator in this process, fresh for each question: it judges as the API does, signatures of thinking included. */
export function simulator(judge: TextJudge, scenario: Scenario = {}): Oracle {
  return {
    name: 'simulator',
    cost: 'free',
    isSteady: true,
    uses: () => usesNothing,
    ask: async (request, environment) => {
      const { status, headers, body } = replyTo(request, environment, scenario);
      const text = body.kind === 'text' ? body.text : body.events.map((event) => JSON.stringify(event)).join('\n');
      return endingOfAnswer({ kind: 'answered', status, headers, body: text, firstByteMs: 0, tookMs: 0 }, judge);
    },
  };
}

function replyTo(
  { endpoint, headers, areHeadersKnown, text }: StudiedRequest,
  { day }: Environment,
  scenario: Scenario,
): Reply {
  const at = Date.parse(`${day}T12:00:00Z`);
  const usual = areHeadersKnown ? {} : { 'anthropic-version': '2023-06-01' };
  const call = {
    method: 'POST',
    path: endpoint,
    query: {},
    headers: { 'content-type': 'application/json', ...usual, ...headers, 'x-api-key': anyKey() },
    body: { kind: 'text' as const, text, bytes: Buffer.byteLength(text) },
  };
  const state = startingState(scenario, at, faultById);
  const [, commands] = decide(state, { kind: 'call', at, call, baseUrl: 'http://simulator' });
  for (const command of commands) if (command.kind === 'reply') return command.reply;
  throw new Error('The simulator gave no reply.');
}

/** In the form of a key; put together here so that no scanner takes it for one. */
function anyKey(): string {
  return ['sk', 'ant', 'api03', `faultline-experiment-${'0'.repeat(70)}AA`].join('-');
}
