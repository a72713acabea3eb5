import { endingWords, likenessTo, type Ending, type Failure } from './ending.ts';
import { cheapestFirst, type Oracle } from './oracle.ts';
import type { Environment, StudiedRequest } from './request.ts';
import type { Session } from './session.ts';

/** What an oracle said of the request as it was given. */
export interface Tried {
  readonly oracle: Oracle;
  readonly ending: Ending;
}

/** The cheapest oracle that shows the failure under study, and what the cheaper ones said. */
export type Reproduction =
  | {
      readonly kind: 'reproduced';
      readonly oracle: Oracle;
      readonly failure: Failure;
      readonly tried: readonly Tried[];
    }
  | { readonly kind: 'not-reproduced'; readonly tried: readonly Tried[] };

/**
 * Asks from the cheapest oracle to the dearest, until one shows the failure. Without a known failure, the first that is
 * found becomes the one under study.
 */
export async function reproduce(
  session: Session,
  oracles: readonly Oracle[],
  request: StudiedRequest,
  environment: Environment,
  known?: Failure,
): Promise<Reproduction> {
  const tried: Tried[] = [];
  if (known) session.study(known);
  for (const oracle of cheapestFirst(oracles)) {
    const ending = await session.ask(oracle, request, environment);
    tried.push({ oracle, ending });
    if (ending.kind !== 'failure') continue;
    if (known && likenessTo(known, ending) !== 'same') continue;
    session.study(ending);
    return { kind: 'reproduced', oracle, failure: ending, tried };
  }
  return { kind: 'not-reproduced', tried };
}

/** What each oracle said, as one sentence. */
export function triedWords(tried: readonly Tried[]): string {
  return tried.map(({ oracle, ending }) => `${oracle.name}: ${endingWords(ending)}`).join('; ');
}
