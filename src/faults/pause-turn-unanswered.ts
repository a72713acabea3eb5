import { defineFault } from '../core/fault.ts';

/** Pauses its turn. */
export const pauseTurnUnanswered = defineFault({
  id: 'pause-turn-unanswered',
  cause: 'pause-turn-unanswered',
  summary: 'Pauses its turn',
  deed: { kind: 'ending', ending: { stopReason: 'pause_turn' } },
});
