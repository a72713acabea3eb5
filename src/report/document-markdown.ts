import type { DocumentBlock, TextDocument } from './document.ts';
import { fenced } from './fence.ts';
import { visible } from './visible.ts';

/** A document as Markdown. What others wrote in it cannot become a tag, a link or a picture. */
export function documentMarkdown({ title, lead, sections }: TextDocument): string {
  const lines = [
    `# ${prose(title)}`,
    '',
    prose(lead),
    ...sections
      .filter(({ blocks }) => blocks.length > 0)
      .flatMap((section) => [
        '',
        `## ${section.title}`,
        ...section.blocks.flatMap((block) => ['', ...blockLines(block)]),
      ]),
  ];
  return `${lines.join('\n')}\n`;
}

function blockLines(block: DocumentBlock): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return [prose(block.text)];
    case 'facts':
      return ['| | |', '| --- | --- |', ...block.rows.map(([name, value]) => `| ${cell(name)} | ${cell(value)} |`)];
    case 'table':
      return [
        `| ${block.head.join(' | ')} |`,
        `| ${block.head.map(() => '---').join(' | ')} |`,
        ...block.rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
      ];
    case 'list':
      return block.items.map((item, at) => `${block.isNumbered === true ? `${at + 1}.` : '-'} ${oneLine(item)}`);
    case 'exact':
      return fenced(visible(block.text));
  }
}

/** Outside of backticks nothing is markup: a report writes none there itself. */
function prose(text: string): string {
  return visible(text)
    .split(/(`[^`\n]+`)/)
    .map((part, at) => (at % 2 === 1 ? part : part.replaceAll(markup, (sign) => signs[sign] ?? `\\${sign}`)))
    .join('');
}

/** An underscore between letters is none, and a hash only begins a heading at the start of a line. */
const markup = /[\\<>[\]*`]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|^#/gm;
const signs: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;' };

function oneLine(text: string): string {
  return prose(text).replaceAll(/\s*\n\s*/g, ' ');
}

function cell(text: string): string {
  return oneLine(text).replaceAll('|', '\\|');
}
