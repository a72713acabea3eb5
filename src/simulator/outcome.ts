import type { ErrorAnswer } from '../core/fault.ts';
import type { RequestView } from '../core/view.ts';
import type { Arrival } from './arrival.ts';
import { judgeBody, type JudgedCall, type Judgement } from './judge.ts';
import { errorReply, type Reply } from './reply.ts';
import type { SimulatorState } from './state.ts';

/** What comes of a call: the state after it, and what goes back. */
export type Outcome = readonly [SimulatorState, Reply];

/** Answers with an error, and changes nothing. */
export function refuse(state: SimulatorState, { identity }: Arrival, error: ErrorAnswer): Outcome {
  return [state, errorReply(error, identity)];
}

/** Judges the body of a call, and goes on with one that is accepted. */
export function accepted(
  state: SimulatorState,
  arrival: Arrival,
  answer: (judged: Extract<Judgement, { readonly kind: 'accepted' }>) => Outcome,
): Outcome {
  const { body } = arrival.call;
  const judged = judgeBody(body.kind === 'text' ? body.text : '', judgedCall(state, arrival));
  return judged.kind === 'refused' ? refuse(state, arrival, judged.error) : answer(judged);
}

/** A call as the judge sees it. */
export function judgedCall({ setting }: SimulatorState, { call, at }: Arrival): JudgedCall {
  return { path: call.path, headers: call.headers, mode: setting.judge, day: dayOf(at) };
}

/** The middle of the estimate: nobody outside the API can count. */
export function promptTokens(view: RequestView): number {
  const { low, high } = view.tokens().total;
  return Math.max(1, Math.round((low + high) / 2));
}

let today = { number: NaN, text: '' };

/** The day of a time, as rules and models are dated. */
export function dayOf(at: number): string {
  const number = Math.floor(at / 86_400_000);
  if (number !== today.number) today = { number, text: new Date(at).toISOString().slice(0, 10) };
  return today.text;
}
