import type { BesideRedactor, Redactor } from '../redactor.ts';

/**
 * What an anchor stands for: a form, a word that every name of a secret holds unless one character follows, a word that
 * makes a number one, or nothing but that it occurs.
 */
export type Anchored =
  | { readonly kind: 'form'; readonly redactor: Redactor }
  | { readonly kind: 'name'; readonly notBefore: string }
  | { readonly kind: 'beside'; readonly redactor: BesideRedactor }
  | { readonly kind: 'literal' };

/** Takes one anchor after another. */
export type TellAnchor = (text: string, stands: Anchored) => void;

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
  return stands.kind !== 'name' || text.charCodeAt(at + anchor.length) !== stands.notBefore.charCodeAt(0);
}

/** Whether letters in any case are those of an anchor. */
export function ignoresCase({ kind }: Anchored): boolean {
  return kind === 'name' || kind === 'beside';
}

/** Whether an anchor in small letters stands at a place, in whatever letters. */
export function standsInAnyCase(text: string, anchor: string, at: number): boolean {
  for (let index = 0; index < anchor.length; index++) {
    const code = text.charCodeAt(at + index);
    const own = anchor.charCodeAt(index);
    if (code !== own && (code >= 65 && code <= 90 ? code + 32 : lowerOf(code)) !== own) return false;
  }
  return true;
}

/** The small letter of one beyond ASCII. */
function lowerOf(code: number): number {
  return code < 128 ? code : String.fromCharCode(code).toLowerCase().charCodeAt(0);
}
