/** A part of a section. Names in backticks are shown as code. */
export type DocumentBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [name: string, value: string])[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly isNumbered?: boolean }
  /** What stands there exactly, character by character. */
  | { readonly kind: 'exact'; readonly text: string };

/** A titled part of a document; one without blocks is left out. */
export interface DocumentSection {
  readonly title: string;
  readonly blocks: readonly DocumentBlock[];
}

/** A document that can be written as Markdown and as a page. */
export interface TextDocument {
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly DocumentSection[];
}
