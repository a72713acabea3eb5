/** A value that was removed: where it began in the original text, what it was, and how long; never the value. */
export interface Redaction {
  readonly kind: string;
  readonly at: number;
  readonly length: number;
}

/** One kind of secret and how to find it. */
export interface Redactor {
  readonly kind: string;
  /** Text that must occur, in lower case, before the pattern is tried. */
  readonly anchors: readonly string[];
  /**
   * Global, linear. Its named group `secret` is what is replaced; without one the whole match is.
   */
  readonly pattern: RegExp;
  /** A closer look at a candidate, for kinds that a pattern alone would take too often. */
  readonly confirm?: (secret: string) => boolean;
}

/** Declares a redactor; `pattern` gets the flags it needs. */
export function defineRedactor(redactor: Redactor): Redactor {
  const flags = new Set([...redactor.pattern.flags.split(''), 'g', 'd']);
  return { ...redactor, pattern: new RegExp(redactor.pattern.source, [...flags].join('')) };
}

/** A text without its secrets, and what was taken out. */
export interface Redacted {
  readonly text: string;
  readonly redactions: readonly Redaction[];
}

/** A stretch of text that is a secret. */
interface Secret {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

/** Removes every secret that the redactors find. Applying it twice changes nothing more. */
export function redactWith(redactors: readonly Redactor[], text: string): Redacted {
  const secrets = secretsIn(redactors, text);
  if (secrets.length === 0) return { text, redactions: [] };
  return {
    text: replaced(text, secrets, ({ kind, start, end }) => `[redacted ${kind}, ${end - start} characters]`),
    redactions: secrets.map(({ kind, start, end }) => ({ kind, at: start, length: end - start })),
  };
}

/** Covers every secret that the redactors find, character by character, so that places in the text stay true. */
export function maskWith(redactors: readonly Redactor[], text: string): string {
  const secrets = secretsIn(redactors, text);
  return replaced(text, secrets, ({ start, end }) => text.slice(start, end).replaceAll(/[^\r\n]/g, '•'));
}

function replaced(text: string, secrets: readonly Secret[], replacement: (secret: Secret) => string): string {
  let out = '';
  let from = 0;
  for (const secret of secrets) {
    out += text.slice(from, secret.start) + replacement(secret);
    from = secret.end;
  }
  return out + text.slice(from);
}

/** Secrets in the order of the text; those that overlap are one, named by the first. */
function secretsIn(redactors: readonly Redactor[], text: string): readonly Secret[] {
  const lower = text.toLowerCase();
  const found: Secret[] = [];
  for (const { kind, anchors, pattern, confirm } of redactors) {
    if (!anchors.some((anchor) => lower.includes(anchor))) continue;
    for (const match of text.matchAll(pattern)) {
      const [start, end] = match.indices?.groups?.['secret'] ?? match.indices?.[0] ?? [0, 0];
      const secret = text.slice(start, end);
      if (secret.length > 0 && !secret.startsWith('[redacted') && (confirm?.(secret) ?? true))
        found.push({ kind, start, end });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: Secret[] = [];
  for (const secret of found) {
    const last = apart.at(-1);
    if (!last || secret.start >= last.end) apart.push(secret);
    else if (secret.end > last.end) apart.splice(-1, 1, { ...last, end: secret.end });
  }
  return apart;
}

/** The line wrap that a terminal puts into a token: the next line goes on with what can only be more of it. */
export const wrap = String.raw`(?:\n(?:[ \t│|]{1,12}(?=[\w-]{8})|(?=[\w-]{16})))?`;
