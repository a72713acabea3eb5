export { explain } from './app/explain/library.ts';
export { causes } from './causes/index.ts';
export type { Cause, Certainty, DocPage, Locus, Quote, Remedy, RetryAdvice, RetryKind, Settler } from './core/cause.ts';
export type { Platform } from './core/evidence.ts';
export type { Facts, Finding, Verdict } from './core/verdict.ts';
