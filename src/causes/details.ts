import type { Recognition, SignHit } from '../core/cause.ts';
import type { Evidence } from '../core/evidence.ts';

/** The recognition that a sign's own certainty and quote make, with the details found beside it. */
export function recognized<D>({ sign, quote }: SignHit, details: D): Recognition<D> {
  return { certainty: sign.certainty ?? 'proven', because: [quote], details };
}

/** The first group of a pattern in the text; the pattern must run in linear time. */
export function captured({ reading }: Evidence, pattern: RegExp): string | undefined {
  return pattern.exec(reading?.flat ?? '')?.[1];
}

/** The path that the API names, ready to stand in a sentence: `` at `messages.3.content.0` ``. */
export function pathPhrase({ response }: Evidence): string {
  return response?.path === undefined ? '' : ` at \`${response.path}\``;
}

/** A model id, ready to stand in a sentence as its subject. */
export function modelPhrase({ model }: Evidence): string {
  return model === undefined ? 'The model' : `\`${model}\``;
}
