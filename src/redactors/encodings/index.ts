import type { Secret } from '../redactor.ts';
import type { Sweep } from '../sweep/sweep.ts';
import { base64RunsIn } from './base64.ts';
import { escapeRunsIn } from './escapes.ts';
import { percentRunsIn } from './percent.ts';
import { wideRunsIn } from './wide.ts';

/** A stretch of text and what it says when it is decoded. */
export interface EncodedRun {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The bytes are no text: only what cannot be chance counts in them. */
  readonly isBinary?: true;
}

/** How decoded text is looked at. */
export interface Decoding {
  readonly within: (text: string) => readonly Secret[];
  readonly strictly: (text: string) => readonly Secret[];
  /** Whether what `strictly` looks for may stand in what base64 says. */
  readonly mayHold: (digits: string) => boolean;
  readonly gunzip: ((bytes: Uint8Array) => Uint8Array | undefined) | undefined;
}

/** Stretches that hold a secret once they are decoded; each is a secret as a whole. */
export function encodedSecretsIn(text: string, swept: Sweep, decoding: Decoding, found: Secret[]): void {
  for (const runs of [
    base64RunsIn(text, swept.runs, decoding),
    percentRunsIn(text),
    escapeRunsIn(text, swept.hasCodes),
    wideRunsIn(text, swept.hasCodes),
  ]) {
    for (const run of runs) {
      const inner = (run.isBinary ? decoding.strictly : decoding.within)(run.text);
      const [first] = inner;
      if (!first) continue;
      const value = inner.map(({ start, end, value: own }) => own ?? run.text.slice(start, end)).join('\n');
      found.push({ kind: first.kind, start: run.start, end: run.end, value });
    }
  }
}
