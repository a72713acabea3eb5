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

/** Removes every secret that the redactors find. Applying it twice changes nothing more. */
export function redactWith(redactors: readonly Redactor[], text: string): Redacted {
  const lower = text.toLowerCase();
  const found: { readonly kind: string; readonly start: number; readonly end: number }[] = [];
  for (const { kind, anchors, pattern, confirm } of redactors) {
    if (!anchors.some((anchor) => lower.includes(anchor))) continue;
    for (const match of text.matchAll(pattern)) {
      const [start, end] = match.indices?.groups?.['secret'] ?? match.indices?.[0] ?? [0, 0];
      const secret = text.slice(start, end);
      if (secret.length > 0 && !secret.startsWith('[redacted') && (confirm?.(secret) ?? true))
        found.push({ kind, start, end });
    }
  }
  if (found.length === 0) return { text, redactions: [] };
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let out = '';
  let from = 0;
  const redactions: Redaction[] = [];
  for (const { kind, start, end } of found) {
    if (start < from) {
      if (end > from) from = end;
      continue;
    }
    out += `${text.slice(from, start)}[redacted ${kind}, ${end - start} characters]`;
    redactions.push({ kind, at: start, length: end - start });
    from = end;
  }
  return { text: out + text.slice(from), redactions };
}

/** The line wrap that a terminal puts into a token: the next line goes on with what can only be more of it. */
export const wrap = String.raw`(?:\n(?:[ \t│|]{1,12}(?=[\w-]{8})|(?=[\w-]{16})))?`;
