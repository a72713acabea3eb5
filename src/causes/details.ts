import type { Evidence } from '../core/evidence.ts';
import { flatTextOf } from './recognition.ts';

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
