import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkResponse } from '../../check/response/response.ts';
import { checkStream } from '../../check/response/stream.ts';
import { viewRequest } from '../../check/view.ts';
import type { Ending } from '../../core/fault.ts';
import type { JsonObject } from '../../core/json.ts';
import { drawFor } from '../draw.ts';
import { eventText } from '../wire/send.ts';
import { eventsOf } from './events.ts';
import { composeMessage, type AnswerMessage } from './message.ts';

const tool = {
  name: 'look_up_river',
  input_schema: {
    type: 'object',
    properties: {
      name: { type: 'string' },
      km: { type: 'integer', minimum: 1, maximum: 6000 },
      path: { type: 'array', items: { type: 'string' } },
    },
    required: ['name'],
  },
};

const requests = fc.record(
  {
    max_tokens: fc.integer({ min: 1, max: 400 }),
    thinking: fc.constantFrom(
      { type: 'enabled', budget_tokens: 1024 },
      { type: 'disabled' },
      { type: 'enabled', display: 'omitted' },
    ),
    tools: fc.constant([tool]),
    stop_sequences: fc.array(fc.constantFrom('river', 'the', '.', 'Vienna'), { maxLength: 2 }),
  },
  { requiredKeys: [] },
);
const endings = fc.option(
  fc.constantFrom<Ending>(
    { stopReason: 'end_turn', isEmpty: true },
    { stopReason: 'max_tokens' },
    { stopReason: 'pause_turn' },
    { stopReason: 'refusal' },
    { stopReason: 'model_context_window_exceeded' },
  ),
  { nil: undefined },
);

function answerTo(
  members: JsonObject,
  seed: number,
  ending: Ending | undefined,
): { readonly body: JsonObject; readonly message: AnswerMessage } {
  const body = {
    model: 'claude-haiku-4-5',
    messages: [{ role: 'user', content: 'The rivers of Vienna, please.' }],
    ...members,
  };
  const message = composeMessage(viewRequest(body), {
    draw: drawFor(seed, 'test'),
    promptTokens: 20,
    cache: { read: 0, written: { fiveMinutes: 0, oneHour: 0 }, kept: new Map() },
    ...(ending ? { ending } : {}),
  });
  return { body, message };
}

/** What is wrong with an answer itself, beside what its stop reason asks of the caller. */
function faultsIn(problems: ReturnType<typeof checkStream>['problems']): readonly string[] {
  const duties = new Set([
    'output-truncated',
    'pause-turn-unanswered',
    'refusal',
    'context-window-exceeded',
    'empty-answer',
    'content-blocked',
  ]);
  return problems
    .filter(({ severity, cause }) => severity === 'error' && !duties.has(cause))
    .map(({ row, message }) => `${row}: ${message}`);
}

describe('an answer', () => {
  test('keeps the grammar of events, whatever was asked and however it ends', () => {
    fc.assert(
      fc.property(requests, fc.integer(), endings, (members, seed, ending) => {
        const { body, message } = answerTo(members, seed, ending);
        const text = eventsOf(message).map(eventText).join('');
        expect(faultsIn(checkStream(text, { request: body }).problems)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('is in order as one document too', () => {
    fc.assert(
      fc.property(requests, fc.integer(), (members, seed) => {
        const { body, message } = answerTo(members, seed, undefined);
        expect(faultsIn(checkResponse(message, { request: body }).problems)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('is never longer than `max_tokens`', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer(), (most, seed) => {
        expect(answerTo({ max_tokens: most }, seed, undefined).message.usage.output_tokens).toBeLessThanOrEqual(most);
      }),
    );
  });
});
