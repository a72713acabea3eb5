import type { Captured } from '../../capture/request/captured.ts';
import { requestsIn } from '../../capture/request/requests.ts';
import { FaultlineError, isFaultlineError } from '../../core/error.ts';
import { visible } from '../../report/visible.ts';
import type { Host } from '../operation.ts';
import { withDataFiles } from './data-files.ts';
import { placesOf, readPlace, type CheckSource } from './sources.ts';

/** A source with the requests and answers in it. */
export interface Found {
  readonly source: CheckSource;
  readonly captures: readonly Captured[];
  /** The source was not named itself: it lies in a folder that was. */
  readonly isListed: boolean;
}

/** Of the files that are left out, so many are named. */
const mostNames = 3;

/**
 * Reads what the operands name. A named file without a request is an error; in a folder such files are to be expected,
 * and are left out.
 */
export async function findIn(args: readonly string[], host: Host): Promise<readonly Found[]> {
  const found: Found[] = [];
  const leftOut: string[] = [];
  for (const place of placesOf(args, host)) {
    try {
      const source = await readPlace(place, host);
      found.push({ source, captures: capturesOf(source, host), isListed: place.folder !== undefined });
    } catch (error) {
      if (place.folder === undefined || !isFaultlineError(error)) throw error;
      leftOut.push(place.name);
    }
  }
  if (found.length === 0) {
    throw new FaultlineError(
      'no-request',
      `No file here holds a request or an answer of the Messages API: ${listed(leftOut)}.`,
      'Name one of them to be told why.',
    );
  }
  if (leftOut.length > 0) host.err(`faultline: left out, as they hold no request: ${visible(listed(leftOut))}\n`);
  return found;
}

/** The requests and answers in a source, with the bodies that it names read. */
export function capturesOf(source: CheckSource, host: Host): readonly Captured[] {
  const capture = requestsIn(source.text, source.name);
  if (capture.kind === 'none') {
    throw new FaultlineError('no-request', `${source.name}: ${capture.because}`, capture.hint);
  }
  return withDataFiles(capture.items, source.path, host.cwd);
}

function listed(names: readonly string[]): string {
  const more = names.length - mostNames;
  return names.slice(0, mostNames).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
