import type { BesideRedactor, Redactor } from '../redactor.ts';

/**
 * What an anchor stands for: a form, a word that every name of a secret holds unless one character follows, or a word
 * that makes a number one.
 */
export type Anchored =
  | { readonly kind: 'form'; readonly redactor: Redactor }
  | { readonly kind: 'name'; readonly notBefore: string }
  | { readonly kind: 'beside'; readonly redactor: BesideRedactor };

/** A text that tells where a secret may be. */
export interface Anchor {
  readonly text: string;
  readonly ignoresCase: boolean;
  /** Of two anchors at one place, the one with the lower rank is told first. */
  readonly rank: number;
  readonly stands: Anchored;
}

/** Whether an anchor tells of anything, by what follows it. */
export function counts({ text: anchor, stands }: Anchor, text: string, at: number): boolean {
  return stands.kind !== 'name' || stands.notBefore === '' || !text.startsWith(stands.notBefore, at + anchor.length);
}

/** Whether an anchor in small letters stands at a place, in whatever letters. */
export function standsInAnyCase(text: string, anchor: string, at: number): boolean {
  for (let index = 0; index < anchor.length; index++) {
    const code = text.charCodeAt(at + index);
    if ((code >= 65 && code <= 90 ? code + 32 : code) !== anchor.charCodeAt(index)) return false;
  }
  return true;
}
