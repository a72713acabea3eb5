import { colorPainter, plainPainter } from '../report/paint.ts';
import type { TextStyle } from '../report/verdict-text.ts';
import type { Host } from './operation.ts';

/** How text is laid out for this host: its colors, and a width that can still be read. */
export function textStyle(host: Host): TextStyle {
  return { paint: host.color ? colorPainter : plainPainter, width: Math.min(100, Math.max(40, host.columns)) };
}
