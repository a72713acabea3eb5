import { widthOf } from '../../report/layout.ts';
import { letterWidth, type Picture, type PictureBox, type PictureText } from '../../report/picture.ts';
import { coverageOf } from './coverage.ts';

/** A picture as pixels: red, green and blue of each, row by row. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

type Color = readonly [red: number, green: number, blue: number];

/** Draws a picture, which is white where nothing else is. */
export function drawn({ width, height, shapes }: Picture): Raster {
  const raster = { width, height, pixels: new Uint8Array(width * height * 3).fill(255) };
  for (const shape of shapes) {
    if (shape.kind === 'box') drawBox(raster, shape);
    else drawText(raster, shape);
  }
  return raster;
}

function drawBox(raster: Raster, { x, y, width, height, fill }: PictureBox): void {
  const color = colorOf(fill);
  for (let row = y; row < y + height; row++)
    for (let column = x; column < x + width; column++) mix(raster, column, row, color, 1);
}

function drawText(raster: Raster, { x, y, size, fill, isStrong = false, text }: PictureText): void {
  const color = colorOf(fill);
  let letter = 0;
  for (const character of text) {
    if (character !== ' ') drawLetter(raster, character, x + letter * size * letterWidth, y, { size, isStrong, color });
    letter += widthOf(character);
  }
}

interface Pen {
  readonly size: number;
  readonly isStrong: boolean;
  readonly color: Color;
}

function drawLetter(raster: Raster, character: string, x: number, y: number, { size, isStrong, color }: Pen): void {
  const { width, height, baseline, shares } = coverageOf(character, size, isStrong);
  const left = Math.round(x) - 1;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const share = shares[row * width + column] ?? 0;
      if (share > 0) mix(raster, left + column, y - baseline + row, color, share);
    }
  }
}

function mix({ width, height, pixels }: Raster, x: number, y: number, color: Color, share: number): void {
  if (x < 0 || y < 0 || x >= width || y >= height) return;
  const at = (y * width + x) * 3;
  for (let part = 0; part < 3; part++)
    pixels[at + part] = Math.round((pixels[at + part] ?? 0) * (1 - share) + (color[part] ?? 0) * share);
}

/** A color such as `#1a2b3c`. */
function colorOf(fill: string): Color {
  const value = Number.parseInt(fill.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}
