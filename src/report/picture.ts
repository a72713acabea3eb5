/** A rectangle of one color. */
export interface PictureBox {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
}

/** A line of text, in letters that are all equally wide. */
export interface PictureText {
  readonly kind: 'text';
  readonly x: number;
  /** The line on which the letters stand. */
  readonly y: number;
  /** The height of a line of letters, in pixels; a letter is `letterWidth` of it wide. */
  readonly size: number;
  readonly fill: string;
  readonly isStrong?: boolean;
  readonly text: string;
}

/** A picture as shapes, later ones over earlier ones; everything that can be read in it stands here as text. */
export interface Picture {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly shapes: readonly (PictureBox | PictureText)[];
}

/** How wide a letter is, in parts of its size. */
export const letterWidth = 0.602;

/** Everything that can be read in a picture. */
export function textIn({ title, shapes }: Picture): string {
  return [title, ...shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))].join('\n');
}
