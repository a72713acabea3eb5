import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { decodeBytes } from '../../capture/decode.ts';
import type { Captured } from '../../capture/request/captured.ts';
import { FaultlineError } from '../../core/error.ts';
import { codeOf, unreadable } from '../files.ts';

/**
 * Reads the bodies that commands keep in files (`curl -d @body.json`): beside the file that holds the command, or in the
 * working directory when it was piped.
 */
export function withDataFiles(items: readonly Captured[], path: string | undefined, cwd: string): readonly Captured[] {
  const folder = path === undefined ? cwd : dirname(path);
  return items.map((item) => (item.textFile === undefined ? item : withDataFile(item, item.textFile, folder)));
}

function withDataFile(item: Captured, file: string, folder: string): Captured {
  const decoded = decodeBytes(bytesOf(resolve(folder, file), file));
  if (decoded.kind === 'binary') {
    throw new FaultlineError(
      'input-binary',
      `${file} is not text.`,
      'The command sends it as the body, which must be JSON.',
    );
  }
  const note = `The body was read from ${file}, as the command says.`;
  return { ...item, text: decoded.text, note: item.note === undefined ? note : `${note} ${item.note}` };
}

function bytesOf(path: string, file: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') {
      throw new FaultlineError(
        'input-missing',
        `The command sends the file ${file}, which is not there.`,
        'Run the check in the folder of the command, or give the body itself.',
        { cause: error },
      );
    }
    throw code === undefined ? error : unreadable(file, code, error);
  }
}
