import type { Secret } from './redactor.ts';

/** A value that was removed: where it began in the original text, what it was, and how long; never the value. */
export interface Redaction {
  readonly kind: string;
  readonly at: number;
  readonly length: number;
  /** Equal for equal secrets of one output. */
  readonly fingerprint?: string;
}

/** A text without its secrets, and what was taken out. */
export interface Redacted {
  readonly text: string;
  readonly redactions: readonly Redaction[];
}

/** What markers say beyond kind and length. */
export interface Marking {
  /** A hash under a key that is drawn anew for each output and never written; without it markers hold no fingerprint. */
  readonly fingerprint?: (secret: string) => string;
}

/** A text with a marker in the place of each secret. */
export function redactedText(text: string, secrets: readonly Secret[], { fingerprint }: Marking): Redacted {
  const fresh = secrets.filter(({ start, end }) => !text.slice(start, end).startsWith('[redacted '));
  if (fresh.length === 0) return { text, redactions: [] };
  const redactions: Redaction[] = [];
  const safe = replaced(text, fresh, (secret) => {
    if (secret.continues) return '';
    const { kind, start, end, value = text.slice(start, end) } = secret;
    const length = end - start;
    const print = fingerprint?.(value);
    redactions.push({ kind, at: start, length, ...(print === undefined ? {} : { fingerprint: print }) });
    return markerOf(kind, length, print);
  });
  return { text: safe, redactions };
}

/** What stands where a secret stood. */
export function markerOf(kind: string, length: number, fingerprint: string | undefined): string {
  return `[redacted ${kind}, ${length} characters${fingerprint === undefined ? '' : `, #${fingerprint}`}]`;
}

/** A text whose secrets are covered character by character, so that places in it stay true. */
export function maskedText(text: string, secrets: readonly Secret[]): string {
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
