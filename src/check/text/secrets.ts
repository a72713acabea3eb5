import { redact } from '../../redactors/index.ts';

/** A credential in a text: what it is and where, never the value. */
export interface FoundSecret {
  readonly kind: string;
  readonly at: number;
  readonly length: number;
}

/**
 * How live credentials begin that have a form of their own; with some characters more, so that the search can leap.
 * What only looks like a secret by what stands beside it (`password=`) is left alone: prompts are full of it.
 */
const beginning =
  /(?:sk-(?:ant|or|proj)-|sk_live_|AKIA|AIza|gh[pos]_|github_pat_|glpat-|xox[bp]-)[\w-]{12}|-----BEGIN [A-Z]/g;
/** A window that holds the longest credential: a private key. */
const windowCharacters = 8000;
const mostSecrets = 20;
const mostTries = 500;

/** Finds credentials with a form of their own, in one pass. */
export function secretsIn(text: string): readonly FoundSecret[] {
  const found: FoundSecret[] = [];
  let tries = 0;
  for (const { index } of text.matchAll(beginning)) {
    const secret = secretAt(text, index);
    if (secret) found.push(secret);
    if (++tries === mostTries || found.length === mostSecrets) break;
  }
  return found;
}

/** What the redactors see at a place, if it begins there. */
function secretAt(text: string, at: number): FoundSecret | undefined {
  // One character before, so that a word boundary is seen.
  const start = Math.max(0, at - 1);
  const { redactions } = redact(text.slice(start, at + windowCharacters));
  const first = redactions.find((redaction) => start + redaction.at === at);
  return first && { kind: first.kind, at, length: first.length };
}
