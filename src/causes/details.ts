import type { Recognition, SignHit } from '../core/cause.ts';
import type { Evidence } from '../core/evidence.ts';
import { flatTextOf, recognized } from './recognition.ts';

/** The types with which the API and the clouds refuse a request for what stands in it. */
export const badRequest: readonly string[] = ['invalid_request_error', 'ValidationException', 'INVALID_ARGUMENT'];

/** Like `recognized`, but takes words that other services use too only where the text speaks of Claude. */
export function recognizedOfClaude<D>(evidence: Evidence, hit: SignHit, details: D): Recognition<D> | undefined {
  return hit.sign.shared && evidence.subject !== 'claude' ? undefined : recognized(hit, details);
}

/** The first group of a pattern in the text; the pattern must run in linear time. */
export function captured(evidence: Evidence, pattern: RegExp): string | undefined {
  return pattern.exec(flatTextOf(evidence))?.[1];
}

/** The path that the API names, ready to stand in a sentence: `` at `messages.3.content.0` ``. */
export function pathPhrase({ response }: Evidence): string {
  return response?.path === undefined ? '' : ` at \`${response.path}\``;
}

/** A model id, ready to stand in a sentence as its subject. */
export function modelPhrase({ model }: Evidence): string {
  return model === undefined ? 'The model' : `\`${model}\``;
}
