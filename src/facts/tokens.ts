import type { TokenRange } from '../core/view.ts';

// The tokenizers are not public. The ranges hold English prose, source code and JSON of all models: Claude 4.7 and later
// make up to 1.35 times the tokens of their predecessors of the same text (model notes, 2026-04 to 2026-11).

/** Tokens for one character of the Latin script: few in prose, many in dense code. */
export const tokensPerLatinCharacter: TokenRange = { low: 0.208, high: 0.455 };
/** Tokens for one character of other scripts. */
export const tokensPerWideCharacter: TokenRange = { low: 0.5, high: 2 };
/** Tokens for one page of a PDF, from an empty one to dense text with its picture (PDF support page, 2026-08-22). */
export const tokensPerPdfPage: TokenRange = { low: 150, high: 6000 };
/** The side of the square that one visual token covers (vision page, 2026-08-22). */
export const visualTokenPixels = 28;
/** What tool use adds to the system prompt (tool use page, 2026-08-22). */
export const toolUsePreamble: TokenRange = { low: 250, high: 800 };
/** What a message or a block costs beside its text. */
export const blockFrame: TokenRange = { low: 2, high: 8 };
