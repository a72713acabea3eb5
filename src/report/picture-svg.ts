import { html } from './html.ts';
import { widthOf } from './layout.ts';
import { letterWidth, type Picture, type PictureBox, type PictureText } from './picture.ts';

/** A picture as SVG that needs nothing beside itself; its text can be selected and searched. */
export function pictureSvg({ width, height, title, shapes }: Picture): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    '<g font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" xml:space="preserve">',
    ...shapes.map((shape) => (shape.kind === 'box' ? box(shape) : line(shape))),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function box({ x, y, width, height, fill }: PictureBox): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${escaped(fill)}"/>`;
}

/** A text as it stands between tags and in attributes, which SVG and HTML write alike. */
function escaped(text: string): string {
  return html`${text}`.html;
}

/** The length is said, so that lines end where they should in whatever font the reader has. */
function line({ x, y, size, fill, isStrong, text }: PictureText): string {
  const length = Math.round(widthOf(text) * size * letterWidth * 10) / 10;
  const weight = isStrong === true ? ' font-weight="bold"' : '';
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${escaped(fill)}"${weight} textLength="${length}" lengthAdjust="spacingAndGlyphs">${escaped(text)}</text>`;
}
