import type { Secret } from '../redactor.ts';
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
  readonly gunzip: ((bytes: Uint8Array) => Uint8Array | undefined) | undefined;
}

/** Stretches that hold a secret once they are decoded; each is a secret as a whole. */
export function encodedSecretsIn(text: string, decoding: Decoding, found: Secret[]): void {
  for (const runs of [base64RunsIn(text, decoding.gunzip), percentRunsIn(text), escapeRunsIn(text), wideRunsIn(text)]) {
    for (const run of runs) {
      const inner = (run.isBinary ? decoding.strictly : decoding.within)(run.text);
      const [first] = inner;
      if (!first) continue;
      const value = inner.map(({ start, end, value: own }) => own ?? run.text.slice(start, end)).join('\n');
      found.push({ kind: first.kind, start: run.start, end: run.end, value });
    }
  }
}
