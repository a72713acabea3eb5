import { visible } from './visible.ts';

/** A piece of HTML that is safe to put into a page. */
export interface Html {
  readonly html: string;
}

/** What may stand in a template: text is escaped, pieces are taken as they are, and nothing stands for nothing. */
export type HtmlPart = string | number | Html | readonly Html[] | undefined;

/**
 * Makes a piece of HTML. Whatever is not one itself is escaped, so that no text can become markup or turn the direction of
 * what follows.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  return { html: strings.map((text, at) => text + written(parts[at])).join('') };
}

function written(part: HtmlPart): string {
  if (part === undefined) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return 'html' in part ? part.html : part.map((one) => one.html).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return visible(text).replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}
