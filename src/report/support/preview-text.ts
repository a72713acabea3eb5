import type { TextStyle } from '../verdict-text.ts';
import { visible } from '../visible.ts';

/** A file as it is about to be written. */
export interface PreviewedFile {
  readonly path: string;
  readonly bytes: number;
  /** Absent for a picture. */
  readonly text?: string;
}

/** Every file, whole, one after the other. */
export function previewText(files: readonly PreviewedFile[], { paint, width }: TextStyle): string {
  return files
    .map(({ path, bytes, text }) => {
      const head = `── ${path} (${bytes} bytes) `;
      const rule = paint.strong(head + '─'.repeat(Math.max(0, width - head.length)));
      return `${rule}\n${text === undefined ? 'A picture; what can be read in it is the text of report.svg.\n' : visible(text)}`;
    })
    .join('\n');
}
